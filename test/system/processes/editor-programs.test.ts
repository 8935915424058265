import { describe, expect, it } from 'vitest';
import { editorProgramOf } from '../../../electron/system/processes/editor-programs';

const home = '/Users/alice';
const server = (folder: string) =>
  `${home}/${folder}/cli/servers/Stable-0a1b/server/node ${home}/${folder}/cli/servers/Stable-0a1b/server/out/server-main.js`;

const parts: readonly (readonly [command: string, editor: string, part: string])[] = [
  [server('.vscode-server'), 'VS Code', 'server'],
  [server('.vscode-server-insiders'), 'VS Code Insiders', 'server'],
  [server('.vscodium-server'), 'VSCodium', 'server'],
  [server('.cursor-server'), 'Cursor', 'server'],
  [server('.windsurf-server'), 'Windsurf', 'server'],
  [server('.antigravity-server'), 'Antigravity', 'server'],
  [`${home}/.vscode-server/code-0a1b command-shell --cli-data-dir ${home}/.vscode-server/cli`, 'VS Code', 'server'],
  [`sh ${home}/.vscode-server/bin/0a1b/bin/code-server --start-server`, 'VS Code', 'server'],
  [`${server('.vscode-server')} --type=extensionHost`, 'VS Code', 'in-use'],
  [
    `${home}/.cursor-server/bin/x/node ${home}/.cursor-server/bin/x/out/bootstrap-fork --type=extensionHost`,
    'Cursor',
    'in-use',
  ],
  [
    `${home}/.zed_server/zed-remote-server-stable-0.221.5+stable.141 proxy --identifier workspace-1 --reconnect`,
    'Zed',
    'connection',
  ],
  [`${home}/.zed_server/zed-remote-server-stable-0.221.5 run --log-file /x`, 'Zed', 'engine'],
  [
    `/bin/bash ${home}/.cache/JetBrains/RemoteDev/dist/idea/bin/remote-dev-server.sh run ${home}/src`,
    'JetBrains',
    'server',
  ],
  [
    `${home}/Library/Caches/JetBrains/RemoteDev/dist/idea/jbr/bin/java -Xmx2g com.intellij.idea.Main`,
    'JetBrains',
    'server',
  ],
  [`/opt/idea/bin/remote-dev-server.sh run ${home}/src`, 'JetBrains', 'tunnel'],
  ['code tunnel', 'VS Code', 'tunnel'],
  ['/usr/local/bin/code tunnel --accept-server-license-terms --name desk', 'VS Code', 'tunnel'],
  ['/usr/local/bin/code tunnel service internal-run --log-to-file /x', 'VS Code', 'tunnel'],
  ['/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code-tunnel tunnel', 'VS Code', 'tunnel'],
  [`${home}/.local/bin/code-tunnel-insiders tunnel`, 'VS Code Insiders', 'tunnel'],
  ['cursor-tunnel tunnel --name desk', 'Cursor', 'tunnel'],
  ['code serve-web --port 8000', 'VS Code', 'tunnel'],
  ['node /opt/homebrew/bin/code-server --bind-addr 127.0.0.1:8080', 'code-server', 'tunnel'],
];

describe('an editor’s server', () => {
  it.each(parts)('%s', (command, editor, part) => {
    expect(editorProgramOf(command)).toEqual({ editor, part });
  });

  it.each([
    `vim ${home}/.vscode-server/data/Machine/settings.json`,
    `tail -f ${home}/.cursor-server/log`,
    `/usr/bin/grep -r x ${home}/.windsurf-server/`,
    `zsh -c ls ${home}/.vscode-server/`,
    'code tunnel user login',
    'code tunnel status',
    'code tunnel service install',
    '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
    '/Applications/Cursor.app/Contents/MacOS/Cursor',
    `/opt/homebrew/bin/node ${home}/src/tunnel/server.js`,
    `${home}/.vscode/extensions/x/server/node`,
    `${home}/.zed_server/zed-remote-server-stable-0.221.5 version`,
    'code .',
  ])('is not %s', (command) => {
    expect(editorProgramOf(command)).toBeNull();
  });
});

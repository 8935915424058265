import { describe, expect, it } from 'vitest';
import { claudeCodeOf } from '../../../electron/system/processes/claude-code-programs';

const stream = '--output-format stream-json --verbose --input-format stream-json';
const home = '/Users/alice';
const inExtension = (folder: string) =>
  `${home}/${folder}/extensions/anthropic.claude-code-2.1.240-darwin-arm64/resources/native-binary/claude ${stream}`;

/** The command as `ps` prints it; role, host and how sure. */
const copies: readonly (readonly [command: string, role: string, host: string | null, certainty: string])[] = [
  // An editor's extension, on the desktop.
  [inExtension('.vscode'), 'interactive', 'VS Code', 'sure'],
  [inExtension('.vscode-insiders'), 'interactive', 'VS Code Insiders', 'sure'],
  [inExtension('.vscode-oss'), 'interactive', 'VSCodium', 'sure'],
  [inExtension('.cursor'), 'interactive', 'Cursor', 'sure'],
  [inExtension('.windsurf'), 'interactive', 'Windsurf', 'sure'],
  [inExtension('.antigravity'), 'interactive', 'Antigravity', 'sure'],
  // The same on a host that an editor elsewhere is connected to.
  [inExtension('.vscode-server'), 'interactive', 'VS Code from another computer', 'sure'],
  [inExtension('.vscode-server-insiders'), 'interactive', 'VS Code Insiders from another computer', 'sure'],
  [inExtension('.vscodium-server'), 'interactive', 'VSCodium from another computer', 'sure'],
  [inExtension('.cursor-server'), 'interactive', 'Cursor from another computer', 'sure'],
  [inExtension('.windsurf-server'), 'interactive', 'Windsurf from another computer', 'sure'],
  [inExtension('.antigravity-server'), 'interactive', 'Antigravity from another computer', 'sure'],
  [inExtension('.local/share/code-server'), 'interactive', 'code-server from another computer', 'sure'],
  [inExtension('.some-fork'), 'interactive', 'an editor', 'sure'],
  [
    `/opt/homebrew/bin/node ${home}/.vscode/extensions/anthropic.claude-code-1.0.96/resources/claude-code/cli.js ${stream}`,
    'interactive',
    'VS Code',
    'sure',
  ],
  [
    `/Applications/Visual Studio Code.app/Contents/Frameworks/Code Helper (Plugin).app/Contents/MacOS/Code Helper (Plugin) ${home}/.vscode/extensions/anthropic.claude-code-1.0.96/resources/claude-code/cli.js ${stream}`,
    'interactive',
    'VS Code',
    'sure',
  ],
  // Installed by itself.
  [`${home}/.local/share/claude/versions/2.1.240`, 'interactive', null, 'sure'],
  [`${home}/.local/share/claude/versions/2.2.0-beta.1 --resume`, 'interactive', null, 'sure'],
  ['2.1.211 --continue', 'interactive', null, 'likely'],
  [`${home}/.local/bin/claude -p fix`, 'headless', null, 'sure'],
  [`${home}/.claude/local/claude`, 'interactive', null, 'sure'],
  ['/opt/homebrew/bin/claude --print', 'headless', null, 'sure'],
  ['/opt/homebrew/Caskroom/claude-code/2.1.240/claude', 'interactive', null, 'sure'],
  ['/usr/local/Caskroom/claude-code@latest/2.1.240/claude -p x', 'headless', null, 'sure'],
  ['node /opt/homebrew/lib/node_modules/@anthropic-ai/claude-code/cli.js', 'interactive', null, 'sure'],
  [
    `${home}/.nvm/versions/node/v22.1.0/bin/node --no-warnings ${home}/.nvm/versions/node/v22.1.0/lib/node_modules/@anthropic-ai/claude-code/cli.js -p x`,
    'headless',
    null,
    'sure',
  ],
  ['node /opt/homebrew/bin/claude --resume', 'interactive', null, 'sure'],
  ['/usr/local/lib/node_modules/@anthropic-ai/claude-code/bin/claude.exe', 'interactive', null, 'sure'],
  [
    '/opt/homebrew/lib/node_modules/@anthropic-ai/claude-code/node_modules/@anthropic-ai/claude-code-darwin-arm64/claude',
    'interactive',
    null,
    'sure',
  ],
  [`bun run ${home}/.bun/install/global/node_modules/@anthropic-ai/claude-code/cli.js`, 'interactive', null, 'sure'],
  [`node ${home}/.npm/_npx/0a1b/node_modules/.bin/claude`, 'interactive', null, 'sure'],
  ['claude', 'interactive', null, 'likely'],
  ['claude fix the doctor page', 'interactive', null, 'likely'],
  [`${home}/.local/share/mise/installs/claude/2.1/claude`, 'interactive', null, 'likely'],
  // Brought along by a program.
  [
    `${home}/Library/Application Support/Claude/claude-code/2.1.240/claude.app/Contents/MacOS/claude ${stream}`,
    'interactive',
    'Claude desktop app',
    'sure',
  ],
  [`/x/node_modules/@anthropic-ai/claude-agent-sdk-darwin-arm64/claude ${stream}`, 'headless', 'Agent SDK', 'sure'],
  [`node /x/node_modules/@anthropic-ai/claude-agent-sdk/cli.js ${stream}`, 'headless', 'Agent SDK', 'sure'],
  [`/x/.venv/lib/python3.12/site-packages/claude_agent_sdk/_bundled/claude ${stream}`, 'headless', 'Agent SDK', 'sure'],
  [`/opt/homebrew/bin/claude ${stream}`, 'headless', null, 'sure'],
  // What it is there for.
  ['claude --remote-control', 'remote-control', null, 'likely'],
  ['claude --remote-control work', 'remote-control', null, 'likely'],
  [`${home}/.local/bin/claude remote-control --spawn worktree`, 'remote-control', null, 'sure'],
  ['claude rc', 'remote-control', null, 'likely'],
  ['claude --print --sdk-url https://example/v1 --session-id cse_1', 'headless', null, 'likely'],
  ['claude daemon run --origin transient --spawned-by alice', 'daemon', null, 'likely'],
  [
    `${home}/.local/share/claude/versions/2.1.240 daemon run --json-path ${home}/.claude/daemon.json`,
    'daemon',
    null,
    'sure',
  ],
  ['claude mcp serve', 'headless', null, 'likely'],
  ['claude bg-pty-host --bg-pty-host /tmp/cc-daemon-501/x', 'helper', null, 'likely'],
  ['claude bg-spare --bg-spare /tmp/x', 'helper', null, 'likely'],
  ['claude --daemon-worker', 'helper', null, 'likely'],
  ['claude attach 0a1b', 'helper', null, 'likely'],
  ['claude --version', 'call', null, 'likely'],
  ['claude auth status --json', 'call', null, 'likely'],
  ['claude mcp list', 'call', null, 'likely'],
  ['claude setup-token', 'call', null, 'likely'],
  ['claude update', 'call', null, 'likely'],
  ['claude doctor', 'call', null, 'likely'],
];

describe('a Claude Code', () => {
  it.each(copies)('%s', (command, role, host, certainty) => {
    expect(claudeCodeOf(command)).toEqual({ role, host, certainty });
  });

  it.each([
    'vim claude',
    '/usr/bin/vim /Users/alice/.local/bin/claude',
    'grep -r claude /Users/alice/.vscode/extensions/anthropic.claude-code-2.1.240-darwin-arm64/resources/native-binary/claude',
    '/Applications/Claude.app/Contents/MacOS/Claude',
    '/Applications/Claude.app/Contents/Frameworks/Claude Helper.app/Contents/MacOS/Claude Helper --type=gpu-process',
    'claude-code-acp',
    'node /opt/homebrew/lib/node_modules/@zed-industries/claude-code-acp/dist/index.js',
    'claude-monitor',
    'zsh -c claude',
    '/bin/sh -lc /opt/homebrew/bin/claude -p x',
    'python3.12 -m claude',
    '3.12 is no version of it',
    'node /Users/alice/src/cli.js',
    '/Users/alice/.vscode/extensions/anthropic.claude-code-2.1.240-darwin-arm64/resources/helper',
  ])('is not %s', (command) => {
    expect(claudeCodeOf(command)).toBeNull();
  });
});

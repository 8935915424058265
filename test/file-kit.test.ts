import { describe, expect, it } from 'vitest';
import { containing, sourceFiles, takenOfFileSystem } from './project-files';

const product = [...sourceFiles('electron'), ...sourceFiles('renderer')];

describe('one file kit', () => {
  const kit = 'electron/system/files/';

  /**
   * What else may touch the file system, and why it need not go through the kit. Only what is named here: one more is one
   * more place that follows links, waits for pipes or believes what others have written.
   */
  const exceptions: Readonly<Record<string, { readonly names: readonly string[]; readonly why: string }>> = {
    'electron/cli/run-command.ts': { names: ['existsSync'], why: 'which of its own two layouts this program runs in' },
    'electron/shell/base/app-scheme.ts': {
      names: ['readFile', 'realpath'],
      why: 'the app’s own pages, inside its bundle, which Electron reads',
    },
    'electron/shell/app/about.ts': { names: ['readFile'], why: 'the app’s own list of licences, inside its bundle' },
    'electron/system/mac/simulated-mac.ts': {
      names: ['readFileSync', 'realpathSync'],
      why: 'the simulated Mac itself, which no release holds',
    },
    'electron/system/checks/network/network-door.ts': {
      names: ['readFileSync'],
      why: 'the simulated Mac’s network, which no release holds',
    },
    'electron/system/children/bounded-worker.ts': {
      names: ['readFile'],
      why: 'the app’s own worker, out of its archive, where only Electron’s own reading reaches',
    },
    'electron/system/checks/disk-check.ts': { names: ['statfs'], why: 'asks what is free, and opens nothing' },
    'electron/tools/checks/folders-check.ts': {
      names: ['access', 'constants', 'stat'],
      why: 'tells whose the tools’ folders are, and opens nothing',
    },
    'electron/tools/claude-code/claude-code-refresh-lock.ts': {
      names: ['stat'],
      why: 'looks when another program took its lock, and opens nothing',
    },
  };

  it('is the only way to open, write, rename, make or remove a file', () => {
    const taken = product
      .filter(({ path }) => !path.startsWith(kit))
      .map((file) => [file.path, takenOfFileSystem(file)] as const)
      .filter(([, names]) => names.length > 0);
    const allowed = Object.entries(exceptions).map(([path, { names }]) => [path, names] as const);
    expect(Object.fromEntries(taken)).toEqual(Object.fromEntries(allowed));
  });

  it.each([
    ["import { open } from 'node:fs/promises';", ['open']],
    ["import { type Stats, writeFileSync as write } from 'node:fs';", ['writeFileSync']],
    ["import type { Stats } from 'node:fs';", []],
    ["import * as fs from 'node:fs';", ['everything']],
    ["import fs from 'fs';", ['everything']],
    ["const { open } = await import('node:fs/promises');", ['everything']],
    ["createRequire(import.meta.url)('node:fs').openSync(path);", ['everything']],
    ["export { open } from 'node:fs/promises';", ['everything']],
    ["process.getBuiltinModule('fs').openSync(path);", ['everything']],
  ])('finds who goes round it: %s', (text, names) => {
    expect(takenOfFileSystem({ path: 'electron/system/x.ts', text, lines: 1 })).toEqual(names);
  });

  it('lends nobody in the product the calls that it works with', () => {
    expect(containing(product, /\bnodeFileCalls\b/)).toEqual([`${kit}durable-file.ts`]);
  });

  it('gives out a trusted folder only where it was judged', () => {
    expect(containing(product, /\bas OwnFolder\b|<OwnFolder>/)).toEqual([`${kit}own-folder.ts`]);
  });

  it('is told whose files are the user’s own by one place', () => {
    expect(containing(product, /\bgetuid\b/)).toEqual([
      'electron/system/mac/host.ts',
      // Whether a tool's folder is the user's is the fact itself here.
      'electron/tools/checks/folders-check.ts',
    ]);
  });

  it('runs tmux only where its socket was judged', () => {
    const askers = containing(product, /\['-u', '-S'|\['-S', socket|\['-L', desktopTmuxName/).filter(
      (path) => !path.startsWith('electron/core/'),
    );
    expect(askers).toEqual([
      'electron/system/sessions/desktop-tmux-server.ts',
      'electron/system/sessions/tmux-servers.ts',
      'electron/system/sessions/unlock-prompt.ts',
    ]);
    for (const path of ['desktop-tmux-server', 'tmux-sockets', 'unlock-prompt']) {
      const [file] = sourceFiles(`electron/system/sessions/${path}.ts`);
      expect(file?.text, path).toMatch(/judgeTmuxSocket\(/);
    }
  });
});

import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { containing, importsOf, type SourceFile, sourceFiles } from './project-files';

const product = [...sourceFiles('electron'), ...sourceFiles('renderer')];
const everything = [...product, ...sourceFiles('assets'), ...sourceFiles('test'), ...sourceFiles('scripts')];

/** Which folder may import which; a folder may always import itself. */
const permissions: Record<string, readonly string[]> = {
  core: [],
  contract: ['core'],
  system: ['core'],
  tools: ['core', 'system'],
  monitor: ['core', 'system', 'tools'],
  shell: ['core', 'contract', 'monitor'],
  cli: ['core', 'monitor'],
  renderer: ['contract', 'core'],
};

/** The packages that a folder may import besides Node's own modules, and whether it may use those. */
const packages: Record<string, { readonly node: boolean; readonly names: readonly string[] }> = {
  core: { node: false, names: ['zod/mini'] },
  contract: { node: false, names: ['zod/mini'] },
  system: { node: true, names: ['koffi', 'keytar'] },
  tools: { node: true, names: ['zod/mini', 'yaml', 'ini', 'smol-toml', 'fast-plist', 'bplist-parser'] },
  monitor: { node: true, names: [] },
  shell: { node: true, names: ['electron', 'zod/mini'] },
  cli: { node: true, names: [] },
  renderer: { node: false, names: ['react', 'react-dom/client', 'zustand'] },
};

const roomOf = (path: string): string | null => {
  const [top = '', second = ''] = path.split('/');
  if (top === 'renderer') return 'renderer';
  return top === 'electron' && path.split('/').length > 2 ? second : null;
};

const crossings = (file: SourceFile): readonly string[] => {
  const room = roomOf(file.path);
  if (room === null) return [];
  return importsOf(file).flatMap((name) => {
    if (name.startsWith('.')) {
      const target = roomOf(posix.join(posix.dirname(file.path), name));
      const isManifest = name.endsWith('package.json');
      const allowed = target === room || isManifest || (target !== null && permissions[room]?.includes(target));
      return allowed ? [] : [`${file.path} imports ${name}`];
    }
    const may = packages[room];
    const allowed = name.startsWith('node:') ? may?.node : may?.names.includes(name);
    return allowed ? [] : [`${file.path} imports ${name}`];
  });
};

describe('what leaves the program', () => {
  it('goes through one door of the command line and one of the log, which neutralise it', () => {
    const writes =
      /process\.std(?:out|err)\.write|\bconsole\.(?:log|error|warn|info|debug|table|dir|trace)\(|\bwriteSync\((?:1|2)\b/;
    expect(containing(product, writes)).toEqual(['electron/cli/text/terminal.ts', 'electron/shell/base/log.ts']);
  });

  it('is JSON that is escaped where the command line prints it', () => {
    expect(containing(sourceFiles('electron/cli'), /JSON\.stringify/)).toEqual([]);
  });
});

describe('the house', () => {
  it('has the rooms that the permissions speak of, and no other', () => {
    const rooms = new Set(product.map(({ path }) => roomOf(path)).filter((room) => room !== null));
    expect([...rooms].sort()).toEqual(Object.keys(permissions).sort());
  });

  it('is entered by the doors only: every import is permitted', () => {
    expect(product.flatMap(crossings)).toEqual([]);
  });

  it('finds a forbidden import when there is one', () => {
    const intruder = {
      path: 'electron/core/x.ts',
      text: "import { a } from '../system/host';\nimport 'node:fs';",
      lines: 2,
    };
    expect(crossings(intruder)).toHaveLength(2);
  });

  it('imports electron in the shell, the composition root and the preload only, and never as a namespace', () => {
    const importers = product.filter((file) => importsOf(file).includes('electron')).map(({ path }) => path);
    expect(importers.filter((path) => !/^electron\/(shell\/|main\.ts|preload\.ts)/.test(path))).toEqual([]);
    expect(containing(product, /import \* as \w+ from 'electron'/)).toEqual([]);
  });
});

describe('one door per thing', () => {
  it.each([
    ['/usr/bin/security', ['electron/system/keychain/security-tool.ts']],
    ['/usr/bin/osascript', ['electron/system/keychain/jxa.ts']],
    ['Security.framework/Security', ['electron/system/keychain/framework-library.ts']],
    ['SecItemCopyMatching(', ['electron/system/keychain/password-search.ts']],
  ])('%s', (name, doors) => {
    expect(product.filter(({ text }) => text.includes(name)).map(({ path }) => path)).toEqual(doors);
  });

  it('loads keytar in one file, when it is called and not before, and calls it for a click only', () => {
    expect(product.filter((file) => importsOf(file).includes('keytar')).map(({ path }) => path)).toEqual([
      'electron/system/keychain/keytar-door.ts',
    ]);
    expect(containing(product, /from 'keytar'|import 'keytar'|require\('keytar'\)/)).toEqual([]);
    expect(containing(product, /\bappAccess\.check\(/)).toEqual(['electron/monitor/actions/app-access-action.ts']);
    expect(containing(product, /\bactions\.checkAppAccess\(/)).toEqual([
      'electron/cli/check-apps.ts',
      'electron/shell/ipc/verb-handlers.ts',
    ]);
  });

  it('starts child processes in one file, what somebody runs in his terminal in another, and never through a shell', () => {
    expect(containing(product, /^import \{[^}]*\b(spawn|fork|execFile)\b[^}]*\} from 'node:child_process'/m)).toEqual([
      'electron/system/children/child-process.ts',
      'electron/system/children/terminal-child.ts',
    ]);
    expect(containing(product, /\bmac\.(unlock|run)InTerminal\(/)).toEqual(['electron/cli/run.ts']);
    expect(containing(product, /(?<!\.)\bexec(File)?(Sync)?\(|shell: true/)).toEqual([]);
  });

  it('reads JSON, YAML, TOML and property lists each in one file, beside what bounds their cost', () => {
    expect(containing(product, /\bJSON\.parse\(/)).toEqual([
      'electron/core/text/json.ts',
      'electron/system/mac/simulated-mac.ts',
    ]);
    // For the worker's program alone, which holds them all and reads with none of them.
    const together = 'electron/tools/formats/load-library-at-once.ts';
    const importers = (name: string) =>
      product.filter((file) => file.path !== together && importsOf(file).includes(name)).map(({ path }) => path);
    expect(importers('yaml')).toEqual(['electron/tools/formats/read-yaml.ts']);
    expect(importers('smol-toml')).toEqual(['electron/tools/formats/toml-settings.ts']);
    expect(importers('bplist-parser')).toEqual(['electron/tools/formats/property-list.ts']);
    expect(importers('fast-plist')).toEqual(['electron/tools/formats/property-list.ts']);
    expect(importers('ini')).toEqual(['electron/tools/npm/npmrc-logins.ts']);
  });

  it('reads a tool’s file through its format only', () => {
    const readers = containing(sourceFiles('electron/tools'), /\breadBounded(?:File|Bytes)\b/);
    expect(readers).toEqual(['electron/tools/common/read-in-format.ts']);
  });

  it('starts workers in one file', () => {
    expect(containing(product, /\bnew Worker\(/)).toEqual(['electron/system/children/bounded-worker.ts']);
  });

  it('registers IPC handlers in one file and sends to the renderer in one', () => {
    expect(containing(product, /\bipcMain\.\w+\(/)).toEqual(['electron/shell/ipc/ipc-server.ts']);
    expect(containing(product, /\.send\(/)).toEqual(['electron/shell/base/announcer.ts']);
  });

  it('never asks the keychain for a secret but in the one call that a click makes', () => {
    expect(containing(product, /'-w'/)).toEqual(['electron/system/keychain/security-tool.ts']);
    expect(containing(product, /dump-keychain|kSecReturnData/)).toEqual([]);
    expect(containing(sourceFiles('electron/system/keychain/security-tool.ts'), /'-g'/)).toEqual([]);
  });

  it('hands the tools doors that read and no other: nothing in them unlocks, writes or decrypts', () => {
    expect(containing(sourceFiles('electron/tools'), /\bMacDoors\b/)).toEqual([]);
    expect(containing(sourceFiles('electron/tools'), /\bItemReader\b/)).toEqual([
      'electron/tools/claude-code/claude-code-expiry.ts',
      'electron/tools/common/credential-tool.ts',
    ]);
  });

  it('never reads its own prose: what a sentence says is known before it is written', () => {
    expect(containing(product, /\breason\.(includes|startsWith|endsWith|match|search)\(/)).toEqual([]);
  });

  it('never switches user interaction on, and never stores anything with Electron', () => {
    expect(containing(product, /SetUserInteractionAllowed\((1|true)\)/)).toEqual([]);
    expect(containing(product, /\bsafeStorage\b/)).toEqual([]);
  });

  it('puts no password into the argument list of a process', () => {
    expect(containing(product, /unlock-keychain'[^\]]*'-p'/)).toEqual([]);
  });
});

describe('core is pure', () => {
  const core = sourceFiles('electron/core');

  it('knows no time of its own, no process and no chance', () => {
    expect(containing(core, /Date\.now\(\)|new Date\(\)|\bprocess\.|Math\.random|setTimeout|setInterval/)).toEqual([]);
  });

  it('throws nothing', () => {
    expect(containing(core, /\bthrow\b/)).toEqual([]);
  });
});

describe('small and even', () => {
  it('has no file above 300 lines', () => {
    expect(everything.filter(({ lines }) => lines > 300).map(({ path, lines }) => `${path}: ${lines}`)).toEqual([]);
  });

  it('has a median of about 70 lines', () => {
    const lines = product.map((file) => file.lines).sort((one, other) => one - other);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(90);
  });

  it('keeps the composition root within 110 lines', () => {
    expect(product.find(({ path }) => path === 'electron/main.ts')?.lines).toBeLessThanOrEqual(110);
  });

  it('names what is handed on one by one, and packs nothing to stay narrow', () => {
    expect(containing(product, /\.\.\.\{/)).toEqual([]);
  });

  it('has no barrels and no default exports in the product', () => {
    expect(containing(product, /^export \* from|^export default/m)).toEqual([]);
  });

  it('says its times with their units', () => {
    const nameless = /\b(?:const|let|readonly|interval|delay|timeout)\s*(?:delay|timeout|interval)\s*[:=]\s*\d/i;
    expect(containing(product, nameless)).toEqual([]);
  });
});

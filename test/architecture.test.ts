import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, sourceFiles } from './project-files';

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
  core: { node: false, names: [] },
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

const containing = (files: readonly SourceFile[], text: RegExp): readonly string[] =>
  files.filter((file) => text.test(file.text)).map(({ path }) => path);

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
    ['/usr/bin/security', ['electron/system/security-tool.ts']],
    ['/usr/bin/osascript', ['electron/system/jxa.ts']],
    ['Security.framework/Security', ['electron/system/framework-library.ts']],
  ])('%s', (name, doors) => {
    expect(product.filter(({ text }) => text.includes(name)).map(({ path }) => path)).toEqual(doors);
  });

  it('loads keytar in one file, when it is called and not before, and calls it for a click only', () => {
    expect(product.filter((file) => importsOf(file).includes('keytar')).map(({ path }) => path)).toEqual([
      'electron/system/keytar-door.ts',
    ]);
    expect(containing(product, /from 'keytar'|import 'keytar'|require\('keytar'\)/)).toEqual([]);
    expect(containing(product, /\bappAccess\.check\(/)).toEqual(['electron/monitor/app-access-action.ts']);
    expect(containing(product, /\bactions\.checkAppAccess\(/)).toEqual([
      'electron/cli/check-apps.ts',
      'electron/shell/verb-handlers.ts',
    ]);
  });

  it('starts child processes in one file, and never through a shell', () => {
    expect(containing(product, /^import \{[^}]*\b(spawn|fork|execFile)\b[^}]*\} from 'node:child_process'/m)).toEqual([
      'electron/system/child-process.ts',
    ]);
    expect(containing(product, /(?<!\.)\bexec(File)?(Sync)?\(|shell: true/)).toEqual([]);
  });

  it('registers IPC handlers in one file and sends to the renderer in one', () => {
    expect(containing(product, /\bipcMain\.\w+\(/)).toEqual(['electron/shell/ipc-server.ts']);
    expect(containing(product, /\.send\(/)).toEqual(['electron/shell/announcer.ts']);
  });

  it('never asks the keychain for a secret but in the one call that a click makes', () => {
    expect(containing(product, /'-w'/)).toEqual(['electron/system/security-tool.ts']);
    expect(containing(product, /dump-keychain|kSecReturnData/)).toEqual([]);
    expect(containing(sourceFiles('electron/system/security-tool.ts'), /'-g'/)).toEqual([]);
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

  it('keeps the composition root within 80 lines', () => {
    expect(product.find(({ path }) => path === 'electron/main.ts')?.lines).toBeLessThanOrEqual(80);
  });

  it('has no barrels and no default exports in the product', () => {
    expect(containing(product, /^export \* from|^export default/m)).toEqual([]);
  });

  it('says its times with their units', () => {
    const nameless = /\b(?:const|let|readonly|interval|delay|timeout)\s*(?:delay|timeout|interval)\s*[:=]\s*\d/i;
    expect(containing(product, nameless)).toEqual([]);
  });
});

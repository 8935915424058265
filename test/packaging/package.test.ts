import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedInArchive, readArchive } from '../../scripts/archive-integrity.mjs';
import { partsOfRelease } from '../../scripts/build.mjs';
import { layOutPackage, runElectronBuilder } from '../../scripts/package.mjs';
import { writeFakeElectron } from './fake-electron';
import { filesOf, fusesOf, processorOf, propertyListsOf, propertyOf } from './packaged-app';
import { asListed, packagedFiles } from './packaged-files';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-packaging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  writeFakeElectron(join(folder, 'electron'));
  await layOutPackage(join(folder, 'project'));
  // What a build could leave there some day, and must not get into the app.
  for (const stray of ['main/main.cjs.map', 'cli/notes.md', 'main/types.d.ts', 'simulator/tool.cjs', '.new.stamp']) {
    mkdirSync(join(folder, 'project/dist', dirname(stray)), { recursive: true });
    writeFileSync(join(folder, 'project/dist', stray), '');
  }
  const options = ['--mac', 'dir', '--arm64', '--x64', `-c.electronDist=${join(folder, 'electron')}`];
  const { succeeded, output } = runElectronBuilder(join(folder, 'project'), options);
  if (!succeeded) throw new Error(output);
});

const architectures = [
  ['arm64', 'mac-arm64'],
  ['x64', 'mac'],
] as const;

describe.each(architectures)('the app packaged for %s', (architecture, outFolder) => {
  const contents = join(folder, 'project', 'out', 'package', outFolder, 'Latchkey.app', 'Contents');

  it('has exactly the files of the list', () => {
    expect(asListed(filesOf(contents))).toEqual(packagedFiles(architecture));
  });

  it('brings compiled parts for its own processor only', () => {
    const compiled = filesOf(contents).filter((file) => file.endsWith('.node'));
    expect(compiled.map((file) => processorOf(join(contents, file)))).toEqual([architecture, architecture]);
  });

  it('is a menu-bar app for macOS 13 and later', () => {
    expect(propertyOf(contents, 'LSUIElement')).toBe('<true/>');
    expect(propertyOf(contents, 'CFBundleURLTypes')).toBe('<array>');
    expect(propertyOf(contents, 'LSMinimumSystemVersion')).toBe('<string>13.0</string>');
    expect(propertyOf(contents, 'CFBundleIdentifier')).toBe('<string>dev.latchkey.menubar</string>');
  });

  it('asks for no exception to App Transport Security', () => {
    expect(propertyOf(contents, 'NSAppTransportSecurity')).toBeUndefined();
  });

  it('asks for no camera, no microphone, no Bluetooth and nothing of the kind, as Electron does', () => {
    expect(readFileSync(join(import.meta.dirname, 'electron-info.plist'), 'utf8')).toContain('UsageDescription');
    const lists = propertyListsOf(contents);
    expect(lists).toHaveLength(5);
    expect(lists.filter((text) => text.includes('UsageDescription'))).toEqual([]);
  });

  it('has every fuse where the configuration puts it', () => {
    expect(fusesOf(contents, 'Electron')).toEqual({
      runAsNode: true,
      enableCookieEncryption: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  it('brings a command that everybody may run', () => {
    expect(statSync(join(contents, 'Resources/bin/latchkey')).mode & 0o777).toBe(0o755);
  });

  it('brings Chromium’s texts in the one language that the app speaks', () => {
    const languages = filesOf(contents).flatMap(
      (file) => /A\/Resources\/([^/]+)\.lproj\/locale\.pak$/.exec(file)?.[1] ?? [],
    );
    expect(languages).toEqual(['en']);
  });

  it('brings the licence of each package that is in it', () => {
    const notices = readFileSync(join(contents, 'Resources/THIRD-PARTY.txt'), 'utf8');
    const titles = [...notices.matchAll(/^-{80}\n(\S+) \d\S* \((.+)\)$/gm)].map(([, name]) => name);
    expect(titles).toEqual(
      expect.arrayContaining(['electron', 'keytar', 'koffi', 'react', 'scheduler', 'yaml', 'zod']),
    );
    expect(
      notices.match(/Permission is hereby granted|Permission to use, copy|Redistribution and use/g)?.length,
    ).toBeGreaterThanOrEqual(titles.length);
  });
});

describe('the archive’s checksum', () => {
  const contents = join(folder, 'project', 'out', 'package', 'mac', 'Latchkey.app', 'Contents');
  const archiveFile = join(contents, 'Resources/app.asar');

  /** Changes one byte, looks, and changes it back. */
  const changedAt = (file: string, offset: number): readonly string[] => {
    const bytes = readFileSync(file);
    const before = Buffer.from(bytes);
    bytes[offset] = (bytes[offset] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    try {
      return changedInArchive(contents);
    } finally {
      writeFileSync(file, before);
    }
  };

  it('is right as it was packaged', () => {
    expect(changedInArchive(contents)).toEqual([]);
  });

  it('covers every file: each is missed where one byte of it is another', () => {
    const { files, contentsAt } = readArchive(readFileSync(archiveFile));
    const inside = files.filter(([, { unpacked, size }]) => !unpacked && size);
    expect(inside.length).toBeGreaterThan(20);
    for (const [name, { offset, size = 0 }] of inside) {
      expect(changedAt(archiveFile, contentsAt + Number(offset) + size - 1)).toEqual([name]);
    }
  });

  it('covers the index', () => {
    expect(changedAt(archiveFile, 20)).toEqual(['the index']);
  });

  it('knows the compiled parts outside', () => {
    const outside = 'node_modules/keytar/prebuilds/darwin-x64/keytar.node';
    expect(changedAt(`${archiveFile}.unpacked/${outside}`, 100)).toEqual([outside]);
  });
});

/** The JavaScript of built programs, their chunks included. */
const scriptsOf = (...programs: readonly string[]) =>
  programs.flatMap((program) => {
    const below = join(folder, 'project', 'dist', program);
    return readdirSync(below, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.c?js$/.test(file))
      .map((file) => ({ file: join(program, file), text: readFileSync(join(below, file), 'utf8') }));
  });

it.each([
  // The most that each may have, and what it had on 2026-11-30, in bytes. What is needed seldom is loaded when it is needed.
  { program: 'main', most: 600_000, last: 599_919 },
  { program: 'preload', most: 5_000, last: 1_073 },
  // Of both windows, all pages: what the popover loads first has a bound of its own below.
  { program: 'renderer', most: 330_000, last: 329_774 },
  { program: 'cli', most: 550_000, last: 543_200 },
  // One copy for both of them, loaded with the first question; a fifth of each of them until then.
  { program: 'diagnosis', most: 190_000, last: 158_056 },
])('keeps $program within $most bytes', ({ program, most, last }) => {
  const bytes = scriptsOf(program).reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
  expect(bytes, `${last} when it was measured last`).toBeLessThanOrEqual(most);
  expect(bytes).toBeGreaterThan(0);
});

it('keeps what the popover loads before it shows anything within 300,000 bytes', () => {
  const page = join(folder, 'project', 'dist/renderer');
  const scripts = [...readFileSync(join(page, 'index.html'), 'utf8').matchAll(/(?:src|href)="\.?\/?([^"]+\.js)"/g)];
  expect(scripts.length).toBeGreaterThan(0);
  // Of which React has some 215,000; 293,707 on 2026-11-30.
  const bytes = scripts.reduce((sum, [, file = '']) => sum + statSync(join(page, file)).size, 0);
  expect(bytes).toBeLessThanOrEqual(300_000);
});

/** Runs the built command line, and tells which files it has loaded until its end. */
const runAndTellLoaded = (word: string) => {
  const dist = join(folder, 'project', 'dist');
  const spy = join(folder, 'spy.cjs');
  writeFileSync(spy, 'process.on("exit", () => console.error(JSON.stringify(Object.keys(require.cache))))');
  const options = { encoding: 'utf8', env: { ...process.env, HOME: folder } } as const;
  const { stdout, stderr } = spawnSync(process.execPath, ['-r', spy, join(dist, 'cli/latchkey.cjs'), word], options);
  const files = JSON.parse(stderr.trim().split('\n').at(-1) ?? '[]') as readonly string[];
  const loaded = files.filter((file) => file !== spy);
  return { dist, stdout, loaded };
};
const bytesOf = (files: readonly string[]) => files.reduce((sum, file) => sum + statSync(file).size, 0);

it('loads nothing for `latchkey --version` but what reads the words', () => {
  const { dist, stdout, loaded } = runAndTellLoaded('--version');
  expect(stdout).toMatch(/^\d+\.\d+\.\d+$/m);
  expect(loaded).toContain(join(dist, 'cli/latchkey.cjs'));
  expect(loaded.filter((file) => !file.startsWith(join(dist, 'cli')))).toEqual([]);
  expect(bytesOf(loaded)).toBeLessThanOrEqual(20_000);
});

it('loads for `latchkey status` nothing of the diagnosis', () => {
  const { dist, loaded } = runAndTellLoaded('status');
  expect(loaded).toContain(join(dist, 'cli/run-command.cjs'));
  expect(loaded.filter((file) => /diagnosis|doctor/.test(file))).toEqual([]);
  // 439,258 on 2026-11-30, of which the tools that are rows have 12,000; 37,000 more before the checks lay apart. Away from macOS it says so once it has loaded them.
  expect(bytesOf(loaded.filter((file) => file.startsWith(dist)))).toBeLessThanOrEqual(445_000);
});

it('builds a release without the variables that select a simulated Mac', () => {
  const texts = scriptsOf('main', 'preload', 'cli', 'parse-worker', 'formats', 'diagnosis', 'renderer').map(
    ({ file, text }) => [file, text],
  );
  expect(texts.length).toBeGreaterThan(10);
  expect(texts.filter(([, text]) => text?.includes('LATCHKEY_SIMULATED')).map(([file]) => file)).toEqual([]);
  expect(partsOfRelease).not.toContain('simulator');
});

import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from './project-files';

const product = [...sourceFiles('electron'), ...sourceFiles('renderer')];
const kit = 'electron/system/files/';

const nothing = String.raw`(?:\[\]|\{\}|null|undefined|false|''|"")`;
const comments = String.raw`(?:\s*\/\/[^\n]*\n)*\s*`;
/** A caught error that comes to nothing: no reason, no code, not even that there was one. */
const flattened = [
  new RegExp(String.raw`\bcatch\s*(?:\([^)]*\)\s*)?\{${comments}return(?:\s+${nothing})?;`, 'g'),
  new RegExp(String.raw`\.catch\(\s*(?:async\s*)?(?:\(\w*(?::\s*\w+)?\)|\w+)\s*=>\s*${nothing}\s*,?\s*\)`, 'g'),
  new RegExp(String.raw`\.then\([^;]{1,200}?=>[^;]{1,200}?,\s*\(\w*\)\s*=>\s*${nothing}\s*,?\s*\)`, 'g'),
];

const flattenings = ({ text }: SourceFile): readonly string[] =>
  flattened.flatMap((pattern) => [...text.matchAll(pattern)].map(([found]) => found.replaceAll(/\s+/g, ' ')));

describe('an error that is caught', () => {
  /**
   * Where nothing is all that there is to be known. What ends with `undefined` waits for something or cleans up, and has no
   * value that anybody could take for an answer.
   */
  const exceptions: Readonly<Record<string, { readonly values: readonly string[]; readonly why: string }>> = {
    'electron/core/text/json.ts': { values: ['undefined'], why: 'that it is no JSON is the answer' },
    'electron/monitor/diagnosis/diagnosis.ts': { values: ['undefined'], why: 'whoever waits for the same is told' },
    'electron/monitor/hold/hold.ts': {
      values: ['undefined'],
      why: 'a beat ends, whatever came of it: its problems are told',
    },
    'electron/core/in-turn.ts': {
      values: ['undefined'],
      why: 'the next turn waits for the end of this one only',
    },
    'renderer/behaviour/use-fit-settings.ts': {
      values: ['undefined'],
      why: 'a window of the wrong height scrolls, and there is nothing to tell',
    },
    'electron/monitor/monitor.ts': { values: ['undefined', '{}'], why: 'waits for the end only' },
    'electron/shell/base/app-scheme.ts': { values: ['null'], why: 'that it is no URL of ours is the answer, and 404' },
    'electron/shell/ipc/ipc-server.ts': { values: ['false'], why: 'that the verb does not take it is the answer' },
    'electron/shell/windows/popover-window.ts': {
      values: ['undefined'],
      why: 'Electron tells of a failed page by an event',
    },
    'electron/system/keychain/app-access.ts': { values: ['undefined'], why: 'cleans up' },
    'electron/system/keychain/certificate-list.ts': {
      values: ['[]'],
      why: 'one odd certificate of somebody’s does not hide the others',
    },
    'electron/system/mac/simulated-mac.ts': { values: ["''"], why: 'the simulated Mac itself, which no release holds' },
    'electron/tools/checks/folders-check.ts': { values: ['false'], why: 'that it may not be used is the answer' },
    'electron/tools/formats/property-list.ts': { values: ['null'], why: 'that it is no property list is the answer' },
    'electron/tools/formats/sqlite-table.ts': { values: ['null'], why: 'that it is no table is the answer' },
    'renderer/behaviour/use-fit-window.ts': { values: ['undefined'], why: 'a window that keeps its height' },
  };

  it('becomes a reason or a code, and nothing empty, outside of the file kit', () => {
    const found = product
      .filter(({ path }) => !path.startsWith(kit))
      .map((file) => [file.path, flattenings(file)] as const)
      .filter(([, flat]) => flat.length > 0);
    const unexpected = found.flatMap(([path, flat]) =>
      flat
        .filter((code) => !exceptions[path]?.values.some((value) => code.includes(value)))
        .map((code) => `${path}: ${code}`),
    );
    expect(unexpected).toEqual([]);
    expect(found.map(([path]) => path).sort()).toEqual(Object.keys(exceptions).sort());
  });

  it.each([
    ['try { list(); } catch { return []; }', 1],
    ['try { list(); } catch (error) {\n  // Nobody minds.\n  return null;\n}', 1],
    ['try { list(); } catch { return; }', 1],
    ['await list().catch(() => [])', 1],
    ['await list().catch((error: unknown) => null)', 1],
    ['await list().then(\n  (names) => names,\n  () => [],\n)', 1],
    ['try { list(); } catch (error) { return unread(nameOfError(error)); }', 0],
    ['await list().catch((error: unknown) => unread(nameOfError(error)))', 0],
  ])('is found where it is flattened: %s', (text, count) => {
    expect(flattenings({ path: 'electron/x.ts', text, lines: 1 })).toHaveLength(count);
  });
});

describe('a folder', () => {
  const lists = /\b(?:readBoundedFolder|readFolder|listKeychainFiles|listSetAside|listFolder)\(/;

  /** Who lists one and does not itself say what becomes of one that cannot be listed. */
  const exceptions: Readonly<Record<string, string>> = {
    'electron/system/mac-doors.ts': 'passes the answer on',
    'electron/monitor/look/look-fingerprints.ts': 'looks for each program by itself then',
  };

  it('that cannot be listed is an answer that whoever lists it has to deal with', () => {
    const silent = product
      .filter(
        ({ path, text }) => !path.startsWith(kit) && lists.test(text) && !/'unreadable'|\bwhyNotWhole\(/.test(text),
      )
      .filter(({ path }) => !/\/(?:doors|hold-doors)\.ts$/.test(path))
      .map(({ path }) => path);
    expect(silent.sort()).toEqual(Object.keys(exceptions).sort());
  });

  it('of a tool is listed through the door at which its look is listened to', () => {
    const round = sourceFiles('electron/tools').filter(({ text }) =>
      /\breadBoundedFolder\b|\bfolderEntries\b/.test(text),
    );
    expect(round.map(({ path }) => path)).toEqual([]);
  });
});

describe('a time', () => {
  it('is written in one place, which cannot throw', () => {
    const writers = [...product, ...sourceFiles('scripts')].filter(({ text }) =>
      /\.(?:toISOString|toJSON)\b/.test(text),
    );
    expect(writers.map(({ path }) => path)).toEqual(['electron/core/time/outside-numbers.ts']);
  });
});

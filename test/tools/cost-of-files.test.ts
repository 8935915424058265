import { describe, expect, it } from 'vitest';
import { type FileFormat, isCheap } from '../../electron/tools/common/file-format';
import { fileFormats } from '../../electron/tools/file-formats';
import { rowFormats } from '../../electron/tools/rows/row-formats';
import { leastProcessorMs, machineSlowness } from '../processor-time';
import { sourceFiles } from '../project-files';
import { patience } from '../vitest/patience';
import { hostileContents } from './hostile-contents';

/** What no file may cost the main process; twice that, because what else the machine does counts as well. */
const mostMs = 2 * 50;

/** The longest of its kind that is still read here and not by a worker, and no longer than the tool's own limit. */
const longestReadAtOnce = (format: FileFormat<unknown>, what: string, contentOf: (bytes: number) => Buffer): Buffer => {
  const key = `${format.syntax} ${format.largestBytes} ${what}`;
  const content = found.get(key) ?? findLongest(format, contentOf);
  found.set(key, content);
  return content;
};

const found = new Map<string, Buffer>();

/** More is never read at once. */
const mostBytesAtOnce = 512 * 1024;

const findLongest = (format: FileFormat<unknown>, contentOf: (bytes: number) => Buffer): Buffer => {
  let [least, most] = [200, Math.min(format.largestBytes, mostBytesAtOnce)];
  const whole = contentOf(most);
  if (isCheap(format, whole)) return whole;
  for (let step = 0; step < 16 && most - least > least / 20; step += 1) {
    const middle = Math.floor((least + most) / 2);
    if (isCheap(format, contentOf(middle))) least = middle;
    else most = middle;
  }
  return contentOf(least);
};

/** Rows share their parsers: of each syntax one stands for all. */
const measured = fileFormats.filter((format) => {
  const isFirst = rowFormats.find(({ syntax }) => syntax === format.syntax) === format;
  return isFirst || !rowFormats.some(({ name }) => name === format.name);
});

describe('a file of anybody’s', () => {
  it('is of a format that the worker knows, whatever names one', () => {
    const named = sourceFiles('electron/tools').flatMap(({ text }) =>
      [...text.matchAll(/(?:settings|text|bytes)Format\(\{\s*name: '([\w-]+)'/g)].map(([, name]) => name),
    );
    expect(named.length).toBeGreaterThan(30);
    const ofRows = rowFormats.map(({ name }) => name);
    expect(fileFormats.map(({ name }) => name).sort()).toEqual([...named, ...ofRows].sort());
    expect(new Set([...named, ...ofRows]).size).toBe(named.length + ofRows.length);
  });

  it('is read by a worker where it is longer than half a megabyte, whatever is in it', () => {
    const long = Buffer.alloc(mostBytesAtOnce + 1, 'x');
    expect(fileFormats.filter((format) => isCheap(format, long))).toEqual([]);
  });

  it.each(measured.map((format) => [format.name, format] as const))(
    '%s: costs the main process little, whatever is in it',
    { timeout: patience(120_000) },
    (_name, format) => {
      const most = mostMs * machineSlowness();
      for (const [what, contentOf] of Object.entries(hostileContents[format.syntax])) {
        const content = longestReadAtOnce(format, what, contentOf);
        const read = () => {
          try {
            format.parse(content, '/Users/alice/file');
          } catch {
            // What comes of it is told by each parser's own test.
          }
        };
        expect(leastProcessorMs(2, read), what).toBeLessThan(most);
      }
    },
  );
});

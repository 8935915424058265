import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBoundedFile } from '../../../electron/system/files/bounded-file';
import { rememberFiles } from '../../../electron/tools/common/remembered-files';
import { type MacWithDoors, macWithDoors } from '../../system/simulated-doors';

const path = '/Users/alice/.tool/settings/file';
let at: MacWithDoors;
let reads: number;
let kind: () => Promise<string>;

beforeEach(async () => {
  at = await macWithDoors();
  reads = 0;
  const remembered = rememberFiles(at.doors(), async (macPath) => {
    reads += 1;
    const file = await readBoundedFile(at.host(), macPath, 100);
    return file.kind === 'text' ? file.text : file.kind === 'none' ? 'none' : file.reason;
  });
  kind = () => remembered(path);
});
afterEach(() => at.mac.dispose());

const onDisk = () => at.mac.root + path;
const makeFolder = () => mkdirSync(dirname(onDisk()), { recursive: true });

describe('a file that is remembered', () => {
  it.each([
    ['is there', () => writeFileSync(onDisk(), 'text'), 'text'],
    ['is not there', () => {}, 'none'],
    ['is a link to nowhere', () => symlinkSync('/nowhere', onDisk()), 'it is a link to nowhere'],
  ])('is read once while it %s', async (_how, make, expected) => {
    makeFolder();
    make();
    expect([await kind(), await kind(), reads]).toEqual([expected, expected, 1]);
  });

  it('is not looked for again where its folder is not there either', async () => {
    expect([await kind(), await kind(), reads]).toEqual(['none', 'none', 1]);
  });

  it('is read again when it comes, with its folders or as a link to nowhere, when it changes and when it goes', async () => {
    expect(await kind()).toBe('none');
    makeFolder();
    symlinkSync(`${onDisk()}-later`, onDisk());
    expect(await kind()).toBe('it is a link to nowhere');
    writeFileSync(`${onDisk()}-later`, 'came');
    expect(await kind()).toBe('came');
    writeFileSync(onDisk(), 'changed');
    expect(await kind()).toBe('changed');
    rmSync(onDisk());
    expect(await kind()).toBe('none');
  });

  it('is read whole up to its bound and not beyond', async () => {
    makeFolder();
    writeFileSync(onDisk(), 'x'.repeat(100));
    expect(await kind()).toBe('x'.repeat(100));
    writeFileSync(onDisk(), 'x'.repeat(101));
    expect(await kind()).toBe('it is far larger than it should be');
  });
});

import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FileWatch } from '../../../electron/system/files/file-watch';
import { type MacWithDoors, macWithDoors } from '../simulated-doors';

const folder = '/Users/alice/watched 😀';
const file = `${folder}/token.json`;

let at: MacWithDoors;
let watch: FileWatch;
let hints: string[];

beforeEach(async () => {
  at = await macWithDoors();
  mkdirSync(at.mac.root + folder);
  hints = [];
  watch = at.doors().watchFiles((path) => hints.push(path));
});
afterEach(async () => {
  watch.stop();
  await at.mac.dispose();
});

const onDisk = (path: string) => at.mac.root + path;
const put = (path: string) => writeFileSync(onDisk(path), 'x');
const replace = (path: string) => {
  put(`${path}.new`);
  renameSync(onDisk(`${path}.new`), onDisk(path));
};
/** Does it again until somebody says so: a watch is armed when the system gets round to it. */
const hintAfter = async (change: () => void) => {
  hints = [];
  await expect
    .poll(() => {
      change();
      return hints.length;
    })
    .toBeGreaterThan(0);
  return new Set(hints);
};
/** Whatever was to be said before is said by the time that this file's own change is. */
const nothingMore = async () => {
  const probe = `${folder}/probe`;
  put(probe);
  watch.follow(new Set([probe]));
  await hintAfter(() => put(probe));
};

describe('a watched file', () => {
  beforeEach(() => {
    put(file);
    watch.follow(new Set([file]));
  });

  it('gives a hint with its name when it is written to', async () => {
    expect(await hintAfter(() => put(file))).toEqual(new Set([file]));
  });

  it('gives hints after it was replaced by renaming, once and again', async () => {
    for (let times = 0; times < 3; times += 1) {
      await hintAfter(() => replace(file));
      await hintAfter(() => appendFileSync(onDisk(file), 'more'));
    }
  });

  it('that went gives hints again when it has come back and is taken up', async () => {
    rmSync(onDisk(file));
    await expect.poll(() => hints).toContain(file);
    put(file);
    watch.follow(new Set([file]));
    await hintAfter(() => put(file));
  });

  it('gives none any more when it is not followed, nor after the end', async () => {
    await nothingMore();
    hints = [];
    put(file);
    await nothingMore();
    expect(hints).not.toContain(file);
    watch.stop();
    watch.stop();
  });

  it('gives none for what else is written in its folder, or below', async () => {
    mkdirSync(onDisk(`${folder}/projects`));
    for (let times = 0; times < 20; times += 1) {
      put(`${folder}/projects/transcript-${times}.jsonl`);
      put(`${folder}/other-${times}`);
    }
    expect(await hintAfter(() => put(file))).toEqual(new Set([file]));
  });
});

describe('what is no file', () => {
  it('gives no hint and no error: a folder, and one that is missing', async () => {
    put(file);
    watch.follow(new Set([folder, `${folder}/missing`, file]));
    put(`${folder}/missing`);
    put(`${folder}/new`);
    expect(await hintAfter(() => put(file))).toEqual(new Set([file]));
  });
});

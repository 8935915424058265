import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBoundedFolder, whyNotWhole } from '../../../electron/system/files/bounded-folder';
import type { MacHost } from '../../../electron/system/mac/host';
import { someHost } from '../some-host';

let root: string;
let host: MacHost;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-folder-'));
  host = someHost({ root });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a folder's names", () => {
  it('are told in order, and no more than are wanted', async () => {
    mkdirSync(`${root}/a`);
    for (const name of ['c', 'a', 'b']) writeFileSync(`${root}/a/${name}`, '');
    expect(await readBoundedFolder(host, '/a', 10)).toEqual({ kind: 'names', names: ['a', 'b', 'c'], isCut: false });
    const some = await readBoundedFolder(host, '/a', 2);
    expect(some).toMatchObject({ kind: 'names', names: [expect.any(String), expect.any(String)], isCut: true });
    expect(await readBoundedFolder(host, '/a', 3)).toMatchObject({ names: ['a', 'b', 'c'], isCut: false });
  });

  it('are none where there is no folder, and unreadable where it is none', async () => {
    expect(await readBoundedFolder(host, '/a', 10)).toEqual({ kind: 'none' });
    writeFileSync(`${root}/a`, '');
    expect(await readBoundedFolder(host, '/a', 10)).toEqual({ kind: 'unreadable', reason: 'macOS answered ENOTDIR' });
  });

  it('that are not all there are say so in a sentence, as a folder that could not be listed does', () => {
    expect(whyNotWhole('/a', { kind: 'names', names: ['a', 'b'], isCut: true })).toBe(
      '/a holds more than Latchkey reads: 2 of its names were looked at.',
    );
    expect(whyNotWhole('/a', { kind: 'unreadable', reason: 'macOS answered EACCES' })).toBe(
      '/a could not be listed: macOS answered EACCES.',
    );
    expect(whyNotWhole('/a', { kind: 'names', names: ['a', 'b'], isCut: false })).toBeNull();
    expect(whyNotWhole('/a', { kind: 'none' })).toBeNull();
  });

  it('are unreadable where a link to it leads round in a circle or nowhere: a disk may be away that holds some', async () => {
    symlinkSync(`${root}/a`, `${root}/a`);
    expect(await readBoundedFolder(host, '/a', 10)).toEqual({ kind: 'unreadable', reason: 'macOS answered ELOOP' });
    symlinkSync('/Volumes/away', `${root}/b`);
    expect(await readBoundedFolder(host, '/b', 10)).toEqual({
      kind: 'unreadable',
      reason: 'it is a link to nowhere',
    });
  });
});

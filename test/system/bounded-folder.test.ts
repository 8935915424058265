import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBoundedFolder } from '../../electron/system/bounded-folder';
import type { MacHost } from '../../electron/system/host';
import { someHost } from './some-host';

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
    expect(await readBoundedFolder(host, '/a', 10)).toEqual({ kind: 'names', names: ['a', 'b', 'c'] });
    const some = await readBoundedFolder(host, '/a', 2);
    expect(some.kind === 'names' && some.names.length).toBe(2);
  });

  it('are none where there is no folder, and unreadable where it is none', async () => {
    expect(await readBoundedFolder(host, '/a', 10)).toEqual({ kind: 'none' });
    writeFileSync(`${root}/a`, '');
    expect(await readBoundedFolder(host, '/a', 10)).toEqual({ kind: 'unreadable', reason: 'macOS answered ENOTDIR' });
  });
});

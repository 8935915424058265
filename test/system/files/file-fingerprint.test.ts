import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileFingerprint, isSeen, isTaken } from '../../../electron/system/files/file-fingerprint';
import type { MacHost } from '../../../electron/system/mac/host';
import { someHost } from '../some-host';

let root: string;
let host: MacHost;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-fingerprint-'));
  host = someHost({ root });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

// Asked at once on the Mac's own disk, and through a thread elsewhere.
describe.each(['/Users/alice', '/Volumes/disk'])('a fingerprint in %s', (folder) => {
  const path = `${folder}/.tool/file`;
  const lay = () => {
    mkdirSync(`${root}${folder}/.tool`, { recursive: true });
    writeFileSync(root + path, 'text');
  };

  it('is none where there is no file, no folder, or a file where a folder would be', async () => {
    expect(await fileFingerprint(host, path)).toBeNull();
    mkdirSync(root + folder, { recursive: true });
    writeFileSync(`${root}${folder}/.tool`, '');
    expect(await fileFingerprint(host, path)).toBeNull();
    expect([isTaken(null), isSeen(null)]).toEqual([true, false]);
  });

  it('of a file that becomes one that macOS does not let be seen is another one, and not that of a missing file', async () => {
    lay();
    const before = await fileFingerprint(host, path);
    expect(before).not.toBeNull();
    expect([isTaken(before), isSeen(before)]).toEqual([true, true]);
    rmSync(`${root}${folder}/.tool`, { recursive: true });
    symlinkSync(`${root}${folder}/.tool`, `${root}${folder}/.tool`);
    const after = await fileFingerprint(host, path);
    expect(after).toBe('not taken: ELOOP');
    expect([isTaken(after), isSeen(after)]).toEqual([false, false]);
  });
});

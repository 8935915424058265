import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatUndoOffers } from '../../../electron/core/auto-lock/undo-offers';
import { createUndoDoor } from '../../../electron/system/auto-lock/undo-file';
import { someHost } from '../some-host';

const offers = [
  {
    keychainPath: '/Users/alice/Library/Keychains/login.keychain-db',
    changedAt: '2026-09-10T08:00:00.000Z',
    restores: { lockOnSleep: true, idleTimeoutSeconds: 300 },
  },
];

let root = '';
let folder = '';
const door = () => createUndoDoor(someHost({ root }));
const file = () => join(folder, 'auto-lock-undo.json');
const elsewhere = () => join(root, 'elsewhere');
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-undo-'));
  folder = `${root}/Users/alice/Library/Application Support/Latchkey`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('the file of what can be taken back', () => {
  it('comes back as it was written, for the user alone', async () => {
    await door().write(offers);
    expect(await door().read()).toEqual(offers);
    expect(lstatSync(file()).mode & 0o777).toBe(0o600);
  });

  const good = (path: string) => writeFileSync(path, formatUndoOffers(offers), { mode: 0o600 });
  const hostile: readonly (readonly [string, () => void])[] = [
    [
      'a link to good offers',
      () => {
        good(elsewhere());
        symlinkSync(elsewhere(), file());
      },
    ],
    [
      'a file with a second name',
      () => {
        good(file());
        linkSync(file(), elsewhere());
      },
    ],
    [
      'a file that others can write to',
      () => {
        good(file());
        chmodSync(file(), 0o622);
      },
    ],
    ['a pipe', () => execFileSync('mkfifo', ['-m', '600', file()])],
    [
      'a file in a folder that others can write to',
      () => {
        good(file());
        chmodSync(folder, 0o777);
      },
    ],
    [
      'a file behind a link in the place of the folder',
      () => {
        good(file());
        renameSync(folder, elsewhere());
        symlinkSync(elsewhere(), folder);
      },
    ],
  ];

  it.each(hostile)('offers nothing where there lies %s', async (_, lay) => {
    lay();
    expect(await door().read()).toEqual([]);
  });

  it('is written anew in the place of a link, and not through it', async () => {
    writeFileSync(elsewhere(), 'mine');
    symlinkSync(elsewhere(), file());
    await door().write(offers);
    expect(await door().read()).toEqual(offers);
    expect(lstatSync(elsewhere()).size).toBe('mine'.length);
  });
});

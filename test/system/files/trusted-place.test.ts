import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, lchownSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { judgePlace, judgePlaceNow, type PlaceRule } from '../../../electron/system/files/trusted-place';
import { makeShortFolder } from '../../simulator/short-folder';
import { someHost } from '../some-host';

const isRoot = process.getuid?.() === 0;
const somebodyElse = 12_345;
const own = process.getuid?.() ?? 0;

let root = '';
let servers: Server[] = [];
beforeEach(() => {
  root = makeShortFolder('latchkey-place-');
});
afterEach(() => {
  for (const server of servers) server.close();
  servers = [];
  rmSync(root, { recursive: true, force: true });
});

const folder = (path: string, mode = 0o700): void => {
  mkdirSync(root + path, { recursive: true });
  chmodSync(root + path, mode);
};
const file = (path: string, mode = 0o600): void => {
  writeFileSync(root + path, '');
  chmodSync(root + path, mode);
};
const socket = (path: string): Promise<void> =>
  new Promise((resolve) => {
    servers.push(createServer().listen(root + path, resolve));
  });

/** Both ways to ask have to agree. */
const judge = async (path: string, rule: PlaceRule) => {
  const host = someHost({ root });
  const place = await judgePlace(host, path, rule);
  expect(judgePlaceNow(host, path, rule)).toEqual(place);
  return place.kind === 'refused' ? `${place.problem} at ${place.at}` : place.kind;
};

const closedFile: PlaceRule = { kind: 'file', others: 'nothing' };
const readableFile: PlaceRule = { kind: 'file', others: 'reading' };
const closedFolder: PlaceRule = { kind: 'folder', others: 'nothing' };

describe('a place is trusted', () => {
  it('when it is the user’s own, below folders that nobody else can write to', async () => {
    folder('/a/b', 0o755);
    file('/a/b/f');
    expect(await judge('/a/b/f', closedFile)).toBe('trusted');
    expect(await judge('/a/b', { kind: 'folder', others: 'reading' })).toBe('trusted');
  });

  it('when it is the user’s own in a sticky folder, where others can make things and replace nothing', async () => {
    folder('/tmp', 0o1777);
    folder('/tmp/mine');
    expect(await judge('/tmp/mine', closedFolder)).toBe('trusted');
  });

  it('when a link of the user’s own is on the way to it, and is named by its real path then', async () => {
    folder('/real');
    folder('/real/inside');
    symlinkSync('real', `${root}/relative`);
    symlinkSync(`${root}/relative`, `${root}/absolute`);
    file('/real/f');
    expect(await judge('/absolute/f', closedFile)).toBe('trusted');
    symlinkSync('../../real/./f', `${root}/real/inside/g`);
    const linked = await judgePlace(someHost({ root }), '/real/inside/g', { ...closedFile, link: 'followed' });
    expect(linked).toMatchObject({ kind: 'trusted', path: `${root}/real/f` });
    symlinkSync('..', `${root}/real/inside/up`);
    const up = await judgePlace(someHost({ root }), '/real/inside/up', { ...closedFolder, link: 'followed' });
    expect(up).toMatchObject({ kind: 'trusted', path: `${root}/real` });
  });
});

describe('a place is missing', () => {
  it.each(['/no', '/no/folder/at/all'])('where nothing is at %s', async (path) => {
    expect(await judge(path, closedFile)).toBe('missing');
  });
});

describe('a place is refused', () => {
  const cases: readonly [string, () => void | Promise<void>, string, PlaceRule, string][] = [
    ['others can write to it', () => file('/f', 0o606), '/f', readableFile, 'others-can-write at /f'],
    ['its group can write to it', () => file('/f', 0o620), '/f', readableFile, 'others-can-write at /f'],
    ['others can read it and must not', () => file('/f', 0o604), '/f', closedFile, 'others-can-read at /f'],
    ['its folder is open', () => folder('/d', 0o750), '/d', closedFolder, 'others-can-read at /d'],
    [
      'a folder far above it is writable by others',
      () => {
        folder('/a', 0o777);
        folder('/a/b/c');
        file('/a/b/c/f');
      },
      '/a/b/c/f',
      closedFile,
      'others-can-write at /a',
    ],
    [
      'the folder that a link leads through is writable by others',
      () => {
        folder('/a', 0o777);
        folder('/a/b');
        file('/a/b/f');
        symlinkSync('a/b', `${root}/link`);
      },
      '/link/f',
      closedFile,
      'others-can-write at /a',
    ],
    ['it is a link', () => symlinkSync('f', `${root}/l`), '/l', closedFile, 'is-a-link at /l'],
    [
      'it may be a link, and that leads nowhere',
      () => symlinkSync('no/f', `${root}/l`),
      '/l',
      { ...closedFile, link: 'followed' },
      'leads-nowhere at /no',
    ],
    [
      'it may be a link, and that leads to itself',
      () => symlinkSync('l', `${root}/l`),
      '/l',
      { ...closedFile, link: 'followed' },
      'leads-nowhere at /l',
    ],
    ['it is a folder', () => folder('/f'), '/f', closedFile, 'wrong-kind at /f'],
    ['it is a pipe', () => void spawnSync('mkfifo', [`${root}/f`]), '/f', closedFile, 'wrong-kind at /f'],
    ['it is a socket', () => socket('/f'), '/f', closedFile, 'wrong-kind at /f'],
    ['it is no socket', () => file('/f'), '/f', { kind: 'socket', others: 'anything' }, 'wrong-kind at /f'],
    ['what should be a folder above it is a file', () => file('/f'), '/f/g', closedFile, 'wrong-kind at /f'],
  ];
  it.each(cases)('where %s', async (_, make, path, rule, told) => {
    await make();
    expect(await judge(path, rule)).toBe(told);
  });

  it('where it is not the user’s', async () => {
    file('/f');
    expect(await judge('/f', { ...closedFile, ownerUid: own + 1 })).toMatch(/^another-user at /);
  });

  it.runIf(isRoot)('where another user owns it, a folder above it, or a link on the way', async () => {
    folder('/tmp', 0o1777);
    folder('/tmp/theirs');
    chownSync(`${root}/tmp/theirs`, somebodyElse, somebodyElse);
    file('/tmp/theirs/f');
    expect(await judge('/tmp/theirs', closedFolder)).toBe('another-user at /tmp/theirs');
    expect(await judge('/tmp/theirs/f', closedFile)).toBe('another-user at /tmp/theirs');
    folder('/mine');
    file('/mine/f');
    symlinkSync(`${root}/mine`, `${root}/tmp/link`);
    lchownSync(`${root}/tmp/link`, somebodyElse, somebodyElse);
    expect(await judge('/tmp/link/f', closedFile)).toBe('another-user at /tmp/link');
  });
});

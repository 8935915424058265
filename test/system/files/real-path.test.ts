import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readBoundedFile } from '../../../electron/system/files/bounded-file';
import { readBoundedFolder } from '../../../electron/system/files/bounded-folder';
import { statusOf } from '../../../electron/system/files/own-file';
import { realMacPath } from '../../../electron/system/files/real-path';
import { someHost } from '../some-host';

let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'latchkey-real-path-')));
  mkdirSync(join(root, 'Users/alice/real'), { recursive: true });
  symlinkSync('real', join(root, 'Users/alice/link'));
  symlinkSync('round', join(root, 'Users/alice/round'));
  symlinkSync('/Volumes/gone/x', join(root, 'Users/alice/elsewhere'));
  writeFileSync(join(root, 'Users/alice/file'), '');
});
afterAll(() => rmSync(root, { recursive: true }));

it.each([
  ['link', { kind: 'real', path: '/Users/alice/real' }],
  ['none', { kind: 'absent' }],
  ['file/none', { kind: 'absent' }],
  ['round', { kind: 'unreadable', code: 'ELOOP' }],
])('a path that macOS does not let be seen is none that is absent: %s', async (name, expected) => {
  expect(await realMacPath(someHost({ root }), `/Users/alice/${name}`)).toEqual(expected);
});

it.each([
  ['file', 'found'],
  ['link', 'found'],
  ['none', 'absent'],
  ['file/none', 'absent'],
  ['round/none', 'unreadable'],
])('what lies there is found, absent or unreadable: %s', async (name, kind) => {
  expect((await statusOf(join(root, 'Users/alice', name))).kind).toBe(kind);
});

it.each([
  ['none', 'none'],
  ['elsewhere', 'unreadable'],
  ['round/none', 'unreadable'],
])('nothing that could be opened is none only where there is none: %s', async (name, kind) => {
  const path = `/Users/alice/${name}`;
  expect((await readBoundedFile(someHost({ root }), path, 9)).kind).toBe(kind);
  expect((await readBoundedFolder(someHost({ root }), path, 9)).kind).toBe(kind);
});

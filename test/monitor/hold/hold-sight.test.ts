import { describe, expect, it } from 'vitest';
import type { HoldEntry } from '../../../electron/core/hold/hold-journal';
import { problemOf } from '../../../electron/core/hold/hold-problems';
import { findRenamed } from '../../../electron/monitor/hold/hold-sight';
import type { MacDoors } from '../../../electron/system/doors';
import type { KeychainFileReading } from '../../../electron/system/keychain/keychain-file-reading';
import { createFakeMac } from '../fake-mac';

const folder = '/Users/alice/Library/Keychains';
const before = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const entry: HoldEntry = {
  path: `${folder}/work.keychain-db`,
  signature: 'aa'.repeat(16),
  before,
  wasLocked: false,
  progress: 'held',
  lockedSince: false,
  decision: null,
};
const keychain = (signature: string): KeychainFileReading => ({ kind: 'keychain', settings: before, signature });
const its = keychain('aa'.repeat(16));
const anothers = keychain('bb'.repeat(16));
const closed = { kind: 'unreadable', reason: 'macOS answered EACCES' } as const;

/** @param files what lies in the folder, by name; a reason where it cannot be listed. */
const found = (files: Readonly<Record<string, KeychainFileReading>> | string | null) => {
  const names = Object.keys(typeof files === 'string' ? {} : (files ?? {}));
  const listKeychainFiles: MacDoors['listKeychainFiles'] = async () => {
    if (typeof files === 'string') return { kind: 'unreadable', reason: files };
    return files === null
      ? { kind: 'none' }
      : { kind: 'names', names: names.map((name) => `${folder}/${name}`), isCut: false };
  };
  const readKeychainFile: MacDoors['readKeychainFile'] = async (path) =>
    (typeof files === 'string' ? null : files?.[path.slice(folder.length + 1)]) ?? { kind: 'missing' };
  return findRenamed({ ...createFakeMac(() => 0).doors, listKeychainFiles, readKeychainFile }, entry);
};

describe('a held keychain that is not at its path any more', () => {
  it.each([
    ['is the one with its signature', { 'a.keychain-db': its, 'b.keychain-db': anothers }, 'found'],
    [
      'is the one with its signature beside one that cannot be read',
      { 'a.keychain-db': its, 'b.keychain-db': closed },
      'found',
    ],
    ['is none of two with its signature', { 'a.keychain-db': its, 'b.keychain-db': its }, 'none'],
    ['is nowhere where none has its signature', { 'a.keychain-db': anothers }, 'none'],
    ['is nowhere where the folder is gone', null, 'none'],
    ['is not known where the folder cannot be listed', 'macOS answered EACCES', 'unknown'],
    ['is not known where one that may be it cannot be read', { 'a.keychain-db': closed }, 'unknown'],
  ] as const)('%s', async (_what, files, kind) => {
    expect((await found(files)).kind).toBe(kind);
  });

  it('is told with what kept Latchkey from looking for it', async () => {
    const renamed = await found('macOS answered EACCES');
    const { sentence } = problemOf(entry, { kind: 'missing' }, renamed);
    expect(sentence).toContain('or let it be. Whether it has another name now could not be looked up: ');
    expect(sentence).toContain(`${folder} could not be listed: macOS answered EACCES.`);
  });
});

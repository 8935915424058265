import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain } from '../simulated-doors';

let at: MacWithDoors;
beforeAll(async () => {
  at = await macWithDoors();
});
afterAll(() => at.mac.dispose());

const read = async (keychainPath: string) => {
  const { autoLock, lock } = at.doors();
  return autoLock.read(keychainPath, await lock.read(keychainPath));
};

describe('the auto-lock settings', () => {
  it('are those in force while unlocked, and those of the file while locked', async () => {
    expect(await read(loginKeychain)).toEqual({ source: 'session', lockOnSleep: false, idleTimeoutSeconds: null });
    expect(await read(otherKeychain)).toEqual({ source: 'file', lockOnSleep: true, idleTimeoutSeconds: 300 });
    expect(at.mac.dialogs.list()).toEqual([]);
  });

  it('are those of the file when the keychain locks between the look and the question', async () => {
    const { autoLock } = at.doors();
    expect(await autoLock.read(otherKeychain, { state: 'unlocked' })).toMatchObject({ source: 'file' });
    expect(at.mac.dialogs.list()).toEqual([]);
  });

  it('stay apart from what another session has stored since', async () => {
    const inside = at.doors('ssh-2').security;
    await inside.setAutoLock(loginKeychain, { lockOnSleep: true, idleTimeoutSeconds: 120 });
    expect(await read(loginKeychain)).toEqual({ source: 'session', lockOnSleep: false, idleTimeoutSeconds: null });
    await at.doors().security.lock(loginKeychain);
    expect(await read(loginKeychain)).toEqual({ source: 'file', lockOnSleep: true, idleTimeoutSeconds: 120 });
  });

  it('are read through a link', async () => {
    const link = '/Users/alice/Library/Keychains/link.keychain-db';
    symlinkSync(at.mac.root + otherKeychain, at.mac.root + link);
    expect(await at.doors().autoLock.read(link, { state: 'locked' })).toMatchObject({ source: 'file' });
  });

  it.each([
    ['is missing', (path: string) => rmSync(path, { force: true })],
    ['is a folder', (path: string) => mkdirSync(path)],
    ['is empty', (path: string) => writeFileSync(path, '')],
    ['is something else', (path: string) => writeFileSync(path, 'SQLite format 3\0'.repeat(100))],
  ])('are unknown with a reason when the file %s', async (what, make) => {
    const path = `/Users/alice/Library/Keychains/${what}.keychain-db`;
    make(at.mac.root + path);
    expect(await at.doors().autoLock.read(path, { state: 'locked' })).toEqual({
      source: 'unknown',
      reason: expect.stringMatching(/\.$/),
    });
  });
});

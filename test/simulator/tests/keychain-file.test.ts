import { describe, expect, it } from 'vitest';
import { keychainFileBytes, storedSettings } from '../keychain-file';

const path = '/Users/alice/Library/Keychains/login.keychain-db';
const magic = Buffer.from('fade0711', 'hex');

/** Offsets of every blob's magic, in the order in which a search would meet them. */
const magicOffsets = (file: Buffer): readonly number[] => {
  const found: number[] = [];
  for (let at = file.indexOf(magic); at >= 0; at = file.indexOf(magic, at + 1)) found.push(at);
  return found;
};

describe('the header of a simulated keychain file', () => {
  it.each([
    { idleTimeoutSeconds: 300, lockOnSleep: true },
    { idleTimeoutSeconds: null, lockOnSleep: false },
    { idleTimeoutSeconds: 0, lockOnSleep: true },
    { idleTimeoutSeconds: 0xfffffffb, lockOnSleep: false },
  ])('gives back the settings that it was written with: $idleTimeoutSeconds, $lockOnSleep', (settings) => {
    expect(storedSettings(keychainFileBytes(path, settings))).toEqual(settings);
  });

  it('begins as a keychain does and keeps its schema behind a 16-byte header', () => {
    const file = keychainFileBytes(path, { idleTimeoutSeconds: 60, lockOnSleep: false });
    expect(file.toString('latin1', 0, 4)).toBe('kych');
    expect([file.readUInt32BE(4), file.readUInt32BE(8), file.readUInt32BE(12)]).toEqual([0x10000, 16, 20]);
  });

  it('has the same magic in key blobs before the one that counts, with other bytes at the settings’ place', () => {
    const file = keychainFileBytes(path, { idleTimeoutSeconds: 60, lockOnSleep: true });
    const offsets = magicOffsets(file);
    expect(offsets.length).toBeGreaterThan(1);
    expect(file.readUInt32BE((offsets[0] ?? 0) + 36)).not.toBe(60);
    expect(file.readUInt32BE((offsets.at(-1) ?? 0) + 36)).toBe(60);
    expect(file[(offsets.at(-1) ?? 0) + 40]).toBe(1);
  });

  it.each([
    { ending: 'keychain-db', version: 0x200 },
    { ending: 'keychain', version: 0x100 },
  ])('writes the blob version of its time for .$ending', ({ ending, version }) => {
    const file = keychainFileBytes(`/a.${ending}`, { idleTimeoutSeconds: 1, lockOnSleep: false });
    expect(file.readUInt32BE((magicOffsets(file).at(-1) ?? 0) + 4)).toBe(version);
  });

  it('is no keychain when it is cut off or overwritten', () => {
    const file = keychainFileBytes(path, { idleTimeoutSeconds: 60, lockOnSleep: true });
    expect(storedSettings(file.subarray(0, 40))).toBeNull();
    expect(storedSettings(Buffer.from('not a keychain'))).toBeNull();
    expect(storedSettings(Buffer.alloc(0))).toBeNull();
  });
});

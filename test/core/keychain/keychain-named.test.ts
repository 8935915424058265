import { describe, expect, it } from 'vitest';
import { keychainNamed } from '../../../electron/core/keychain/keychain-named';

const folder = '/Users/alice/Library/Keychains';
const keychains = [
  { path: `${folder}/login.keychain-db` },
  { path: `${folder}/build.keychain` },
  { path: `${folder}/ci 🔑.keychain-db` },
  { path: `${folder}/twice.keychain-db` },
  { path: '/Volumes/stick/twice.keychain-db' },
];

describe('the keychain that somebody means', () => {
  it.each([
    ['login', 'login.keychain-db'],
    ['login.keychain', 'login.keychain-db'],
    ['login.keychain-db', 'login.keychain-db'],
    ['build', 'build.keychain'],
    ['ci 🔑', 'ci 🔑.keychain-db'],
    [`${folder}/build.keychain`, 'build.keychain'],
  ])('%s is %s', (wanted, name) => {
    expect(keychainNamed(keychains, wanted)?.path).toBe(`${folder}/${name}`);
  });

  it.each(['twice', 'Login', 'other', '/login.keychain-db', ''])('“%s” is none, or not one alone', (wanted) => {
    expect(keychainNamed(keychains, wanted)).toBeUndefined();
  });
});

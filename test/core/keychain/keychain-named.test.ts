import { describe, expect, it } from 'vitest';
import { searchAndUnlockCommand } from '../../../electron/core/keychain/commands';
import { keychainNamed } from '../../../electron/core/keychain/keychain-named';
import { keychainPath } from '../../../electron/core/keychain/keychain-path';

const folder = '/Users/alice/Library/Keychains';
const keychains = [
  { path: `${folder}/login.keychain-db` },
  { path: `${folder}/build.keychain` },
  { path: `${folder}/a.keychain.b` },
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
    ['a.keychain.b', 'a.keychain.b'],
    [`${folder}/build.keychain`, 'build.keychain'],
  ])('%s is %s', (wanted, name) => {
    expect(keychainNamed(keychains, wanted)?.path).toBe(`${folder}/${name}`);
  });

  it.each(['twice', 'Login', 'other', 'a.b', '/login.keychain-db', ''])('“%s” is none, or not one alone', (wanted) => {
    expect(keychainNamed(keychains, wanted)).toBeUndefined();
  });
});

describe('a path that a tool is given', () => {
  it.each(['/k', `/${'k'.repeat(1023)}`])('may be %s', (path) => {
    expect(keychainPath.safeParse(path).success).toBe(true);
  });

  it.each(['', '-k', 'k/', '/a\u0000b', `/${'k'.repeat(1024)}`, 7])('may not be %j', (path) => {
    expect(keychainPath.safeParse(path).success).toBe(false);
  });

  it('is put on the search list of a session and unlocked there, quoted for a shell', () => {
    expect(searchAndUnlockCommand('/a b')).toBe(
      "security list-keychains -s $(security list-keychains | xargs) '/a b' && security unlock-keychain '/a b'",
    );
  });
});

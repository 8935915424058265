import { describe, expect, it } from 'vitest';
import { usualLoginPath } from '../../../electron/monitor/look/keychain-list';
import { someHost } from '../../system/some-host';

const host = someHost({});
const path = `${host.homeFolder}/Library/Keychains/login.keychain-db`;

describe('the login keychain, before the tool has answered,', () => {
  it.each<[string, () => Promise<string | null>, string | null]>([
    ['is at its usual place where a file is', () => Promise.resolve('1:2:3:4'), path],
    ['is nowhere where there surely is none', () => Promise.resolve(null), null],
    ['is not taken for missing where it could not be looked for', () => Promise.resolve('not taken: EACCES'), path],
    ['is not taken for missing where looking broke', () => Promise.reject(new Error('broken')), path],
  ])('%s', async (_what, fileFingerprint, expected) => {
    expect(await usualLoginPath({ host, fileFingerprint })).toBe(expected);
  });
});

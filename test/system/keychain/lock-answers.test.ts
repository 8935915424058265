import { describe, expect, it } from 'vitest';
import { lockStateScript, parseJxaAnswer } from '../../../electron/system/keychain/jxa';
import { readingOfStatus } from '../../../electron/system/keychain/security-framework';

describe('what SecKeychainGetStatus answers', () => {
  it.each([
    [0, 7, 'unlocked'],
    [0, 3, 'unlocked'],
    [0, 2, 'locked'],
    [0, 6, 'locked'],
    [0, 0, 'unknown'],
    [-25294, 0, 'unknown'],
    [-25295, 7, 'unknown'],
    [-25308, 0, 'unknown'],
    [-1, 2, 'unknown'],
  ])('status %i with bits %i is %s', (osStatus, bits, state) => {
    expect(readingOfStatus(osStatus, bits).state).toBe(state);
  });

  it('says that a keychain is missing, and never that it is locked', () => {
    expect(readingOfStatus(-25294, 0)).toEqual({
      state: 'unknown',
      reason: expect.stringContaining('no such keychain'),
    });
  });
});

describe('the JavaScript for Automation', () => {
  it('forbids prompts before it opens anything', () => {
    const forbids = lockStateScript.indexOf('SecKeychainSetUserInteractionAllowed(false)');
    expect(forbids).toBeGreaterThan(0);
    expect(forbids).toBeLessThan(lockStateScript.indexOf('SecKeychainOpen'));
    expect(lockStateScript).not.toMatch(/Unlock|CopySettings|Find|Allowed\(true\)/);
  });

  it('is believed for exactly the keychains that were asked for', () => {
    const answer = JSON.stringify([
      { path: '/a', osStatus: 0, bits: 7 },
      { path: '/b 😀', osStatus: 0, bits: 2 },
    ]);
    expect(parseJxaAnswer(answer, ['/a', '/b 😀'])).toEqual({
      ok: true,
      value: [{ state: 'unlocked' }, { state: 'locked' }],
    });
  });

  it.each([
    '',
    'undefined',
    '{}',
    '[]',
    '[null]',
    '[{"path":"/b","osStatus":0,"bits":7}]',
    '[{"path":"/a","osStatus":"0","bits":7}]',
    '[{"path":"/a","osStatus":0,"bits":1.5}]',
    '[{"path":"/a","osStatus":0,"bits":7},{"path":"/b","osStatus":0,"bits":7}]',
  ])('is not believed when it answers %j', (stdout) => {
    expect(parseJxaAnswer(stdout, ['/a'])).toMatchObject({ ok: false, code: 'not-readable' });
  });
});

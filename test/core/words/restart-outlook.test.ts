import { describe, expect, it } from 'vitest';
import { restartOutlook } from '../../../electron/core/words/restart-outlook';

describe('what a remote user meets after a restart', () => {
  it.each([
    ['on', 'off', 'on', 'disk-waits', 'only unlocks the disk'],
    ['on', 'off', 'off', 'disk-waits', 'nobody gets in from afar'],
    ['on', 'unknown', 'unknown', 'disk-waits', 'only unlocks the disk'],
    ['off', 'on', 'on', 'logs-in-by-itself', 'a desktop session again'],
    ['off', 'off', 'on', 'nobody-at-the-desktop', 'an SSH login works and sees a locked keychain'],
    ['off', 'off', 'off', 'nobody-at-the-desktop', 'until somebody logs in at this Mac'],
    ['unknown', 'on', 'on', 'unknown', 'whether FileVault is on'],
    ['off', 'unknown', 'on', 'unknown', 'whether this Mac logs in by itself'],
  ] as const)(
    'FileVault %s, automatic login %s, Remote Login %s: %s',
    (fileVault, autoLogin, remoteLogin, kind, words) => {
      const outlook = restartOutlook({ fileVault, autoLogin, remoteLogin });
      expect(outlook.kind).toBe(kind);
      expect(outlook.sentence).toContain(words);
    },
  );

  it('is so already where nobody is logged in at the desktop, whatever the settings', () => {
    const settings = { fileVault: 'on', autoLogin: 'off', remoteLogin: 'on' } as const;
    expect(restartOutlook({ ...settings, desk: 'nobody' })).toMatchObject({
      kind: 'nobody-now',
      sentence: expect.stringMatching(/^Nobody is logged in at the desktop now.*Log in at this Mac/),
    });
    expect(restartOutlook({ ...settings, desk: 'unknown' })).toMatchObject({ kind: 'disk-waits' });
  });
});

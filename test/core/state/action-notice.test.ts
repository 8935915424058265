import { describe, expect, it } from 'vitest';
import { failure, success } from '../../../electron/core/outcome';
import { type ActionKind, noticeOf } from '../../../electron/core/state/action-notice';

const now = Date.UTC(2026, 8, 10, 9);
const at = '2026-09-10T09:00:00.000Z';

describe('what an action came to', () => {
  it.each<[ActionKind, string]>([
    ['lock', 'Locked in this desktop session.'],
    ['unlock', 'Unlocked in this desktop session.'],
    ['set-auto-lock', 'The auto-lock settings are changed.'],
    ['read-expiry', 'The expiry was read from the keychain.'],
    ['set-end-date', 'The end date is as you wished.'],
    ['check-app-access', 'The check is done: apps can use the keychain.'],
    ['test-fresh-login', 'A login was made for the test, and has ended.'],
    ['open-unlock-prompt', 'A window named “unlock” is open in that tmux server. Type the password there.'],
    ['start-desktop-tmux', 'A tmux server of the desktop is running.'],
    ['set-shell-helper', 'Done, for shells that are opened from now on.'],
    ['install-command', 'The link is there.'],
    ['set-desktop-tmux-at-login', 'The LaunchAgent is as you wished.'],
    ['start-hold', 'The keychain stays unlocked until Keep Unlocked ends.'],
    ['end-hold', 'Keep Unlocked has ended, and the settings are what they were before.'],
  ])('%s, done: “%s”', (kind, sentence) => {
    expect(noticeOf(kind, success(undefined), now, 'desktop')).toEqual({ kind: 'done', code: 'done', sentence, at });
  });

  it('names the session that it was done in', () => {
    expect(noticeOf('lock', success(undefined), now, 'this-ssh-login').sentence).toBe('Locked in this SSH login.');
    expect(noticeOf('unlock', success(undefined), now, 'this-ssh-login').sentence).toBe('Unlocked in this SSH login.');
  });

  it.each([
    ['cancelled', 'cancelled'],
    ['aborted', 'cancelled'],
    ['timed-out', 'failed'],
  ])('that ended with “%s” has %s', (code, kind) => {
    expect(noticeOf('unlock', failure(code, 'So it is.'), now, 'desktop')).toEqual({
      ...{ kind, code, at },
      sentence: 'So it is.',
    });
  });
});

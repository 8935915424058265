import { describe, expect, it } from 'vitest';
import { describeHoldExposure, describeHoldRestores, formatHoldEnd } from '../../../electron/core/hold/format-hold';
import { loginPath } from '../sample-facts';
import { beforeHold } from '../sample-hold';

const now = { nowMs: Date.UTC(2026, 8, 10, 9), timeZone: 'Europe/Berlin' };
const workPath = '/Users/alice/Library/Keychains/work.keychain-db';

describe("a hold's end in words", () => {
  it.each([
    [{ kind: 'at', at: '2026-09-10T16:30:00.000Z' }, 'until 18:30'],
    [{ kind: 'at', at: '2026-09-11T07:00:00.000Z' }, 'until tomorrow 09:00'],
    [{ kind: 'at', at: '2026-09-13T07:00:00.000Z' }, 'until Sunday 09:00'],
    [{ kind: 'at', at: '2026-09-28T07:00:00.000Z' }, 'until 28 September'],
    [{ kind: 'back', afterMinutesAway: 1 }, 'until you are back after 1 minute or more'],
    [{ kind: 'back', afterMinutesAway: 15 }, 'until you are back after 15 minutes or more'],
    [{ kind: 'open' }, 'until you end it'],
  ] as const)('%o', (end, words) => {
    expect(formatHoldEnd(end, now)).toBe(words);
  });
});

describe('what a hold exposes', () => {
  it('on the desktop', () => {
    const hold = {
      end: { kind: 'at', at: '2026-09-10T16:30:00.000Z' },
      session: 'desktop',
      keychains: [{ path: loginPath }],
    } as const;
    expect(describeHoldExposure(hold, now)).toBe(
      "Until 18:30 the login keychain stays unlocked through idle time and sleep: whoever reaches this desktop's session, here or through its tmux servers, can use its logins.",
    );
  });

  it('of more than two keychains, with a comma', () => {
    const keychains = ['/a.keychain-db', '/b.keychain-db', '/c.keychain-db'].map((path) => ({ path }));
    expect(describeHoldExposure({ end: { kind: 'open' }, session: 'desktop', keychains }, now)).toContain(
      'the keychains a, b and c stay unlocked',
    );
  });

  it('of several keychains, in an SSH login', () => {
    const hold = {
      end: { kind: 'open' },
      session: 'this-ssh-login',
      keychains: [{ path: loginPath }, { path: workPath }],
    } as const;
    expect(describeHoldExposure(hold, now)).toBe(
      'Until you end it the keychains login and work stay unlocked through idle time and sleep: whoever reaches this SSH login can use their logins.',
    );
  });
});

describe('what a hold puts back', () => {
  it('tells the settings and the lock', () => {
    const keychains = [{ path: loginPath, restores: beforeHold, wasLocked: false }];
    expect(describeHoldRestores({ keychains })).toBe('Then its settings are put back: 5 min after last use, on sleep.');
    expect(describeHoldRestores({ keychains: [{ path: loginPath, restores: beforeHold, wasLocked: true }] })).toBe(
      'Then its settings are put back: 5 min after last use, on sleep, and it is locked, as it was before.',
    );
    expect(describeHoldRestores({ keychains }, 'always')).toMatch(/on sleep, and it is locked\.$/);
    expect(
      describeHoldRestores({ keychains: [{ path: loginPath, restores: beforeHold, wasLocked: true }] }, 'always'),
    ).toMatch(/on sleep, and it is locked\.$/);
  });

  it('names each of several keychains', () => {
    const never = { lockOnSleep: false, idleTimeoutSeconds: null };
    const keychains = [
      { path: loginPath, restores: beforeHold, wasLocked: false },
      { path: workPath, restores: never, wasLocked: false },
    ];
    expect(describeHoldRestores({ keychains })).toBe(
      'Then their settings are put back: login: 5 min after last use, on sleep; work: no timeout, not on sleep.',
    );
  });
});

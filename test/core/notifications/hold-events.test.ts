import { describe, expect, it } from 'vitest';
import { holdEvents } from '../../../electron/core/notifications/hold-events';
import type { Hold, HoldProblem } from '../../../electron/core/words/hold';
import { loginPath, sighting } from '../sample-facts';

const now = Date.UTC(2026, 8, 10, 9);
const minuteMs = 60_000;
const iso = (minutes: number) => new Date(now + minutes * minuteMs).toISOString();
const restores = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const facts = {
  until: iso(4),
  end: { kind: 'at', at: iso(4) },
  startedAt: iso(-60),
  restores,
  keychains: [{ path: loginPath, restores, wasLocked: false }],
  keepAwake: false,
  relock: 'as-before',
  owner: 'app',
  session: 'desktop',
  isElsewhere: false,
} as const;
const { isThisSession: _, ...seen } = sighting();
const remote = { ...seen, sees: 'unlocked', basis: 'inferred', reason: '' } as const;
const problem: HoldProblem = {
  path: loginPath,
  kind: 'locked',
  sentence: 'Unlock it, and its settings are put back.',
  before: restores,
};
const events = (hold: Hold, shared = [remote]) => holdEvents({ hold }, shared, '2 remote clients share', now);

describe('what somebody should hear of a hold', () => {
  it('is its end, five minutes ahead, with what comes then and who is there', () => {
    expect(events({ state: 'on', ...facts })).toMatchObject([
      {
        kind: 'hold-ends-soon',
        body: "Auto-lock is put back then: 5 min after last use, on sleep. 2 remote clients share this desktop's session.",
      },
    ]);
  });

  it.each<[string, Hold, readonly (typeof remote)[]]>([
    ['no hold', { state: 'off' }, [remote]],
    ['nobody attached', { state: 'on', ...facts }, []],
    ['an end further away', { state: 'on', ...facts, until: iso(6) }, [remote]],
    ['an end that has passed', { state: 'on', ...facts, until: iso(0) }, [remote]],
    ['a short one', { state: 'on', ...facts, startedAt: iso(-6) }, [remote]],
    ['one that another process keeps', { state: 'on', ...facts, isElsewhere: true }, [remote]],
    ['settings that are being put back', { state: 'restoring', ...facts, problems: [] }, [remote]],
  ])('is nothing with %s', (_what, hold, shared) => {
    expect(events(hold, [...shared])).toEqual([]);
  });

  it('is that settings wait for an unlock, with Unlock as its action, also when nobody is attached', () => {
    expect(events({ state: 'restoring', ...facts, waitsFor: 'unlock', problems: [problem] }, [])).toMatchObject([
      { kind: 'hold-waits', body: problem.sentence, action: { kind: 'unlock', keychainPath: loginPath } },
    ]);
  });

  it('is that they wait for a decision, which the popover asks for', () => {
    const changed = { ...problem, kind: 'changed-elsewhere' as const };
    expect(events({ state: 'restoring', ...facts, waitsFor: 'decision', problems: [changed] })).toMatchObject([
      { kind: 'hold-waits', action: null },
    ]);
  });
});

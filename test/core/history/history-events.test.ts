import { describe, expect, it } from 'vitest';
import {
  carriedOver,
  emptyHistoryMemory,
  followHistory,
  type Witnessed,
} from '../../../electron/core/history/history-events';
import type { Credential } from '../../../electron/core/words/credential';
import type { Keychain } from '../../../electron/core/words/keychain';
import { everything } from '../../../electron/core/words/pending';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { credential, keychain, loginPath } from '../sample-facts';
import {
  act,
  follow,
  fresh,
  iso,
  locked,
  quiet,
  session,
  snapshot,
  start,
  unknown,
  unlocked,
} from './followed-history';

describe('changes of the lock state', () => {
  it('a look that finds all as before is no event', () => {
    expect(follow([unlocked(0)], [unlocked(5)], [unlocked(10)])).toEqual([]);
  });

  it.each([
    ['lock', 'locked', [act({})], 'manual', 'latchkey'],
    ['lock all', 'locked', [act({ target: everything })], 'manual', 'latchkey'],
    [
      'a lock of another keychain',
      'locked',
      [act({ target: { kind: 'keychain', path: '/other' } })],
      'manual',
      'elsewhere',
    ],
    ['a lock that failed', 'locked', [act({ isDone: false })], 'manual', 'elsewhere'],
    ['an unlock', 'locked', [act({ kind: 'unlock' })], 'manual', 'elsewhere'],
    [
      'a lock of a minute ago',
      'locked',
      [act({ startedAt: start - 60_000, endedAt: start - 59_000 })],
      'manual',
      'elsewhere',
    ],
    [
      'a lock that begins after',
      'locked',
      [act({ startedAt: start + 9_000, endedAt: start + 9_100 })],
      'manual',
      'elsewhere',
    ],
    ['nothing', 'locked', [], 'manual', 'elsewhere'],
  ] as const)('with %s of ours it is %s: %s', (_name, state, acts, cause, by) => {
    const [event] = follow([unlocked(0)], [locked(5), { acts }]);
    expect(event).toEqual({ at: iso(5), kind: 'lock-state', keychainPath: loginPath, state, cause, by });
  });

  it('an unlock is ours when our dialog was answered, and somebody else’s when not', () => {
    const dialog = act({ kind: 'unlock', startedAt: start, endedAt: start + 4_000 });
    expect(follow([locked(0)], [unlocked(5), { acts: [dialog] }])).toMatchObject([
      { state: 'unlocked', by: 'latchkey' },
    ]);
    const cancelled = { ...dialog, isDone: false };
    expect(follow([locked(0)], [unlocked(5), { acts: [cancelled] }])).toMatchObject([{ by: 'elsewhere' }]);
  });

  it('who did it is decided when the dialog that is open has ended, not before', () => {
    const open = act({ kind: 'unlock', startedAt: start, endedAt: null, isDone: false });
    const looks = [[locked(0)], [unlocked(5), { acts: [open] }]] as const;
    expect(follow(...looks)).toEqual([]);
    const answered = { ...open, endedAt: start + 6_000, isDone: true };
    expect(follow(...looks, [unlocked(7), { acts: [answered] }])).toMatchObject([{ at: iso(5), by: 'latchkey' }]);
    const cancelled = { ...open, endedAt: start + 6_000 };
    expect(follow(...looks, [unlocked(7), { acts: [cancelled] }])).toMatchObject([{ at: iso(5), by: 'elsewhere' }]);
  });

  it('what somebody else does right after us is theirs', () => {
    const acts = [act({}), act({ kind: 'unlock', startedAt: start + 6_000, endedAt: start + 6_100 })];
    const events = follow([unlocked(0)], [locked(5), { acts }], [unlocked(7), { acts }], [locked(9), { acts }]);
    expect(events).toMatchObject([{ by: 'latchkey' }, { by: 'latchkey' }, { state: 'locked', by: 'elsewhere' }]);
  });

  it('out of the unknown nothing is explained', () => {
    const events = follow([unlocked(0)], [unknown(5)], [locked(10)]);
    expect(events).toMatchObject([
      { state: 'unknown', cause: 'unknown', by: 'unknown' },
      { state: 'locked', cause: 'unknown', by: 'unknown' },
    ]);
  });

  const idle: Partial<Keychain> = { autoLock: { lockOnSleep: false, idleTimeoutSeconds: 60, source: 'session' } };
  it.each([
    ['counted from the look before the unlock', 66, 'idle'],
    ['not before', 58, 'manual'],
  ] as const)('the idle timeout is %s', (_name, second, cause) => {
    expect(follow([locked(0, idle)], [unlocked(5, idle)], [locked(second, idle)]).at(-1)).toMatchObject({ cause });
  });

  it.each([
    ['a settings write of ours', { kind: 'set-auto-lock' }],
    ['an item that we read', { kind: 'use' }],
  ] as const)('%s starts the idle time anew', (_name, change) => {
    const use = act({ ...change, startedAt: start + 40_000, endedAt: start + 40_100 });
    const events = follow(
      [locked(0, idle)],
      [unlocked(5, idle)],
      [unlocked(41, idle), { acts: [use] }],
      [locked(70, idle)],
    );
    expect(events.at(-1)).toMatchObject({ state: 'locked', cause: 'manual' });
  });

  it('a keychain that is gone is unknown, and one that came was found so', () => {
    const both = snapshot(0, { keychains: [keychain(), keychain({ path: '/other' })] });
    expect(follow([both], [unlocked(5)])).toMatchObject([{ keychainPath: '/other', state: 'unknown' }]);
    expect(follow([unlocked(0)], [{ ...both, takenAt: iso(5) }])).toMatchObject([
      { keychainPath: '/other', state: 'unlocked', cause: 'unknown', found: 'first-seen' },
    ]);
  });
});

describe('the first look', () => {
  const first = (look: Snapshot, witnessed: Partial<Witnessed> = {}) =>
    followHistory(emptyHistoryMemory, look, { ...quiet, ...witnessed }).events;
  const earlier = { endedAt: start - 3_600_000, lockStates: { [loginPath]: 'unlocked' } } as const;

  it('tells what was found, and gives it no cause', () => {
    expect(first(snapshot(0, { sessions: [session, fresh] }))).toEqual([
      {
        ...{ at: iso(0), kind: 'lock-state', keychainPath: loginPath, state: 'unlocked' },
        ...{ cause: 'unknown', by: 'unknown', found: 'first-seen' },
      },
      {
        ...{ at: iso(0), kind: 'session-came', sessionId: 'ssh:501', sessionKind: 'ssh' },
        ...{ from: '192.168.1.9', found: 'first-seen' },
      },
    ]);
  });

  it.each([
    ['locked after the Mac was started again', locked(0), { earlier, bootedAt: start - 60_000 }, 'restart'],
    ['the Mac was not started again', locked(0), { earlier, bootedAt: start - 7_200_000 }, 'unknown'],
    ['the Mac does not say when it was started', locked(0), { earlier, bootedAt: null }, 'unknown'],
    ['there is no history', locked(0), { bootedAt: start - 60_000 }, 'unknown'],
    [
      'it was locked before already',
      locked(0),
      { earlier: { ...earlier, lockStates: { [loginPath]: 'locked' as const } }, bootedAt: start - 60_000 },
      'unknown',
    ],
    ['unlocked again by the login', unlocked(0), { earlier, bootedAt: start - 60_000 }, 'unknown'],
  ])('%s', (_name, look, witnessed, cause) => {
    expect(first(look, witnessed)).toMatchObject([{ kind: 'lock-state', cause, found: 'first-seen' }]);
  });

  it('tells of logins that ended while nobody watched, and of no others', () => {
    const ended = (minutesAgo: number): Credential =>
      credential({ status: 'expired', expiry: { of: 'login', at: iso(-minutesAgo * 60) } });
    const look = snapshot(0, { keychains: [], credentials: [ended(30), ended(90), credential({ status: 'expired' })] });
    expect(first(look, { earlier })).toEqual([{ at: iso(0), kind: 'login-expired', tool: 'claude-code' }]);
    expect(first(look)).toEqual([]);
  });
});

describe('settings, sessions, logins and holds', () => {
  const settings = { lockOnSleep: true, idleTimeoutSeconds: 900 };
  const changed: Partial<Keychain> = { autoLock: { ...settings, source: 'session' } };

  it.each([
    ['ours', [act({ kind: 'set-auto-lock', settings })], 'latchkey'],
    ['ours, still under way', [act({ kind: 'set-auto-lock', settings, endedAt: null, isDone: false })], 'latchkey'],
    ['not what we wrote', [act({ kind: 'set-auto-lock', settings: { ...settings, lockOnSleep: false } })], 'elsewhere'],
    ['nobody of us wrote', [], 'elsewhere'],
  ] as const)('a change of the settings: %s', (_name, acts, by) => {
    expect(follow([unlocked(0)], [unlocked(5, changed), { acts }])).toEqual([
      {
        ...{ at: iso(5), kind: 'auto-lock', keychainPath: loginPath, by },
        ...{ before: { lockOnSleep: false, idleTimeoutSeconds: null }, after: settings },
      },
    ]);
  });

  it('settings that cannot be read have not changed', () => {
    const unread: Partial<Keychain> = { autoLock: { source: 'unknown', reason: '' } };
    expect(follow([unlocked(0)], [unlocked(5, unread)], [unlocked(10, changed)])).toEqual([]);
  });

  it('sessions come and go by their id; the login that does not exist yet does neither', () => {
    const with1 = snapshot(5, { sessions: [session, fresh] });
    const other = { ...session, id: 'ssh:777', sees: 'unlocked' as const };
    expect(
      follow([unlocked(0)], [with1], [snapshot(10, { sessions: [{ ...session, sees: 'unlocked' }, other] })]),
    ).toEqual([
      { at: iso(5), kind: 'session-came', sessionId: 'ssh:501', sessionKind: 'ssh', from: '192.168.1.9' },
      { at: iso(10), kind: 'session-came', sessionId: 'ssh:777', sessionKind: 'ssh', from: '192.168.1.9' },
    ]);
    expect(follow([with1], [snapshot(10, { sessions: [] })])).toMatchObject([
      { kind: 'session-left', sessionId: 'ssh:501' },
    ]);
  });

  it('of a name nobody can read to its end the beginning is kept', () => {
    const [event] = follow([unlocked(0)], [snapshot(5, { sessions: [{ ...session, name: 'x'.repeat(5_000) }] })]);
    expect(JSON.stringify(event).length).toBeLessThan(1_000);
  });

  it.each([
    ['valid', 'expiring', 'login-expiring'],
    ['renews-itself', 'expired', 'login-expired'],
    ['expiring', 'expired', 'login-expired'],
    ['unknown', 'expired', null],
    ['unreadable', 'expiring', null],
    ['expired', 'valid', null],
    ['expired', 'expiring', null],
  ] as const)('a login that was %s and is %s', (was, is, kind) => {
    const look = (second: number, status: Credential['status']) =>
      snapshot(second, { credentials: [credential({ status, account: 'work' })] });
    const expected = kind === null ? [] : [{ at: iso(5), kind, tool: 'claude-code', account: 'work' }];
    expect(follow([look(0, was)], [look(5, is)])).toEqual(expected);
  });

  const hold = (state: 'off' | 'on' | 'restoring') => ({
    ...{ state, problems: [] },
    ...(state === 'off' ? {} : { until: iso(3600) }),
    ...(state === 'restoring' ? { waitsFor: 'unlock' } : {}),
  });
  it.each([
    ['off', 'on', [{ kind: 'hold-started', until: iso(3600) }]],
    ['on', 'off', [{ kind: 'hold-ended', isRestored: true }]],
    ['on', 'restoring', [{ kind: 'hold-ended', isRestored: false }]],
    ['restoring', 'off', [{ kind: 'hold-restored' }]],
    ['on', 'on', []],
  ] as const)('a hold that was %s and is %s', (was, is, expected) => {
    const look = (second: number, state: 'off' | 'on' | 'restoring') =>
      snapshot(second, { hold: hold(state) as Snapshot['hold'] });
    expect(follow([look(0, was)], [look(5, is)])).toEqual(expected.map((event) => ({ at: iso(5), ...event })));
  });

  it('a hold whose settings are just being put back has not ended yet', () => {
    const beingPutBack = { state: 'restoring', problems: [] } as unknown as Snapshot['hold'];
    const kinds: string[] = [];
    let memory = emptyHistoryMemory;
    const states = [hold('on') as Snapshot['hold'], beingPutBack, hold('off') as Snapshot['hold']];
    for (const [second, state] of states.entries()) {
      const step = followHistory(memory, snapshot(second, { hold: state }), quiet);
      memory = step.memory;
      kinds.push(...step.events.filter(({ kind }) => kind.startsWith('hold')).map(({ kind }) => `${second} ${kind}`));
    }
    expect(kinds).toEqual(['0 hold-started', '2 hold-ended']);
  });
});

describe('what a new file begins with', () => {
  it('is all that holds: states, sessions, the hold', () => {
    const look = snapshot(0, { sessions: [session, fresh], hold: { state: 'on', until: iso(60) } as Snapshot['hold'] });
    const { memory } = followHistory(emptyHistoryMemory, look, quiet);
    expect(carriedOver(memory, iso(50))).toEqual([
      {
        ...{ at: iso(50), kind: 'lock-state', keychainPath: loginPath, state: 'unlocked' },
        ...{ cause: 'unknown', by: 'unknown', found: 'carried-over' },
      },
      {
        ...{ at: iso(50), kind: 'session-came', sessionId: 'ssh:501', sessionKind: 'ssh' },
        ...{ from: '192.168.1.9', found: 'carried-over' },
      },
      { at: iso(50), kind: 'hold-started', until: iso(60), found: 'carried-over' },
    ]);
  });

  it('is nothing before the first look', () => {
    expect(carriedOver(emptyHistoryMemory, iso(0))).toEqual([]);
  });
});

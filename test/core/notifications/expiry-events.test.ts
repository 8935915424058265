import { describe, expect, it } from 'vitest';
import { defaultExpiryThresholds, withThresholds } from '../../../electron/core/credentials/expiry-thresholds';
import { loginStatus } from '../../../electron/core/credentials/login-status';
import { announce, type NotificationMemory } from '../../../electron/core/notifications/notifications';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import type { Credential, ExpiryOf } from '../../../electron/core/words/credential';
import { statusByEnd } from '../../../electron/tools/common/end-status';
import { credential, readings } from '../sample-facts';

const start = Date.UTC(2026, 8, 10, 9);
const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

type Ending = (now: number) => Credential;

const ends = (of: ExpiryOf, afterMs: number, changes: Partial<Credential> = {}): Ending => {
  return (now) => ({ ...credential(statusByEnd(of, start + afterMs, now)), ...changes });
};

/** Looks again and again; each look is confirmed by another one ten seconds later. */
const watch = () => {
  let memory: NotificationMemory | null = null;
  let thresholds = defaultExpiryThresholds;
  const titles: string[] = [];
  const lookOnce = (now: number, endings: readonly Ending[]): void => {
    const snapshot = buildSnapshot(
      readings({ credentials: endings.map((one) => withThresholds(one(now), thresholds, now)) }),
      null,
      now,
    );
    const step = announce(memory, snapshot, { now, ownLockAt: null, wokeAt: null, isWanted: () => true, thresholds });
    memory = step.memory;
    titles.push(...step.announcements.map(({ title }) => title));
  };
  const look = (afterMs: number, ...endings: readonly Ending[]): readonly string[] => {
    titles.length = 0;
    lookOnce(start + afterMs, endings);
    lookOnce(start + afterMs + 10_000, endings);
    return [...titles];
  };
  return {
    look,
    remembered: () => Object.keys(memory?.expiries ?? {}).length,
    choose: (login: readonly number[]) => {
      thresholds = { ...defaultExpiryThresholds, login };
    },
  };
};

describe('the announcement of an end', () => {
  it('comes once a threshold and once when it has ended', () => {
    const { look } = watch();
    const login = ends('login', 5 * day);
    expect(look(0, login)).toEqual([]);
    expect(look(2 * day, login)).toEqual(['The Claude Code login ends within 3 days']);
    expect(look(3 * day, login)).toEqual([]);
    expect(look(4 * day, login)).toEqual(['The Claude Code login ends within a day']);
    expect(look(5 * day - hour, login)).toEqual([]);
    expect(look(5 * day, login)).toEqual(['The Claude Code login has ended']);
    expect(look(9 * day, login)).toEqual([]);
  });

  it('tells after a long sleep only how it is now', () => {
    const { look } = watch();
    look(0, ends('certificate', 40 * day));
    expect(look(50 * day, ends('certificate', 40 * day))).toEqual(['The Claude Code certificate has ended']);
  });

  it('is no news at the first look, nor when a login is found later or was just made', () => {
    const { look } = watch();
    const session = ends('session', 15 * minute, { account: 'short' });
    expect(look(0, ends('login', day))).toEqual([]);
    expect(look(minute, ends('login', day), session, ends('login', -day, { account: 'old' }))).toEqual([]);
    expect(look(15 * minute, ends('login', day), session)).toEqual(['The Claude Code session of ‘short’ has ended']);
  });

  it('comes anew for a login that was renewed', () => {
    const { look, remembered } = watch();
    look(0, ends('session', hour));
    expect(look(40 * minute, ends('session', hour))).toHaveLength(1);
    expect(look(50 * minute, ends('session', 3 * hour))).toEqual([]);
    expect(look(2.6 * hour, ends('session', 3 * hour))).toHaveLength(1);
    expect(remembered()).toBe(1);
  });

  it('is not repeated after the clock was set back, nor after the login could not be read for a while', () => {
    const { look } = watch();
    const login = ends('login', 5 * day);
    look(0, login);
    expect(look(2 * day, login)).toHaveLength(1);
    expect(look(day, login)).toEqual([]);
    expect(look(2 * day, login)).toEqual([]);
    expect(look(2.1 * day, () => credential({ status: 'unreadable' }))).toEqual([]);
    expect(look(2.2 * day)).toEqual([]);
    expect(look(2.3 * day, login)).toEqual([]);
  });

  it('goes by other lead times from when they were chosen on, and what is due by them already is no news', () => {
    const { look, choose } = watch();
    const login = ends('login', 10 * day);
    look(0, login);
    choose([14 * 1440, 5 * 1440]);
    expect(look(hour, login)).toEqual([]);
    expect(look(5 * day, login)).toEqual(['The Claude Code login ends within 5 days']);
    expect(look(9.5 * day, login)).toEqual([]);
    expect(look(10 * day, login)).toEqual(['The Claude Code login has ended']);
  });

  it('comes without lead times once it has ended, and not before', () => {
    const { look, choose } = watch();
    choose([]);
    const login = ends('login', 5 * day);
    look(0, login);
    expect(look(4.9 * day, login)).toEqual([]);
    expect(look(5 * day, login)).toEqual(['The Claude Code login has ended']);
    expect(look(6 * day, login)).toEqual([]);
  });

  it('never comes for what renews itself', () => {
    const { look } = watch();
    const times = { accessTokenExpiresAt: start + hour, loginExpiresAt: null, hasRefreshToken: true };
    const renewing: Ending = (now) => credential(loginStatus(times, now));
    for (const afterMs of [0, 45 * minute, 2 * hour]) expect(look(afterMs, renewing)).toEqual([]);
  });

  it('of many at once is told as three, the last of which counts the others', () => {
    const { look, remembered } = watch();
    const many = Array.from({ length: 300 }, (_, index) => ends('login', 5 * day, { account: `${index}` }));
    look(0, ...many);
    expect(look(6 * day, ...many)).toEqual([
      'The Claude Code login of ‘0’ has ended',
      'The Claude Code login of ‘1’ has ended',
      '298 more logins end soon or have ended',
    ]);
    expect(look(7 * day, ...many)).toEqual([]);
    expect(remembered()).toBe(300);
  });

  it('remembers no more than a thousand ends', () => {
    const { look, remembered } = watch();
    for (let index = 0; index < 1_010; index += 1)
      look(index * minute, ends('login', 50 * day, { account: `${index}` }));
    expect(remembered()).toBe(1_000);
  });

  it('makes what an account is called safe to show', () => {
    const { look } = watch();
    const login = ends('login', 4 * day, { account: 'a\u001b\u202eb' });
    look(0, login);
    expect(look(2 * day, login)).toEqual(['The Claude Code login of ‘a␛⟨U+202E⟩b’ ends within 3 days']);
  });
});

import { describe, expect, it, vi } from 'vitest';
import type { Beacon } from '../../../electron/core/sessions/beacon';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { exitCodeFor } from '../../../electron/core/state/exit-code';
import { lostSight } from '../../../electron/core/state/lost-sight';
import type { Readings } from '../../../electron/core/state/readings';
import type { AutoLock } from '../../../electron/core/words/keychain';
import type { KeychainReading, LockReading } from '../../../electron/core/words/reading';
import { claudeCodeActivity, credential, loginPath, readings, sighting } from '../sample-facts';

const at = Date.UTC(2026, 8, 10, 9, 0);
const minuteMs = 60_000;
const withLock = (lock: LockReading, changes: Partial<Readings> = {}): Readings =>
  readings({ ...changes, keychains: readings().keychains.map((one) => ({ ...one, lock })) });

const local = (nowMs: number) => ({ nowMs, timeZone: 'UTC' });

describe('buildSnapshot', () => {
  it('names the session that its lock states hold for', () => {
    expect(buildSnapshot(readings(), null, at).keychains[0]?.lock.session).toBe('desktop');
    const overSsh = readings({
      host: {
        platform: 'macos',
        macosVersion: '26.1',
        managerName: 'Background',
        securitySession: { id: 100012, graphicAccess: false, remote: true, initial: false },
      },
    });
    expect(buildSnapshot(overSsh, null, at).keychains[0]?.lock.session).toBe('this-ssh-login');
  });

  it('does not claim since when a state holds that it found at its first look', () => {
    expect(buildSnapshot(readings(), null, at).keychains[0]?.lock).not.toHaveProperty('since');
  });

  it('says since when a state holds once it has seen the change, and keeps saying it', () => {
    const first = buildSnapshot(withLock({ state: 'unlocked' }), null, at);
    const second = buildSnapshot(withLock({ state: 'locked' }), first, at + minuteMs);
    const third = buildSnapshot(withLock({ state: 'locked' }), second, at + 2 * minuteMs);
    expect(second.keychains[0]?.lock).toMatchObject({ state: 'locked', since: '2026-09-10T09:01:00.000Z' });
    expect(third.keychains[0]?.lock).toMatchObject({ state: 'locked', since: '2026-09-10T09:01:00.000Z' });
  });

  it('always has the row for the login that does not exist yet', () => {
    const { sessions } = buildSnapshot(readings({ sessions: [sighting()] }), null, at);
    expect(sessions.map(({ kind }) => kind)).toEqual(['tmux-server', 'fresh-ssh']);
  });

  it('is plain JSON data', () => {
    const snapshot = buildSnapshot(readings({ sessions: [sighting()] }), null, at);
    expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  });

  it('survives a Mac without any keychain', () => {
    const snapshot = buildSnapshot(readings({ keychains: [], sessions: [sighting()] }), null, at);
    expect(snapshot.sessions[0]?.sees).toBe('unknown');
    expect(exitCodeFor(snapshot)).toBe(70);
  });
});

describe('a report of an unlocked keychain', () => {
  const socket = '/private/tmp/tmux-501/default';
  const report: Beacon = {
    ...{ writtenAt: '2026-09-10T08:50:00.000Z', pid: 4321, tty: null, sshConnection: null, tmuxSocket: socket },
    ...{ managerName: 'Background', keychainPath: loginPath, lock: 'unlocked', exitCode: 0, variables: [] },
  };
  const seen = (autoLock: AutoLock, wokeAt?: number | null) => {
    const found = readings({
      keychains: readings().keychains.map((one) => ({ ...one, autoLock })),
      sessions: [sighting({ id: `tmux-server:${socket}`, bornIn: 'ssh' })],
      beacons: [report],
      ...(wokeAt === undefined ? {} : { wokeAt }),
    });
    return buildSnapshot(found, null, at).sessions[0]?.sees;
  };
  const settings = (lockOnSleep: boolean, idleTimeoutSeconds: number | null): AutoLock => ({
    ...{ lockOnSleep, idleTimeoutSeconds },
    source: 'session',
  });
  const unknown: AutoLock = { source: 'unknown', reason: 'No.' };

  it.each<[string, AutoLock, number | null | undefined, string]>([
    ['that nothing locks', settings(false, null), at, 'unlocked'],
    ['that sleep locks, without a sleep', settings(true, null), undefined, 'unlocked'],
    ['that sleep locks, after a sleep before it', settings(true, null), at - 20 * minuteMs, 'unlocked'],
    ['that sleep locks, after a sleep', settings(true, null), at - minuteMs, 'locked'],
    ['whose timeout is not over', settings(false, 601), null, 'unlocked'],
    ['whose timeout is over', settings(false, 600), null, 'locked'],
    ['whose settings are not known', unknown, null, 'unlocked'],
    ['whose settings are not known, after a sleep', unknown, at - minuteMs, 'locked'],
  ])('%s', (_what, autoLock, wokeAt, sees) => {
    expect(seen(autoLock, wokeAt)).toBe(sees);
  });
});

describe('what a snapshot takes over', () => {
  const other = { ...readings().keychains[0], path: '/other', isLogin: false, isDefault: false } as KeychainReading;

  it('is each keychain’s own since', () => {
    const both = (state: 'locked' | 'unlocked') =>
      readings({ keychains: [...withLock({ state }).keychains, { ...other, lock: { state: 'locked' } }] });
    const second = buildSnapshot(both('locked'), buildSnapshot(both('unlocked'), null, at), at + minuteMs);
    expect(second.keychains.map(({ lock }) => 'since' in lock)).toEqual([true, false]);
  });

  it('is what is still awaited, and nothing where nothing is', () => {
    expect(buildSnapshot(readings({ awaited: ['sessions'] }), null, at).awaited).toEqual(['sessions']);
    const keys = Object.keys(buildSnapshot(readings(), null, at));
    expect(keys).not.toContain('awaited');
    expect(keys).not.toContain('unread');
    expect(buildSnapshot(readings(), null, at).hold).toEqual({ state: 'off' });
  });

  it('are the warnings of journals and of Claude Code, beside all others', () => {
    const advised = claudeCodeActivity({ refreshLock: { state: 'unknown', reason: 'No.' } as never });
    const codes = (changes: Partial<Readings>) =>
      buildSnapshot(readings(changes), null, at).warnings.map(({ code }) => code);
    expect(codes({ holdJournalTroubles: ['No.'] })).toContain('hold-journal-unreadable');
    expect(codes({})).not.toContain('hold-journal-unreadable');
    expect(buildSnapshot(readings({ claudeCode: advised }), null, at).claudeCode).toEqual(advised);
  });

  it('is how the system writes its times', () => {
    const login = { status: 'expiring', overSsh: 'survives', store: 'file' } as const;
    const ends = credential({ ...login, expiry: { of: 'login', at: new Date(at + 4 * 60 * minuteMs).toISOString() } });
    const sentence = (changes: Partial<Readings>) =>
      buildSnapshot(readings({ credentials: [ends], ...changes }), null, at).verdict.sentence;
    expect(sentence({ timeZone: () => 'Europe/Berlin' })).toContain('ends today at 15:00');
    expect(sentence({ locale: () => 'en-US' })).toContain('ends today at 1:00\u00a0PM');
  });
});

describe('what breaks while it is put together', () => {
  /** Of a kind that there is not. */
  const badSightings = [null] as unknown as Readings['sessions'];

  it('is unread: the sessions of before stand, marked, and the lock states are as they are', () => {
    const before = buildSnapshot(readings({ sessions: [sighting()] }), null, at);
    const found = withLock({ state: 'locked' }, { sessions: [sighting()] });
    const snapshot = buildSnapshot({ ...found, sessions: badSightings }, before, at + minuteMs);
    const failed = snapshot.unread?.[0]?.reason ?? '';
    expect(snapshot.keychains[0]?.lock.state).toBe('locked');
    expect(snapshot.unread).toEqual([{ part: 'sessions', since: '2026-09-10T09:01:00.000Z', reason: failed }]);
    expect(failed).toMatch(/^Latchkey could not make sense of it \(\w+\)\.$/);
    expect(snapshot.sessions).toEqual(
      before.sessions.map((one) => ({ ...one, unread: { asOf: before.takenAt, reason: failed } })),
    );
    const again = buildSnapshot({ ...found, sessions: badSightings }, snapshot, at + 2 * minuteMs);
    expect(again.unread?.map(({ since }) => since)).toEqual(['2026-09-10T09:01:00.000Z']);
    expect(again.warnings.map(({ code }) => code)).toContain('sessions-unknown');
  });

  it('has no sessions at the first look, and says since when', () => {
    const snapshot = buildSnapshot(readings({ sessions: badSightings }), null, at);
    expect(snapshot.sessions).toEqual([]);
    expect(snapshot.unread).toMatchObject([{ part: 'sessions', since: '2026-09-10T09:00:00.000Z' }]);
    const other = { ...snapshot, unread: [{ part: 'sessions', since: 'before', reason: 'Something else.' } as const] };
    expect(buildSnapshot(readings({ sessions: badSightings }), other, at).unread?.[0]?.since).toBe(
      '2026-09-10T09:00:00.000Z',
    );
  });
});

describe('the time zone', () => {
  it('is not asked for where the conclusion tells no time', () => {
    const timeZone = vi.fn(() => 'UTC');
    buildSnapshot(readings({ timeZone, sessions: [sighting()], credentials: [credential()] }), null, at);
    expect(timeZone).not.toHaveBeenCalled();
  });
});

describe('exitCodeFor', () => {
  it.each([
    ['all fine', withLock({ state: 'unlocked' }), 0],
    ['information only is fine', withLock({ state: 'locked' }), 0],
    ['critical', withLock({ state: 'locked' }, { sessions: [sighting()], credentials: [credential()] }), 2],
    ['where nothing known breaks, nothing is critical', withLock({ state: 'locked' }, { sessions: [sighting()] }), 0],
    ['could not look', withLock({ state: 'unknown', reason: 'No answer.' }), 70],
  ] as const)('%s', (_name, found, expected) => {
    expect(exitCodeFor(buildSnapshot(found, null, at))).toBe(expected);
  });

  it('is 1 for a warning', () => {
    const timed = readings({
      sessions: [sighting()],
      credentials: [credential()],
      keychains: readings().keychains.map((one) => ({
        ...one,
        autoLock: { lockOnSleep: true, idleTimeoutSeconds: 300, source: 'session' as const },
      })),
    });
    expect(exitCodeFor(buildSnapshot(timed, null, at))).toBe(1);
  });
});

describe('the Claude Codes that run', () => {
  const claudeCode = {
    processes: [],
    moreProcesses: 0,
    nextRefresh: { kind: 'none', reason: 'There is none.' },
    refreshLock: { state: 'free' },
    advice: [],
  } as const;

  it('are in the snapshot where there is something to say, and not after a look that broke', () => {
    expect(buildSnapshot(readings(), null, at)).not.toHaveProperty('claudeCode');
    const snapshot = buildSnapshot(readings({ claudeCode }), null, at);
    expect(snapshot.claudeCode).toEqual(claudeCode);
    expect(lostSight(snapshot, 'TypeError', local(at))).not.toHaveProperty('claudeCode');
  });
});

describe('lostSight', () => {
  it('lets nothing that was measured before pass for the present', () => {
    const before = buildSnapshot(withLock({ state: 'unlocked' }, { sessions: [sighting()] }), null, at);
    const after = lostSight(before, 'TypeError', local(at + minuteMs));
    const reason = 'Latchkey could not look (TypeError). It tries again.';
    expect(after.keychains[0]).toMatchObject({
      lock: { state: 'unknown', since: '2026-09-10T09:01:00.000Z', reason },
      autoLock: { source: 'unknown', reason },
      forecast: { kind: 'unknown', reason },
    });
    expect(after.sessions[0]).toMatchObject({ sees: 'unknown', basis: 'inferred' });
    expect(after.warnings.map(({ code }) => code)).toContain('lock-state-unknown');
  });

  it('takes the verdict from a session whose locked keychain is not measured any more', () => {
    const found = { sessions: [sighting({ name: 'work' })], credentials: [credential()] };
    const before = buildSnapshot(withLock({ state: 'locked' }, found), null, at);
    expect(before.sessions.map(({ verdict }) => verdict)).toEqual([
      'In ‘work’ (tmux server, started on the desktop): Claude Code will look logged out.',
      'In the next SSH login: Claude Code will look logged out.',
    ]);
    const [work, next] = lostSight(before, 'TypeError', local(at + minuteMs)).sessions;
    expect(work).not.toHaveProperty('verdict');
    expect(next?.verdict).toBe(before.sessions[1]?.verdict);
  });
});

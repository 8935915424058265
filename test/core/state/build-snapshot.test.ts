import { describe, expect, it, vi } from 'vitest';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { exitCodeFor } from '../../../electron/core/state/exit-code';
import { lostSight } from '../../../electron/core/state/lost-sight';
import type { Readings } from '../../../electron/core/state/readings';
import type { LockReading } from '../../../electron/core/words/reading';
import { credential, readings, sighting } from '../sample-facts';

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
    expect(after.keychains[0]?.lock).toMatchObject({ state: 'unknown', since: '2026-09-10T09:01:00.000Z' });
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

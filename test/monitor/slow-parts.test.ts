import { beforeEach, describe, expect, it } from 'vitest';
import type { MonitorState } from '../../electron/core/state/monitor-state';
import type { SessionSighting } from '../../electron/core/words/session';
import { createMonitor, type Monitor } from '../../electron/monitor/monitor';
import { loginPath, sighting } from '../core/sample-facts';
import { createFakeMac, type FakeMac } from './fake-mac';
import { createSteppedScheduler, type SteppedScheduler } from './stepped-scheduler';

let mac: FakeMac;
let time: SteppedScheduler;
let monitor: Monitor;
let published: MonitorState[];
/** Lets what hangs go on, one call after the other. */
let waiting: (() => void)[];

beforeEach(() => {
  time = createSteppedScheduler(Date.UTC(2026, 8, 10, 9, 0));
  mac = createFakeMac(time.now);
  monitor = createMonitor(mac.doors, mac.credentials, time);
  published = [];
  waiting = [];
  monitor.subscribe((state) => published.push(state));
});

type Slow = 'sessions' | 'beacons' | 'remote-access' | 'credentials' | 'keychain-list' | 'host';

/** From now on that part answers only when it is let go on, with what was true when it was asked. */
const hang = (part: Slow): void => {
  const hanging =
    <Value>(read: () => Promise<Value>) =>
    async (): Promise<Value> => {
      const value = await read();
      return new Promise((resolve) => waiting.push(() => resolve(value)));
    };
  const { doors, credentials } = mac;
  const hung = {
    sessions: () => Object.assign(doors, { readRemoteSessions: hanging(doors.readRemoteSessions) }),
    beacons: () => Object.assign(doors, { readBeacons: hanging(doors.readBeacons) }),
    'remote-access': () => Object.assign(doors, { readRemoteAccess: hanging(doors.readRemoteAccess) }),
    host: () => Object.assign(doors, { readHost: hanging(doors.readHost) }),
    credentials: () => Object.assign(credentials, { read: hanging(credentials.read) }),
    'keychain-list': () => Object.assign(doors.security, { listKeychains: hanging(doors.security.listKeychains) }),
  };
  hung[part]();
};

const letGoOn = async (): Promise<void> => {
  waiting.shift()?.();
  await time.advance(0);
};

const snapshot = () => monitor.state().snapshot;
const lockShown = () => snapshot()?.keychains[0]?.lock.state;
const countOf = (call: string) => mac.calls.filter((one) => one === call).length;
const parts: readonly Slow[] = ['sessions', 'beacons', 'remote-access', 'credentials', 'keychain-list', 'host'];

describe.each(parts)('while %s hangs', (part) => {
  it('the first look tells the lock state at once, and what it still waits for', async () => {
    hang(part);
    monitor.start();
    await time.advance(0);
    expect(lockShown()).toBe('unlocked');
    expect(snapshot()?.keychains.map(({ path, isLogin }) => [path, isLogin])).toEqual([[loginPath, true]]);
    expect(snapshot()?.awaited).toEqual([part]);
    await letGoOn();
    expect(snapshot()).not.toHaveProperty('awaited');
    expect(snapshot()?.host.managerName).toBe('Aqua');
    expect(snapshot()?.keychains[0]?.isDefault).toBe(true);
  });

  it('the lock state is followed on its own beat', async () => {
    monitor.start();
    await time.advance(20_000);
    hang(part);
    monitor.hint('user-asked');
    for (const lock of ['locked', 'unlocked', 'locked'] as const) {
      mac.lock = lock;
      await time.advance(5000);
      expect(lockShown()).toBe(lock);
    }
    expect(snapshot()).not.toHaveProperty('awaited');
  });

  it('the command line waits for it', async () => {
    hang(part);
    let told: MonitorState | null = null;
    void monitor.lookOnce().then((state) => {
      told = state;
    });
    await time.advance(9000);
    expect(told).toBeNull();
    await letGoOn();
    expect(told).toMatchObject({ snapshot: { keychains: [{ path: loginPath, lock: { state: 'unlocked' } }] } });
    expect(told).not.toHaveProperty('snapshot.awaited');
  });

  it('stopping waits for it', async () => {
    hang(part);
    monitor.start();
    await time.advance(0);
    let stopped = false;
    void monitor.stop().then(() => {
      stopped = true;
    });
    await time.advance(9000);
    expect(stopped).toBe(false);
    await letGoOn();
    expect(stopped).toBe(true);
  });
});

describe('a slow part', () => {
  const before: SessionSighting = sighting({ id: 'before' });
  const after: SessionSighting = sighting({ id: 'after' });
  const sessionsShown = () => snapshot()?.sessions.map(({ id }) => id);

  it('is told with the lock state of now when it comes', async () => {
    hang('sessions');
    mac.sessions = [before];
    monitor.start();
    await time.advance(0);
    mac.lock = 'locked';
    await time.advance(9000);
    expect(sessionsShown()).not.toContain('before');
    await letGoOn();
    expect(sessionsShown()).toContain('before');
    expect(lockShown()).toBe('locked');
  });

  it('is asked once while it hangs, and once more after it for whoever asks anew', async () => {
    hang('sessions');
    mac.sessions = [before];
    monitor.start();
    await time.advance(120_000);
    expect(countOf('readRemoteSessions')).toBe(1);
    mac.sessions = [after];
    monitor.hint('user-asked');
    monitor.hint('user-asked');
    await time.advance(1000);
    expect(countOf('readRemoteSessions')).toBe(1);
    await letGoOn();
    expect(sessionsShown()).toContain('before');
    expect(countOf('readRemoteSessions')).toBe(2);
    await letGoOn();
    expect(sessionsShown()).toContain('after');
    expect(countOf('readRemoteSessions')).toBe(2);
  });

  it('holds up no other', async () => {
    hang('credentials');
    mac.sessions = [before];
    monitor.start();
    await time.advance(0);
    expect(sessionsShown()).toContain('before');
    mac.sessions = [after];
    await time.advance(30_000);
    expect(sessionsShown()).toContain('after');
  });

  it('that says what was known already is published no second time', async () => {
    monitor.start();
    await time.advance(20_000);
    hang('sessions');
    monitor.hint('resumed');
    await time.advance(0);
    const count = published.length;
    await letGoOn();
    expect(published).toHaveLength(count);
  });

  it('costs no second reading of a lock state that was just read, and one of a state that is older', async () => {
    monitor.start();
    await time.advance(20_000);
    hang('sessions');
    monitor.hint('user-asked');
    await time.advance(0);
    const count = countOf('lock.read');
    await time.advance(999);
    await letGoOn();
    expect(countOf('lock.read')).toBe(count);
    monitor.hint('user-asked');
    await time.advance(1500);
    const later = countOf('lock.read');
    await letGoOn();
    expect(countOf('lock.read')).toBe(later + 1);
  });

  it('does not keep a click waiting', async () => {
    monitor.start();
    await time.advance(20_000);
    hang('credentials');
    monitor.hint('user-asked');
    void monitor.actions.lock(loginPath);
    await time.advance(0);
    expect(lockShown()).toBe('locked');
    expect(monitor.state()).toMatchObject({ pending: [], notice: { kind: 'done' } });
  });
});

describe('the first look', () => {
  it('claims nothing while neither the list nor a login keychain at its usual place is known', async () => {
    hang('keychain-list');
    Object.assign(mac.doors, { fileFingerprint: () => Promise.resolve(null) });
    monitor.start();
    await time.advance(9000);
    expect(published.filter(({ snapshot }) => snapshot !== null)).toEqual([]);
    await letGoOn();
    expect(lockShown()).toBe('unlocked');
  });
});

describe.each(parts)('where %s breaks', (part) => {
  // As a parser's error quotes what it parsed.
  const quoting = new SyntaxError('Unexpected token in "a secret of somebody"');
  const broken = (): void => {
    const { doors, credentials } = mac;
    const rejects = () => Promise.reject(quoting);
    const breaking = {
      sessions: () => Object.assign(doors, { readRemoteSessions: rejects }),
      beacons: () => Object.assign(doors, { readBeacons: rejects }),
      'remote-access': () => Object.assign(doors, { readRemoteAccess: rejects }),
      host: () => Object.assign(doors, { readHost: rejects }),
      credentials: () => Object.assign(credentials, { read: rejects }),
      'keychain-list': () => Object.assign(doors.security, { listKeychains: rejects }),
    };
    breaking[part]();
  };

  it('it is unread with the reason, and neither a lock state nor another part is touched', async () => {
    mac.sessions = [sighting({ id: 'here' })];
    broken();
    monitor.start();
    await time.advance(0);
    expect(lockShown()).toBe('unlocked');
    expect(snapshot()).not.toHaveProperty('awaited');
    if (part === 'credentials') expect(mac.calls).toContain('credentials.couldNotRead');
    else expect(new Set(snapshot()?.unread?.map((one) => one.part))).toEqual(new Set(unreadAs[part]));
    expect(JSON.stringify(snapshot())).not.toContain('secret');
    expect(snapshot()?.sessions.map(({ id }) => id)).toEqual(
      part === 'sessions' ? ['fresh-ssh'] : ['here', 'fresh-ssh'],
    );
  });

  it('what was read before stays, marked as of then', async () => {
    mac.sessions = [sighting({ id: 'here' })];
    monitor.start();
    await time.advance(20_000);
    const before = snapshot();
    broken();
    monitor.hint('user-asked');
    await time.advance(0);
    expect(lockShown()).toBe('unlocked');
    expect(snapshot()?.sessions.map(({ id }) => id)).toEqual(['here', 'fresh-ssh']);
    expect(snapshot()?.remoteAccess).toEqual(before?.remoteAccess);
    expect(snapshot()?.keychains).toEqual(before?.keychains);
    if (part !== 'sessions') return;
    expect(snapshot()?.sessions[0]?.unread).toEqual({ asOf: '2026-09-10T09:00:00.000Z', reason: expect.any(String) });
    expect(snapshot()?.unread).toEqual([
      {
        part,
        since: '2026-09-10T09:00:20.000Z',
        lastReadAt: '2026-09-10T09:00:00.000Z',
        reason: expect.stringContaining('SyntaxError'),
      },
    ]);
    expect(snapshot()?.warnings.map(({ code, severity }) => [code, severity])).toContainEqual([
      'sessions-unknown',
      'warning',
    ]);
  });
});

const unreadAs: Readonly<Record<Slow, readonly string[]>> = {
  sessions: ['sessions'],
  beacons: ['beacons'],
  'remote-access': ['remote-access', 'power-settings'],
  host: ['host'],
  credentials: [],
  'keychain-list': ['keychain-list'],
};

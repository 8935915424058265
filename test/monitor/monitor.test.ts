import { beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../electron/core/outcome';
import type { Beacon } from '../../electron/core/sessions/beacon';
import type { MonitorState } from '../../electron/core/state/monitor-state';
import { createMonitor, type Monitor } from '../../electron/monitor/monitor';
import { credential, loginPath } from '../core/sample-facts';
import { createFakeMac, type FakeMac } from './fake-mac';
import { createSteppedScheduler, type SteppedScheduler } from './stepped-scheduler';

let mac: FakeMac;
let time: SteppedScheduler;
let monitor: Monitor;
let published: MonitorState[];

beforeEach(() => {
  time = createSteppedScheduler(Date.UTC(2026, 8, 10, 9, 0));
  mac = createFakeMac(time.now);
  monitor = createMonitor(mac.doors, mac.credentials, time);
  published = [];
  monitor.subscribe((state) => published.push(state));
});

const countOf = (call: string) => mac.calls.filter((one) => one === call).length;
const lockShown = () => monitor.state().snapshot?.keychains[0]?.lock.state;

describe('the loop', () => {
  it('publishes nothing it has not seen', () => {
    expect(monitor.state().snapshot).toBeNull();
  });

  it('looks at once when started and follows the lock state from then on', async () => {
    monitor.start();
    await time.advance(0);
    expect(lockShown()).toBe('unlocked');
    mac.lock = 'locked';
    await time.advance(5000);
    expect(lockShown()).toBe('locked');
  });

  it('looks about every second while the popover is visible', async () => {
    monitor.start();
    monitor.setPopoverVisible(true);
    await time.advance(0);
    const before = countOf('lock.read');
    await time.advance(60_000);
    expect(countOf('lock.read') - before).toBe(60);
  });

  it('looks again when other thresholds are chosen, and warns by them', async () => {
    const expiry = { of: 'login', at: new Date(time.now() + 5 * 86_400_000).toISOString() } as const;
    mac.credentials.describe = () => [credential({ status: 'expiring', expiry })];
    const warned = () => monitor.state().snapshot?.warnings.filter(({ code }) => code === 'login-expiring');
    monitor.setExpiryThresholds({ login: [10_080], session: [], certificate: [] });
    expect(monitor.state().snapshot).toBeNull();
    monitor.start();
    await time.advance(0);
    expect(warned()).toMatchObject([{ title: 'The Claude Code login ends within 7 days' }]);
    monitor.setExpiryThresholds({ login: [8_640], session: [], certificate: [] });
    await time.advance(0);
    expect(warned()).toMatchObject([{ title: 'The Claude Code login ends within 6 days' }]);
  });

  it('keeps the pace that was chosen, from that moment on', async () => {
    monitor.start();
    await time.advance(60_000);
    monitor.setBeat('relaxed');
    const before = countOf('lock.read');
    await time.advance(60_000);
    expect(countOf('lock.read') - before).toBe(4);
    monitor.setBeat('quick');
    await time.advance(60_000);
    expect(countOf('lock.read') - before).toBe(34);
  });

  it('reads the auto-lock settings when the file or the lock state changes, and never on a timer', async () => {
    monitor.start();
    await time.advance(600_000);
    expect(countOf('autoLock.read')).toBe(1);
    mac.fileStamp += 1;
    await time.advance(5000);
    expect(countOf('autoLock.read')).toBe(2);
    mac.lock = 'locked';
    await time.advance(5000);
    expect(countOf('autoLock.read')).toBe(3);
  });

  it('starts no child process for the lock state and few for the rest', async () => {
    monitor.start();
    await time.advance(600_000);
    expect(countOf('listKeychains')).toBeLessThanOrEqual(3);
    expect(countOf('readRemoteSessions')).toBeLessThanOrEqual(21);
    expect(countOf('readItem')).toBe(0);
    expect(countOf('unlockWithSystemDialog')).toBe(0);
  });

  it('looks at everything again after wake, and once more three seconds later', async () => {
    monitor.start();
    await time.advance(20_000);
    const before = { sessions: countOf('readRemoteSessions'), lock: countOf('lock.read') };
    monitor.hint('resumed');
    await time.advance(3000);
    expect(countOf('readRemoteSessions')).toBe(before.sessions + 1);
    expect(countOf('lock.read')).toBe(before.lock + 2);
  });

  it('stops when told', async () => {
    monitor.start();
    await time.advance(0);
    await monitor.stop();
    const before = mac.calls.length;
    await time.advance(600_000);
    monitor.hint('user-asked');
    await time.advance(1000);
    expect(mac.calls.length).toBe(before);
  });

  it('says unknown when a door breaks its promise and throws, and recovers', async () => {
    monitor.start();
    await time.advance(0);
    const read = mac.doors.lock.read;
    Object.assign(mac.doors.lock, { read: () => Promise.reject(new Error('broken door')) });
    await time.advance(5000);
    expect(monitor.state().snapshot?.keychains[0]?.lock).toMatchObject({ state: 'unknown' });
    Object.assign(mac.doors.lock, { read });
    await time.advance(5000);
    expect(lockShown()).toBe('unlocked');
  });

  it('keeps the list it knows while the tool does not answer', async () => {
    monitor.start();
    await time.advance(0);
    mac.refuse.listKeychains = failure('timed-out', 'No answer.');
    await time.advance(600_000);
    expect(lockShown()).toBe('unlocked');
  });
});

describe('a report from inside another session', () => {
  it('that it was unlocked there counts until the Mac sleeps', async () => {
    mac.sessions = [
      { id: 'ssh:4301', kind: 'ssh', user: 'alice', tty: 'ttys004', bornIn: 'ssh', grounds: '', isThisSession: false },
    ];
    const report = (): Beacon => ({
      ...{
        pid: 4321,
        tty: 'ttys004',
        sshConnection: null,
        tmuxSocket: null,
        managerName: 'Background',
        securitySession: null,
        reason: null,
      },
      ...{ keychainPath: loginPath, lock: 'unlocked', exitCode: 0, variables: [] },
      writtenAt: new Date(time.now()).toISOString(),
    });
    mac.beacons = [report()];
    const seen = () => {
      const row = monitor.state().snapshot?.sessions[0];
      return `${row?.sees} ${row?.basis}`;
    };
    monitor.start();
    await time.advance(1000);
    expect(seen()).toBe('unlocked measured');
    monitor.hint('resumed');
    await time.advance(0);
    expect(seen()).toBe('locked inferred');
    await time.advance(1000);
    mac.beacons = [report()];
    await time.advance(20_000);
    expect(seen()).toBe('unlocked measured');
  });
});

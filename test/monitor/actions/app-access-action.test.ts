import { beforeEach, describe, expect, it } from 'vitest';
import { createMonitor, type Monitor } from '../../../electron/monitor/monitor';
import { createFakeMac, type FakeMac } from '../fake-mac';
import { createSteppedScheduler, type SteppedScheduler } from '../stepped-scheduler';

let mac: FakeMac;
let time: SteppedScheduler;
let monitor: Monitor;
beforeEach(async () => {
  time = createSteppedScheduler(Date.UTC(2026, 8, 10, 9, 0));
  mac = createFakeMac(time.now);
  monitor = createMonitor(mac.doors, mac.credentials, time);
  monitor.start();
  await time.advance(0);
});

const checks = () => mac.calls.filter((call) => call === 'appAccess.check').length;

describe('the check that apps can use the keychain', () => {
  it('is never made without a click, whatever else happens', async () => {
    monitor.setPopoverVisible(true);
    monitor.hint('resumed');
    monitor.hint('user-asked');
    await time.advance(600_000);
    await monitor.lookOnce();
    expect(checks()).toBe(0);
    expect(monitor.state().appAccessCheck).toBeNull();
  });

  it('is made once for many clicks, and published', async () => {
    mac.appAccess = { kind: 'checked', steps: [{ step: 'write', result: 'ok' }], removedLeftovers: 0 };
    const clicks = [1, 2, 3].map(() => monitor.actions.checkAppAccess());
    expect(monitor.state().pending).toMatchObject([{ kind: 'check-app-access', phase: 'running' }]);
    await time.advance(0);
    expect((await Promise.all(clicks)).map(({ ok }) => ok)).toEqual([true, false, false]);
    expect(checks()).toBe(1);
    expect(monitor.state()).toMatchObject({
      appAccessCheck: {
        at: '2026-09-10T09:00:00.000Z',
        verdict: 'works',
        sentence: expect.stringContaining('desktop'),
      },
      pending: [],
      notice: { kind: 'done' },
    });
  });

  it('tells a refusal as what it is', async () => {
    const step = { step: 'write', result: 'refused', problem: 'keychain-locked', said: null } as const;
    mac.appAccess = { kind: 'checked', steps: [step], removedLeftovers: 0 };
    const outcome = monitor.actions.checkAppAccess();
    await time.advance(0);
    expect(await outcome).toMatchObject({ ok: false, code: 'keychain-locked' });
    expect(monitor.state()).toMatchObject({
      appAccessCheck: { verdict: 'refused', steps: [step] },
      notice: { kind: 'failed', code: 'keychain-locked' },
    });
  });

  it('comes to an end also where the door breaks its word', async () => {
    const appAccess = { check: () => Promise.reject(new Error('boom')), isStuck: () => false };
    const broken = createMonitor({ ...mac.doors, appAccess }, mac.credentials, time);
    const outcome = broken.actions.checkAppAccess();
    await time.advance(0);
    expect(await outcome).toMatchObject({ ok: false, code: 'not-answered', reason: expect.stringContaining('boom') });
    expect(broken.state().pending).toEqual([]);
  });
});

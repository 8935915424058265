import { beforeEach, describe, expect, it } from 'vitest';
import { failure, success } from '../../../electron/core/outcome';
import { createMonitor, type Monitor } from '../../../electron/monitor/monitor';
import { loginPath } from '../../core/sample-facts';
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

const lockShown = () => monitor.state().snapshot?.keychains[0]?.lock.state;

describe('unlock', () => {
  beforeEach(async () => {
    mac.lock = 'locked';
    await time.advance(5000);
  });

  it('is pending while the dialog is open, and the loop goes on', async () => {
    void monitor.actions.unlock(loginPath);
    await time.advance(60_000);
    expect(monitor.state().pending).toMatchObject([{ kind: 'unlock', phase: 'running' }]);
    expect(lockShown()).toBe('locked');
  });

  it('shows the truth as soon as it is there', async () => {
    void monitor.actions.unlock(loginPath);
    await time.advance(1000);
    mac.answerDialog(success(undefined), 'unlocked');
    await time.advance(0);
    expect(lockShown()).toBe('unlocked');
    expect(monitor.state()).toMatchObject({ pending: [], notice: { kind: 'done' } });
  });

  it('holds the expectation for three seconds after the child ended, then reality wins', async () => {
    void monitor.actions.unlock(loginPath);
    await time.advance(1000);
    mac.answerDialog(success(undefined));
    await time.advance(2900);
    expect(monitor.state().pending).toMatchObject([{ phase: 'settling' }]);
    await time.advance(200);
    expect(monitor.state()).toMatchObject({ pending: [], notice: { kind: 'failed', code: 'not-as-expected' } });
    expect(lockShown()).toBe('locked');
  });

  it('takes a late change within the leash', async () => {
    void monitor.actions.unlock(loginPath);
    mac.answerDialog(success(undefined));
    await time.advance(1500);
    mac.lock = 'unlocked';
    await time.advance(300);
    expect(monitor.state()).toMatchObject({ pending: [], notice: { kind: 'done' } });
  });

  it('is calm about a cancelled dialog', async () => {
    void monitor.actions.unlock(loginPath);
    mac.answerDialog(failure('cancelled', 'The dialog was cancelled.'));
    await time.advance(0);
    expect(monitor.state()).toMatchObject({ pending: [], notice: { kind: 'cancelled' } });
  });

  it('ends when the user does not want to wait any longer', async () => {
    void monitor.actions.unlock(loginPath);
    monitor.actions.cancelUnlock();
    await time.advance(0);
    expect(monitor.state()).toMatchObject({ pending: [], notice: { kind: 'cancelled', code: 'aborted' } });
  });

  it('raises one dialog for many clicks', async () => {
    void monitor.actions.unlock(loginPath);
    void monitor.actions.unlock(loginPath);
    expect(await monitor.actions.unlock(loginPath)).toMatchObject({ ok: false, code: 'busy' });
    expect(mac.calls.filter((one) => one === 'unlockWithSystemDialog')).toHaveLength(1);
  });
});

describe('lock', () => {
  it('locks and shows it', async () => {
    void monitor.actions.lock(loginPath);
    await time.advance(0);
    expect(lockShown()).toBe('locked');
    expect(monitor.state().notice?.kind).toBe('done');
  });

  it('tells the reason when it does not work', async () => {
    mac.refuse.lock = failure('timed-out', 'security did not answer within 5 s.');
    void monitor.actions.lock(loginPath);
    await time.advance(0);
    expect(monitor.state().notice).toMatchObject({ kind: 'failed', sentence: 'security did not answer within 5 s.' });
    expect(lockShown()).toBe('unlocked');
  });

  it('locks all', async () => {
    void monitor.actions.lockAll();
    await time.advance(0);
    expect(lockShown()).toBe('locked');
  });
});

describe('the auto-lock settings', () => {
  it('are changed, read back and can be taken back', async () => {
    void monitor.actions.setAutoLock(loginPath, { lockOnSleep: false, idleTimeoutSeconds: 300 });
    await time.advance(0);
    expect(mac.settings).toEqual({ lockOnSleep: false, idleTimeoutSeconds: 300 });
    expect(mac.undos).toEqual(monitor.state().undos);
    expect(monitor.state().undos[0]).toMatchObject({ restores: { lockOnSleep: true, idleTimeoutSeconds: 300 } });
    void monitor.actions.undoAutoLock(loginPath);
    await time.advance(0);
    expect(mac.settings).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 300 });
    expect(monitor.state().undos).toEqual([]);
    expect(mac.undos).toEqual([]);
  });

  it.each([
    ['a locked keychain is not touched', 'locked', { lockOnSleep: true, idleTimeoutSeconds: 600 }, 'locked'],
    ['nor one whose state is unknown', 'unknown', { lockOnSleep: true, idleTimeoutSeconds: 600 }, 'lock-state-unknown'],
    [
      'nor is a timeout of seconds written',
      'unlocked',
      { lockOnSleep: true, idleTimeoutSeconds: 5 },
      'timeout-out-of-range',
    ],
  ] as const)('%s', async (_name, state, settings, code) => {
    mac.lock = state;
    const result = monitor.actions.setAutoLock(loginPath, settings);
    await time.advance(0);
    expect(await result).toMatchObject({ ok: false, code });
    expect(mac.calls).not.toContain('setAutoLock');
    expect(monitor.state().undos).toEqual([]);
  });

  it('can be taken back for a day, also after Latchkey was started again', async () => {
    const changedAt = new Date(Date.parse(monitor.state().snapshot?.takenAt ?? '') - 23 * 3_600_000).toISOString();
    mac.undos = [{ keychainPath: loginPath, restores: { lockOnSleep: true, idleTimeoutSeconds: 60 }, changedAt }];
    await monitor.actions.readUndos();
    expect(monitor.state().undos).toEqual(mac.undos);
    await time.advance(2 * 3_600_000);
    await expect(monitor.actions.undoAutoLock(loginPath)).resolves.toMatchObject({ code: 'nothing-to-undo' });
    await monitor.actions.readUndos();
    expect(monitor.state().undos).toEqual([]);
  });

  it('are not offered for undo when the write failed', async () => {
    mac.refuse.setAutoLock = failure('interaction-not-allowed', 'macOS may not ask here.');
    void monitor.actions.setAutoLock(loginPath, { lockOnSleep: false, idleTimeoutSeconds: null });
    await time.advance(0);
    expect(monitor.state()).toMatchObject({ undos: [], notice: { kind: 'failed', code: 'interaction-not-allowed' } });
  });
});

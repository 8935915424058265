import { beforeEach, describe, expect, it, vi } from 'vitest';
import { success } from '../../../electron/core/outcome';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { type ActionTarget, everything, type PendingAction } from '../../../electron/core/words/pending';
import type { LockReading } from '../../../electron/core/words/reading';
import { createStateKeeper, type StateKeeper } from '../../../electron/monitor/loop/state-keeper';
import { followNotifications, type Notifications } from '../../../electron/shell/notifications/notifications';
import { credential, loginPath, readings, sighting } from '../../core/sample-facts';
import { createNotificationSystem } from '../notification-double';

const title = 'The keychain is locked';
const startMs = Date.UTC(2026, 8, 10, 9, 0);

describe('notifications', () => {
  let keeper: StateKeeper;
  let notifications: Notifications;
  let double: ReturnType<typeof createNotificationSystem>;
  let isOn: boolean;
  let preferenceListeners: (() => void)[];
  let nowMs: number;
  const unlock = vi.fn(() => Promise.resolve(success(undefined)));
  const openPopover = vi.fn();
  const heard = vi.fn();
  const log = vi.fn();

  /** A look, so many seconds after the one before. */
  const look = (state: LockReading['state'], { seconds = 5, remoteClients = 1 } = {}): void => {
    nowMs += seconds * 1000;
    const lock: LockReading = state === 'unknown' ? { state, reason: 'No answer.' } : { state };
    const keychains = readings().keychains.map((one) => ({ ...one, lock }));
    const found = readings({ keychains, sessions: [sighting({ remoteClients })] });
    keeper.update({ snapshot: buildSnapshot(found, keeper.state().snapshot, nowMs) });
  };
  const becomeLocked = (): void => {
    for (const state of ['unlocked', 'locked', 'locked'] as const) look(state);
  };
  const switchTo = (on: boolean): void => {
    isOn = on;
    for (const listener of preferenceListeners) listener();
  };
  const pendingLock = (target: ActionTarget): PendingAction => ({
    kind: 'lock',
    target,
    phase: 'running',
    startedAt: new Date(nowMs).toISOString(),
  });

  beforeEach(() => {
    vi.clearAllMocks();
    keeper = createStateKeeper();
    double = createNotificationSystem();
    isOn = true;
    preferenceListeners = [];
    nowMs = startMs;
    notifications = followNotifications({
      monitor: { state: keeper.state, subscribe: keeper.subscribe, actions: { unlock } },
      preferences: {
        current: () => ({ ...defaultPreferences, notifications: isOn }),
        subscribe: (listener) => preferenceListeners.push(listener),
      },
      system: double.system,
      ...{ openPopover, log },
    });
    notifications.subscribe(heard);
  });

  it('tells once that the keychain became locked under a remote client, with Unlock as its action', () => {
    becomeLocked();
    for (let looks = 0; looks < 20; looks += 1) look('locked');
    expect(double.handed.map(({ options }) => options)).toEqual([
      {
        title,
        body: expect.stringContaining('One remote client'),
        actions: [{ type: 'button', text: 'Unlock' }],
      },
    ]);
    expect(notifications.notice()).toBeNull();
  });

  it('shows it in the popover as new until the popover was closed, also when it is over by then', () => {
    becomeLocked();
    expect(notifications.announcements()).toMatchObject([{ title, isNew: true, isOver: false }]);
    look('unlocked');
    expect(notifications.announcements()).toMatchObject([{ title, isNew: true, isOver: true }]);
    notifications.seen();
    expect(heard).toHaveBeenCalled();
    expect(notifications.announcements()).toEqual([]);
    becomeLocked();
    notifications.seen();
    expect(notifications.announcements()).toEqual([]);
  });

  it('takes for news nothing that the first look came to late', () => {
    const locked = readings().keychains.map((one) => ({ ...one, lock: { state: 'locked' } as const }));
    const early = readings({ keychains: locked, sessions: [], awaited: ['sessions'] });
    keeper.update({ snapshot: buildSnapshot(early, null, nowMs) });
    for (let looks = 0; looks < 5; looks += 1) look('locked');
    expect(double.handed).toEqual([]);
  });

  it('opens the popover on a click, and unlocks on its action only', () => {
    becomeLocked();
    double.handed[0]?.emit('click');
    expect(openPopover).toHaveBeenCalledOnce();
    expect(unlock).not.toHaveBeenCalled();
    double.handed[0]?.emit('action');
    expect(unlock).toHaveBeenCalledExactlyOnceWith(loginPath);
  });

  it('tells of a login that has ended without an action, and takes it back once that was renewed', () => {
    const lookAt = (at: string, status: 'expired' | 'valid'): void => {
      nowMs += 5_000;
      const credentials = [credential({ status, expiry: { of: 'login', at } })];
      keeper.update({ snapshot: buildSnapshot(readings({ credentials }), keeper.state().snapshot, nowMs) });
    };
    const end = new Date(startMs + 6_000).toISOString();
    for (const status of ['valid', 'expired', 'expired', 'expired'] as const) lookAt(end, status);
    expect(double.handed.map(({ options }) => options)).toEqual([
      { title: 'The Claude Code login has ended', body: expect.stringContaining('Sign in again'), actions: [] },
    ]);
    double.handed[0]?.emit('action');
    expect(unlock).not.toHaveBeenCalled();
    expect(double.handed[0]?.close).not.toHaveBeenCalled();
    lookAt(new Date(startMs + 1e10).toISOString(), 'valid');
    expect(double.handed[0]?.close).toHaveBeenCalledOnce();
  });

  it('takes it back when it is over, and its action does nothing then', () => {
    becomeLocked();
    look('unlocked');
    expect(double.handed[0]?.close).toHaveBeenCalledOnce();
    double.handed[0]?.emit('action');
    expect(unlock).not.toHaveBeenCalled();
  });

  it('does not take what is published twice for a second look', () => {
    look('unlocked');
    look('locked');
    nowMs += 60_000;
    for (let times = 0; times < 5; times += 1) keeper.update({ notice: null });
    expect(double.handed).toEqual([]);
  });

  it.each<[string, ActionTarget]>([
    ['this keychain', { kind: 'keychain', path: loginPath }],
    ['all keychains', everything],
  ])('says nothing of a lock that the user has clicked: %s', (_which, target) => {
    look('unlocked');
    const pending = pendingLock(target);
    keeper.addPending(pending);
    look('locked');
    keeper.replacePending(pending, null);
    for (let looks = 0; looks < 5; looks += 1) look('locked');
    expect(double.handed).toEqual([]);
  });

  it('does tell when another keychain is being locked meanwhile', () => {
    look('unlocked');
    keeper.addPending(pendingLock({ kind: 'keychain', path: '/Users/alice/Library/Keychains/other.keychain-db' }));
    for (let looks = 0; looks < 2; looks += 1) look('locked');
    expect(double.titles()).toEqual([title]);
  });

  describe('that the system does not show', () => {
    it.each([
      ['fails', 'failed', /denied.*System Settings › Notifications › Latchkey/],
      ['breaks', 'throws', /denied.*System Settings › Notifications › Latchkey/],
      ['does not answer', 'nothing', null],
    ] as const)('are in the popover instead: it %s', (_what, answer, notice) => {
      double.answerWith(answer);
      becomeLocked();
      expect(notifications.announcements()).toEqual([
        {
          key: `locked ${loginPath}`,
          kind: 'keychain-locked',
          title,
          body: expect.stringContaining('One remote client'),
          action: { kind: 'unlock', keychainPath: loginPath },
          at: new Date(nowMs).toISOString(),
          isNew: true,
          isOver: false,
        },
      ]);
      if (notice === null) expect(notifications.notice()).toBeNull();
      else expect(notifications.notice()).toMatch(notice);
      expect(heard).toHaveBeenCalledTimes(notice === null ? 0 : 1);
    });

    it('are in the popover instead: there are none here', () => {
      double.isSupported.mockReturnValue(false);
      becomeLocked();
      expect(double.handed).toEqual([]);
      expect(notifications.announcements()).toHaveLength(1);
      expect(notifications.notice()).toBe('Notifications are not available here. This window shows them instead.');
    });

    it('go from the popover when they no longer hold, and say what holds now', () => {
      double.answerWith('failed');
      becomeLocked();
      notifications.seen();
      look('locked', { remoteClients: 3 });
      expect(notifications.announcements()[0]?.body).toMatch(/^3 remote clients/);
      look('unknown');
      expect(notifications.announcements()).toEqual([]);
      look('locked');
      expect(notifications.announcements()).toHaveLength(1);
      look('locked', { remoteClients: 0 });
      expect(notifications.announcements()).toEqual([]);
      look('unlocked');
      look('locked', { seconds: 1 });
      expect(notifications.announcements()).toEqual([]);
      expect(double.handed).toHaveLength(1);
    });

    it('are believed to be allowed again as soon as one is shown', () => {
      double.answerWith('failed');
      becomeLocked();
      look('unlocked');
      double.answerWith('show');
      becomeLocked();
      notifications.seen();
      expect(notifications.notice()).toBeNull();
      expect(notifications.announcements()).toEqual([]);
    });

    it('leave no word of macOS or of the keychain in the log', () => {
      double.answerWith('failed');
      becomeLocked();
      expect(log.mock.calls).toEqual([['notification: failed, the popover shows it']]);
    });
  });

  describe('switched off', () => {
    it('are neither shown nor mirrored, and what happened meanwhile is no news later', () => {
      switchTo(false);
      becomeLocked();
      switchTo(true);
      for (let looks = 0; looks < 5; looks += 1) look('locked');
      expect(double.handed).toEqual([]);
      expect(notifications.announcements()).toEqual([]);
      expect(double.isSupported).not.toHaveBeenCalled();
    });

    it('take back what was told, and complain of nothing', () => {
      double.answerWith('failed');
      becomeLocked();
      switchTo(false);
      expect(notifications.announcements()).toEqual([]);
      expect(notifications.notice()).toBeNull();
      expect(double.handed[0]?.close).toHaveBeenCalledOnce();
    });
  });

  it('do not touch the system, which would ask for the permission, before the user looks or there is news', () => {
    for (let looks = 0; looks < 50; looks += 1) look('unlocked');
    expect(double.isSupported).not.toHaveBeenCalled();
    notifications.prepare();
    expect(double.isSupported).toHaveBeenCalledOnce();
    expect(notifications.notice()).toBeNull();
    double.isSupported.mockReturnValue(false);
    notifications.prepare();
    expect(notifications.notice()).toContain('not available here');
    isOn = false;
    notifications.prepare();
    expect(double.isSupported).toHaveBeenCalledTimes(2);
  });
});

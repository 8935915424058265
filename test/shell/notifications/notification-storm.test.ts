import { beforeEach, describe, expect, it, vi } from 'vitest';
import { success } from '../../../electron/core/outcome';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { createStateKeeper, type StateKeeper } from '../../../electron/monitor/loop/state-keeper';
import { followNotifications, type Notifications } from '../../../electron/shell/notifications/notifications';
import { readings, sighting } from '../../core/sample-facts';
import { createNotificationSystem } from '../notification-double';

describe('notifications', () => {
  let keeper: StateKeeper;
  let notifications: Notifications;
  let double: ReturnType<typeof createNotificationSystem>;
  let nowMs: number;

  const look = (state: 'locked' | 'unlocked', { seconds = 5, remoteClients = 1 } = {}): void => {
    nowMs += seconds * 1000;
    const keychains = readings().keychains.map((one) => ({ ...one, lock: { state } }));
    const found = readings({ keychains, sessions: [sighting({ remoteClients })] });
    keeper.update({ snapshot: buildSnapshot(found, keeper.state().snapshot, nowMs) });
  };

  beforeEach(() => {
    keeper = createStateKeeper();
    double = createNotificationSystem();
    nowMs = Date.UTC(2026, 8, 10, 9, 0);
    const unlock = vi.fn(() => Promise.resolve(success(undefined)));
    notifications = followNotifications({
      monitor: { state: keeper.state, subscribe: keeper.subscribe, actions: { unlock } },
      preferences: { current: () => defaultPreferences, subscribe: vi.fn() },
      system: double.system,
      ...{ openPopover: vi.fn(), log: vi.fn() },
    });
  });

  it('survive a storm of 1,000 transitions: three in a minute, and all of them taken back', () => {
    look('unlocked');
    for (let flap = 0; flap < 1_000; flap += 1) look(flap % 2 === 0 ? 'locked' : 'unlocked', { seconds: 0.06 });
    expect(double.handed).toEqual([]);
    const handedAt: number[] = [];
    for (let round = 0; round < 1_000; round += 1) {
      const before = double.handed.length;
      for (const seconds of [1, 2]) look('locked', { seconds, remoteClients: 1 + (round % 2) });
      if (double.handed.length > before) handedAt.push(nowMs);
      look('unlocked', { seconds: 1 });
    }
    expect(handedAt.length).toBeGreaterThan(100);
    for (const at of handedAt)
      expect(handedAt.filter((other) => other > at - 60_000 && other <= at).length).toBeLessThan(4);
    expect(double.handed.filter(({ close }) => close.mock.calls.length !== 1)).toEqual([]);
    notifications.seen();
    expect(notifications.announcements()).toEqual([]);
  });

  it('tells one thing after wake', () => {
    look('unlocked');
    keeper.update({ wokeAt: new Date(nowMs).toISOString() });
    for (let flap = 0; flap < 3; flap += 1) {
      for (const state of ['locked', 'locked', 'unlocked'] as const) look(state, { seconds: 1.5 });
    }
    expect(double.titles().length).toBeLessThanOrEqual(1);
  });
});

import { expect, it, vi } from 'vitest';
import type { NotificationKind } from '../../../electron/core/notifications/notification-kinds';
import { success } from '../../../electron/core/outcome';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { createStateKeeper } from '../../../electron/monitor/loop/state-keeper';
import { followNotifications } from '../../../electron/shell/notifications/notifications';
import { readings, sighting } from '../../core/sample-facts';
import { createNotificationSystem } from '../notification-double';

it('a kind that is off is not shown and what was told of it is taken back, while the others go on', () => {
  const keeper = createStateKeeper();
  const double = createNotificationSystem();
  let muted: readonly NotificationKind[] = [];
  let preferencesChanged = (): void => undefined;
  let nowMs = Date.UTC(2026, 8, 10, 9, 0);
  const notifications = followNotifications({
    monitor: {
      ...{ state: keeper.state, subscribe: keeper.subscribe },
      actions: { unlock: vi.fn(() => Promise.resolve(success(undefined))) },
    },
    preferences: {
      current: () => ({ ...defaultPreferences, mutedNotifications: muted }),
      subscribe: (listener) => {
        preferencesChanged = listener;
      },
    },
    system: double.system,
    ...{ openPopover: vi.fn(), log: vi.fn() },
  });
  const mute = (...kinds: readonly NotificationKind[]): void => {
    muted = kinds;
    preferencesChanged();
  };
  const becomeLocked = (): void => {
    for (const state of ['unlocked', 'locked', 'locked'] as const) {
      nowMs += 5_000;
      const keychains = readings().keychains.map((one) => ({ ...one, lock: { state } }));
      const found = readings({ keychains, sessions: [sighting()] });
      keeper.update({ snapshot: buildSnapshot(found, keeper.state().snapshot, nowMs) });
    }
  };

  becomeLocked();
  expect(double.handed).toHaveLength(1);
  mute('login-ends');
  expect(double.handed[0]?.close).not.toHaveBeenCalled();
  mute('keychain-locked');
  expect(double.handed[0]?.close).toHaveBeenCalledOnce();
  expect(notifications.announcements()).toEqual([]);
  becomeLocked();
  expect(double.handed).toHaveLength(1);
});

import { expect, it, vi } from 'vitest';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { follow } from '../../../electron/shell/preferences/preferences-store';

it('the monitor goes by the chosen thresholds from the start, and hears of a change, and of nothing else', () => {
  let current = defaultPreferences;
  let changed = () => {};
  const setExpiryThresholds = vi.fn();
  const subscribe = (listener: () => void) => {
    changed = listener;
  };
  follow({ current: () => current, subscribe }, 'expiryThresholds', setExpiryThresholds);
  expect(setExpiryThresholds).toHaveBeenCalledExactlyOnceWith(defaultPreferences.expiryThresholds);
  current = { ...current, showTitle: true };
  changed();
  expect(setExpiryThresholds).toHaveBeenCalledTimes(1);
  const expiryThresholds = { login: [], session: [10], certificate: [] };
  current = { ...current, expiryThresholds };
  changed();
  expect(setExpiryThresholds).toHaveBeenLastCalledWith(expiryThresholds);
});

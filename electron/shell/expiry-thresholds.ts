import type { Monitor } from '../monitor/monitor';
import type { PreferencesStore } from './preferences-store';

/** How early an end is told of is the user's choice: the monitor goes by it from the first look on. */
export const followExpiryThresholds = (
  preferences: Pick<PreferencesStore, 'current' | 'subscribe'>,
  monitor: Pick<Monitor, 'setExpiryThresholds'>,
): void => {
  let known = preferences.current().expiryThresholds;
  monitor.setExpiryThresholds(known);
  preferences.subscribe(() => {
    const { expiryThresholds } = preferences.current();
    if (expiryThresholds === known) return;
    known = expiryThresholds;
    monitor.setExpiryThresholds(known);
  });
};

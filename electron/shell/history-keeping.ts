import type { History } from '../monitor/history';
import type { PreferencesStore } from './preferences-store';

/** Has the app record its history for as many days as the user wants. To be called before the monitor's first look. */
export const keepHistory = (
  history: Pick<History, 'record' | 'setKeptDays'>,
  preferences: Pick<PreferencesStore, 'current' | 'subscribe'>,
): void => {
  const follow = (): void => history.setKeptDays(preferences.current().historyDays);
  follow();
  preferences.subscribe(follow);
  history.record();
};

import type { Monitor } from '../monitor/monitor';
import type { PreferencesStore } from './preferences-store';

/** Has the monitor look as often as the user wants. */
export const followBeat = (
  monitor: Pick<Monitor, 'setBeat'>,
  preferences: Pick<PreferencesStore, 'current' | 'subscribe'>,
): void => {
  let known = preferences.current().beat;
  monitor.setBeat(known);
  preferences.subscribe(() => {
    const { beat } = preferences.current();
    if (beat === known) return;
    known = beat;
    monitor.setBeat(beat);
  });
};

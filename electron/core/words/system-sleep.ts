import { formatTimeout } from '../time/format-timeout';
/** When the Mac sleeps by itself, per power source, in idle minutes; 0 means never. */
export interface SystemSleep {
  /** What it draws from now. */
  readonly source: 'ac' | 'battery' | 'unknown';
  readonly acMinutes: number | 'unknown';
  readonly batteryMinutes: number | 'unknown' | 'no-battery';
}

/**
 * When the Mac sleeps, as a clause: "after 10 min without use on battery, never by itself on power". Null where neither is
 * known.
 *
 * @param inUseMinutes the setting in use now, for where the power sources are not told apart.
 */
export const whenItSleeps = (sleep: SystemSleep | undefined, inUseMinutes: number | 'unknown'): string | null => {
  if (sleep === undefined || typeof sleep.acMinutes !== 'number') return whenIdle(inUseMinutes);
  const { acMinutes, batteryMinutes } = sleep;
  if (typeof batteryMinutes !== 'number' || batteryMinutes === acMinutes) return whenIdle(acMinutes);
  const battery = `${whenIdle(batteryMinutes)} on battery`;
  const power = `${whenIdle(acMinutes)} on power`;
  return sleep.source === 'battery' ? `${battery}, ${power}` : `${power}, ${battery}`;
};

const whenIdle = (minutes: number | 'unknown'): string | null => {
  if (minutes === 'unknown') return null;
  if (minutes === 0) return 'never by itself';
  return `after ${formatTimeout(minutes * 60)} without use`;
};

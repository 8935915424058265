import { type Beat, beatPauses } from './beat';

export const beatLabels: Readonly<Record<Beat, string>> = { relaxed: 'Relaxed', normal: 'Normal', quick: 'Quick' };

const timesAMinute = (pauseMs: number): number => Math.round(60_000 / pauseMs);

/** How often it looks, and what that costs. */
export const formatBeat = (beat: Beat): string => {
  const { calmMs, onBatteryMs, screenLockedMs } = beatPauses[beat];
  return `Looks about ${timesAMinute(calmMs)} times a minute on power, ${timesAMinute(onBatteryMs)} on battery, ${timesAMinute(screenLockedMs)} while the screen is locked. Each look costs a little energy.`;
};

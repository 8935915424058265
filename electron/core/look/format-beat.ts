import { type Beat, hiddenLooksMs } from './look-intervals';

/** As choices of how often changes are looked for. */
export const beatLabels: Readonly<Record<Beat, string>> = {
  relaxed: 'Less Often',
  normal: 'Normally',
  quick: 'More Often',
};

const costs: Readonly<Record<Beat, string>> = {
  relaxed: 'Uses the least energy',
  normal: 'Uses little energy',
  quick: 'Uses the most energy',
};

const timesAMinute = (pauseMs: number): number => Math.round(60_000 / pauseMs);

/** What it costs, and how often it looks for that. */
export const formatBeat = (beat: Beat): string => {
  const { onPower, onBattery } = hiddenLooksMs[beat];
  return `${costs[beat]}: ${timesAMinute(onPower)} looks a minute on power, ${timesAMinute(onBattery)} on battery.`;
};

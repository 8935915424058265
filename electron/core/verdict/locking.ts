import { formatClock, formatDay, type LocalNow } from '../time/format-moment';
import { formatTimeout } from '../time/format-timeout';
import { minutesOfDay } from '../time/local-day';
import type { HoldEnd } from '../words/hold';
import type { Forecast, Keychain } from '../words/keychain';

/** What becomes of an unlocked keychain while nobody is there. */
export type Locking =
  /** It locks by itself, whatever anybody does from elsewhere; `when` goes into a sentence. */
  | { readonly kind: 'by-itself'; readonly when: string }
  /** Only if this Mac is put to sleep, which it does not do by itself. */
  | { readonly kind: 'on-sleep-by-hand' }
  | { readonly kind: 'held'; readonly untilMs: number | null }
  | { readonly kind: 'never' }
  | { readonly kind: 'unknown' };

/**
 * @param isHeldThere false for a session other than the one that a hold is kept in: its keychain has settings of its own there.
 */
export const lockingOf = ({ forecast }: Pick<Keychain, 'forecast'>, isHeldThere: boolean): Locking => {
  if (forecast.kind !== 'hold-end') return byForecast(forecast);
  if (!isHeldThere) return byForecast(forecast.afterwards);
  return { kind: 'held', untilMs: forecast.at === undefined ? null : Date.parse(forecast.at) };
};

const byForecast = (forecast: Exclude<Forecast, { readonly kind: 'hold-end' }>): Locking => {
  switch (forecast.kind) {
    case 'never':
      return { kind: 'never' };
    case 'unknown':
      return { kind: 'unknown' };
    case 'after-idle':
      return { kind: 'by-itself', when: `${formatTimeout(forecast.idleTimeoutSeconds)} after last use` };
    case 'on-sleep':
      if (forecast.systemSleepMinutes === 0) return { kind: 'on-sleep-by-hand' };
      return { kind: 'by-itself', when: 'when this Mac sleeps' };
  }
};

/** " until 18:00", " until tomorrow 09:00", " until you’re back", or nothing. */
export const untilClause = (locking: Locking, end: HoldEnd | null, now: LocalNow): string => {
  if (locking.kind === 'on-sleep-by-hand') return ' until this Mac sleeps';
  if (locking.kind !== 'held') return '';
  if (locking.untilMs === null) return end?.kind === 'back' ? " until you're back" : ' until you end it';
  return ` until ${formatDay(locking.untilMs, now).replace(/^(today|on) /, '')}`;
};

/** 18:00, in minutes of the day. */
const evening = 18 * 60;

/** "tonight at 23:10", "today at 15:10", "tomorrow at 09:10" */
export const endPhrase = (atMs: number, now: LocalNow): string => {
  const clock = formatClock(atMs, now);
  const [day = ''] = formatDay(atMs, now).split(' ');
  if (day === 'today' && minutesOfDay(atMs, now.timeZone) >= evening) return `tonight at ${clock}`;
  return `${day} at ${clock}`;
};

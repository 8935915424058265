import type { LocalNow } from '../../electron/core/time/format-moment';
import { usePopoverStore } from './popover-store';

let known: LocalNow = { nowMs: Number.NaN, timeZone: 'UTC' };

/** Asking for the time zone is dear, and a long list has hundreds of times: once for each moment is enough. */
const localNow = (nowMs: number, locale: string | undefined): LocalNow => {
  if (nowMs !== known.nowMs || locale !== known.locale) {
    known = { nowMs, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone, locale };
  }
  return known;
};

/** The same at the moment of a click. */
export const readLocalNow = (): LocalNow => {
  const { clockOffsetMs, state } = usePopoverStore.getState();
  return localNow(Date.now() + clockOffsetMs, state?.locale);
};

/** The time now, on the clock of the Mac that is shown, this user's time zone, and how the system writes times. */
export const useLocalNow = (): LocalNow =>
  localNow(
    usePopoverStore((store) => store.wallClockMs + store.clockOffsetMs),
    usePopoverStore((store) => store.state?.locale),
  );

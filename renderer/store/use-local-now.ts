import type { LocalNow } from '../../electron/core/format-moment';
import { usePopoverStore } from './popover-store';

let known: LocalNow = { nowMs: Number.NaN, timeZone: 'UTC' };

/** Asking for the time zone is dear, and a long list has hundreds of times: once for each moment is enough. */
const localNow = (nowMs: number): LocalNow => {
  if (nowMs !== known.nowMs) {
    known = { nowMs, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone };
  }
  return known;
};

/** The time now, on the clock of the Mac that is shown, and this user's time zone. */
export const useLocalNow = (): LocalNow =>
  localNow(usePopoverStore((store) => store.wallClockMs + store.clockOffsetMs));

import { useMemo } from 'react';
import type { LocalNow } from '../../electron/core/format-moment';
import { usePopoverStore } from './popover-store';

/** The time now, on the clock of the Mac that is shown, and this user's time zone. */
export const useLocalNow = (): LocalNow => {
  const nowMs = usePopoverStore((store) => store.wallClockMs + store.clockOffsetMs);
  return useMemo(() => ({ nowMs, timeZone: new Intl.DateTimeFormat().resolvedOptions().timeZone }), [nowMs]);
};

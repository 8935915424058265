import { type LastDay, lastDay } from '../../electron/core/history/last-day';
import { localDayOf } from '../../electron/core/time/local-day';
import { useLocalNow } from '../store/use-local-now';
import { useHistoryDay } from './use-history-day';

const dayMs = 24 * 3_600_000;

/** The 24 hours until now, read again whenever `reason` is another one; null until the history has answered. */
export const useLastDay = (reason: unknown): LastDay | null => {
  const { nowMs, timeZone } = useLocalNow();
  const startMs = localDayOf(nowMs - dayMs, timeZone).startMs;
  const todayStartMs = localDayOf(nowMs, timeZone).startMs;
  // What was yesterday does not change any more.
  const former = useHistoryDay(startMs, startMs === todayStartMs ? reason : null);
  const today = useHistoryDay(todayStartMs, reason);
  if (former.kind === 'waiting' || today.kind === 'waiting') return null;
  const answers = startMs === todayStartMs ? [today] : [former, today];
  return lastDay(
    answers.flatMap((answer) => (answer.kind === 'day' ? [answer.day] : [])),
    nowMs,
  );
};

import { useEffect, useState } from 'react';
import { isBusy } from '../../electron/contract/busy';
import type { HistoryDay } from '../../electron/core/history/history-day';
import { isoTime } from '../../electron/core/time/outside-numbers';
import { bridge } from '../store/bridge';

export type HistoryAnswer =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'day'; readonly day: HistoryDay }
  | { readonly kind: 'no-answer' };

const waiting: HistoryAnswer = { kind: 'waiting' };

/**
 * The history of the day that begins then, read again whenever `reason` is another one. While it is read again the former
 * answer stays; an answer about another day is never shown.
 */
export const useHistoryDay = (startMs: number, reason: unknown): HistoryAnswer => {
  const [heard, setHeard] = useState<{ readonly startMs: number; readonly answer: HistoryAnswer } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the reason is why it is read again, and nothing else
  useEffect(() => {
    let isWanted = true;
    const hear = (answer: HistoryAnswer) => {
      if (isWanted) setHeard({ startMs, answer });
    };
    bridge.history.getDay({ dayStartsAt: isoTime(startMs) }).then(
      (day) => hear(isBusy(day) ? { kind: 'no-answer' } : { kind: 'day', day }),
      () => hear({ kind: 'no-answer' }),
    );
    return () => {
      isWanted = false;
    };
  }, [startMs, reason]);
  return heard !== null && heard.startMs === startMs ? heard.answer : waiting;
};

import { useState } from 'react';
import type { Notice } from '../../electron/core/words/pending';

interface Ended {
  /** The notice that was there when it began, and is of something else. */
  readonly before: string | null;
  /** The notice that came with its end. */
  readonly outcome: string | null;
}

const timeOf = (notice: Notice | null): string | null => notice?.at ?? null;

/**
 * What came of an action, for the place where it was asked for: the first notice after it has ended, as long as nothing
 * else has come to an end since.
 */
export const useOutcome = (notice: Notice | null, isUnderWay: boolean): Notice | null => {
  const [wasUnderWay, setWasUnderWay] = useState(isUnderWay);
  const [ended, setEnded] = useState<Ended | null>(isUnderWay ? { before: timeOf(notice), outcome: null } : null);
  if (wasUnderWay !== isUnderWay) {
    setWasUnderWay(isUnderWay);
    if (isUnderWay) setEnded({ before: timeOf(notice), outcome: null });
  } else if (!isUnderWay && ended?.outcome === null && timeOf(notice) !== ended.before) {
    setEnded({ ...ended, outcome: timeOf(notice) });
  }
  return !isUnderWay && notice !== null && notice.at === ended?.outcome ? notice : null;
};

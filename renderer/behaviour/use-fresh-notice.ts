import { useEffect, useState } from 'react';
import type { Notice } from '../../electron/core/words/pending';
import { usePopoverStore } from '../store/popover-store';

/** So long what an action came to stands in place of the verdict. */
const freshMs = 5_000;

export interface FreshNotice {
  readonly kind: Notice['kind'];
  readonly sentence: string;
}

/** What the last action came to, for five seconds from then; null afterwards. */
export const useFreshNotice = (notice: Notice | null): FreshNotice | null => {
  const bridgeFailure = usePopoverStore((store) => store.bridgeFailure);
  const told = bridgeFailure ?? notice?.at ?? null;
  const [overOf, setOverOf] = useState<string | null>(null);
  const [seen, setSeen] = useState<string | null>(null);
  // Another one, or none: what is over is forgotten, so that the same failure is told again.
  if (seen !== told) {
    setSeen(told);
    setOverOf(null);
  }
  useEffect(() => {
    if (told === null) return;
    const { clockOffsetMs } = usePopoverStore.getState();
    const ageMs = bridgeFailure === null ? Date.now() + clockOffsetMs - Date.parse(told) : 0;
    const timer = setTimeout(() => setOverOf(told), Math.max(0, Math.min(freshMs, freshMs - ageMs)));
    return () => clearTimeout(timer);
  }, [told, bridgeFailure]);
  if (told === null || told === overOf) return null;
  if (bridgeFailure !== null) return { kind: 'failed', sentence: bridgeFailure };
  return notice;
};

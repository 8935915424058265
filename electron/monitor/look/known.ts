import { isoTime } from '../../core/time/outside-numbers';
import type { Reading, Unread, UnreadPart } from '../../core/words/reading';

/** Since when, and why, something could not be read. Times in milliseconds since 1970. */
export interface Gap {
  readonly since: number;
  readonly reason: string;
  /** Null where it was never read. */
  readonly lastReadAt: number | null;
}

/** Something that is read again and again: what was read last stays until it is read anew. */
export interface Known<Value> {
  /** @param now milliseconds since 1970. */
  take(reading: Reading<Value>, now: number): void;
  /** Null while it was never read. */
  value(): Value | null;
  /** Null while the last reading came, and came whole. */
  gap(): Gap | null;
  /** Milliseconds since 1970; null while it was never read. */
  lastReadAt(): number | null;
}

export const createKnown = <Value>(): Known<Value> => {
  let value: Value | null = null;
  let lastReadAt: number | null = null;
  let gap: Gap | null = null;
  return {
    take(reading, now) {
      if (reading.kind === 'unread') {
        gap = { since: gap?.since ?? now, reason: reading.reason, lastReadAt };
        return;
      }
      value = reading.value;
      lastReadAt = now;
      gap = reading.doubt === undefined ? null : { since: gap?.since ?? now, reason: reading.doubt, lastReadAt };
    },
    value: () => value,
    gap: () => gap,
    lastReadAt: () => lastReadAt,
  };
};

/** What is said of a part of which these could not be read; nothing where all were. */
export const unreadOf = (
  part: UnreadPart,
  known: readonly { gap(): Gap | null }[],
  tool?: string,
): readonly Unread[] => {
  const gaps = known.map((one) => one.gap()).filter((gap) => gap !== null);
  if (gaps.length === 0) return [];
  const readAt = gaps.map(({ lastReadAt }) => lastReadAt).filter((at) => at !== null);
  return [
    {
      part,
      ...(tool === undefined ? {} : { tool }),
      since: isoTime(Math.min(...gaps.map(({ since }) => since))),
      ...(readAt.length < gaps.length ? {} : { lastReadAt: isoTime(Math.min(...readAt)) }),
      reason: [...new Set(gaps.map(({ reason }) => reason))].join(' '),
    },
  ];
};

/** A time in which the Mac slept, in milliseconds since 1970; `to: null` while no wake was told of. */
export interface SleepSpan {
  readonly from: number;
  readonly to: number | null;
}

/** As many as anybody asks about; a Mac that naps every few minutes makes hundreds a day. */
const mostKept = 200;
/** Right after wake the first answers can be wrong (claude-code#71757): what is seen so soon may be the sleep's doing. */
const wakingMs = 10_000;

export const fellAsleep = (spans: readonly SleepSpan[], at: number): readonly SleepSpan[] =>
  spans.at(-1)?.to === null ? spans : [...spans.slice(-mostKept), { from: at, to: null }];

/** @param lastAwakeAt where no sleep was told of: it cannot have begun before. */
export const wokeUp = (spans: readonly SleepSpan[], at: number, lastAwakeAt: number): readonly SleepSpan[] => {
  const last = spans.at(-1);
  if (last?.to === null) return [...spans.slice(0, -1), { from: last.from, to: at }];
  return [...spans.slice(-mostKept), { from: Math.min(lastAwakeAt, at), to: at }];
};

/** Whether the Mac slept somewhere between two looks. */
export const sleptBetween = (spans: readonly SleepSpan[], from: number, to: number): boolean =>
  spans.some((span) => span.from <= to && (span.to === null || span.to + wakingMs >= from));

/** How much of a time it slept, in milliseconds. */
export const sleptMs = (spans: readonly SleepSpan[], from: number, to: number): number =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(span.to ?? to, to) - Math.max(span.from, from)), 0);

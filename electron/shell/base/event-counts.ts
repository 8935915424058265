import type { Log } from './log';

export interface EventCount {
  readonly event: string;
  readonly count: number;
}

export interface CountedLog {
  readonly log: Log;
  /** How often each line was written since the start, the most frequent first. */
  counts(): readonly EventCount[];
}

/** Each line is one of a few; this is a limit, not a plan. */
const mostKinds = 40;

/** Counts what is logged, for the diagnostic. */
export const countEvents = (write: Log): CountedLog => {
  const counted = new Map<string, number>();
  let others = 0;
  return {
    log: (event) => {
      write(event);
      if (counted.has(event) || counted.size < mostKinds) counted.set(event, (counted.get(event) ?? 0) + 1);
      else others += 1;
    },
    counts: () => [
      ...[...counted].map(([event, count]) => ({ event, count })).sort((one, other) => other.count - one.count),
      ...(others === 0 ? [] : [{ event: 'others', count: others }]),
    ],
  };
};

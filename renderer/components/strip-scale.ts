import type { DayStrip, TimeSpan } from '../../electron/core/history/day-strip';

/** The strip's width in CSS pixels where nothing is scaled: the popover's, less its margins. */
export const stripWidth = 312;

export const laneHeights = { marks: 10, state: 22, thin: 5, gap: 3, axis: 13 } as const;
/** Where the lane of the states ends. */
export const groundY = laneHeights.marks + laneHeights.state;
/** More sessions than this share the last lane. */
export const mostSessionLanes = 4;

/** Where the parts of a day lie, in the strip's own units. */
export interface StripScale {
  readonly height: number;
  readonly sleepY: number | null;
  readonly holdY: number | null;
  readonly sessionYs: readonly number[];
  readonly axisY: number;
  /** Where a moment lies. */
  x(at: string): number;
  /** At least as wide as can be seen. */
  width(span: TimeSpan): number;
}

const narrowest = 1;

export const scaleFor = (strip: DayStrip): StripScale => {
  const [startMs, endMs] = [Date.parse(strip.startsAt), Date.parse(strip.endsAt)];
  const x = (at: string): number => ((Date.parse(at) - startMs) / (endMs - startMs)) * stripWidth;
  const { thin, gap, axis } = laneHeights;
  let y = groundY + gap;
  const lane = (): number => {
    const here = y;
    y += thin + gap;
    return here;
  };
  const sleepY = strip.sleeps.length > 0 ? lane() : null;
  const holdY = strip.holds.length > 0 ? lane() : null;
  const sessionYs = strip.sessions.slice(0, mostSessionLanes).map(lane);
  return {
    sleepY,
    holdY,
    sessionYs,
    axisY: y,
    height: y + axis,
    x,
    width: ({ from, to }) => Math.max(x(to) - x(from), narrowest),
  };
};

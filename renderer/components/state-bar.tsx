import type { StripSegment } from '../../electron/core/history/day-strip';
import { groundY, laneHeights, type StripScale } from './strip-scale';

/** Locked is high and full, unlocked low, unknown hatched, not watched empty: to be told apart without their colours. */
const heights = { locked: laneHeights.state, unlocked: 9, unknown: 15 } as const;

interface Props {
  readonly segment: StripSegment;
  readonly scale: Pick<StripScale, 'x' | 'width'>;
  readonly patternId: string;
}

export const StateBar = ({ segment, scale, patternId }: Props) => {
  const { state } = segment;
  if (state === 'not-watched') return null;
  const height = heights[state];
  return (
    <rect
      className={`strip-bar strip-${state}`}
      x={scale.x(segment.from)}
      y={groundY - height}
      width={scale.width(segment)}
      height={height}
      {...(state === 'unknown' ? { fill: `url(#${patternId}-hatch)` } : {})}
    />
  );
};

export const StripPatterns = ({ id }: { readonly id: string }) => (
  <defs>
    <pattern id={`${id}-hatch`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="strip-hatch" width="1.5" height="4" />
    </pattern>
  </defs>
);

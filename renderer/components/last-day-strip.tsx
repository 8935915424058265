import { useId } from 'react';
import type { TimeSpan } from '../../electron/core/history/day-strip';
import type { LastDay } from '../../electron/core/history/last-day';

const width = 150;
const height = 14;
const groundHeight = 11;

/** The last 24 hours in little room: locked and unlocked in two colours, sleep hatched over them, kept unlocked underlined. */
export const LastDayStrip = ({ last }: { readonly last: LastDay }) => {
  const id = useId();
  const { startMs, endMs, segments, sleeps, holds } = last;
  const placed = ({ from, to }: TimeSpan) => {
    const x = ((Date.parse(from) - startMs) / (endMs - startMs)) * width;
    return { x, width: Math.max(((Date.parse(to) - startMs) / (endMs - startMs)) * width - x, 1) };
  };
  return (
    <svg
      className="last-day"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <clipPath id={`${id}-round`}>
          <rect width={width} height={groundHeight} rx="3" />
        </clipPath>
        <pattern id={`${id}-hatch`} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="last-day-hatch" width="1.6" height="4" />
        </pattern>
      </defs>
      <g clipPath={`url(#${id}-round)`}>
        <rect className="last-day-ground" width={width} height={groundHeight} />
        {segments.map((segment) => (
          <rect key={segment.from} className={`last-day-${segment.state}`} {...placed(segment)} height={groundHeight} />
        ))}
        {sleeps.map((span) => (
          <rect key={span.from} {...placed(span)} height={groundHeight} fill={`url(#${id}-hatch)`} />
        ))}
      </g>
      {holds.map((span) => (
        <rect key={span.from} className="last-day-hold" {...placed(span)} y={height - 2} height={2} rx="1" />
      ))}
    </svg>
  );
};

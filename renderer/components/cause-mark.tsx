import type { ReactNode } from 'react';
import type { StripSegment } from '../../electron/core/history/day-strip';
import type { LockCause } from '../../electron/core/history/history-event';
import { type StripScale, stripWidth } from './strip-scale';

/** 8 × 8 drawings: why it locked. */
const drawings: Readonly<Record<LockCause, ReactNode>> = {
  idle: (
    <>
      <circle cx="4" cy="4" r="3.2" />
      <path d="M4 2.2V4l1.3.9" />
    </>
  ),
  sleep: <path className="cause-solid" d="M6.9 5.3A3.3 3.3 0 1 1 3.1 1a2.7 2.7 0 0 0 3.8 4.3Z" />,
  manual: (
    <>
      <rect className="cause-solid" x="1.4" y="3.7" width="5.2" height="3.6" rx=".8" />
      <path d="M2.5 3.7V2.6a1.5 1.5 0 0 1 3 0v1.1" />
    </>
  ),
  restart: (
    <>
      <path d="M6.8 4.7A3 3 0 1 1 6.6 2.6" />
      <path d="M6.9 1v1.8H5.1" />
    </>
  ),
  unknown: (
    <>
      <path d="M2.6 2.6a1.5 1.5 0 1 1 2.2 1.5c-.5.3-.8.5-.8 1.1" />
      <path d="M4 6.9v.1" />
    </>
  ),
};

const sizePixels = 8;
const apartPixels = 1;

interface Props {
  readonly segments: readonly StripSegment[];
  readonly scale: Pick<StripScale, 'x'>;
}

/** Why it locked, above the beginning of each bar, as long as there is room; the words for it are always elsewhere. */
export const CauseMarks = ({ segments, scale }: Props) => {
  let freeFrom = 0;
  return segments
    .filter(({ state }) => state === 'locked')
    .map(({ from, cause }) => {
      const x = Math.min(scale.x(from), stripWidth - sizePixels);
      if (x < freeFrom) return null;
      freeFrom = x + sizePixels + apartPixels;
      return (
        <g key={from} className="cause-mark" transform={`translate(${x} 0.5)`}>
          {drawings[cause]}
        </g>
      );
    });
};

/** The same for the legend. */
export const CauseSymbol = ({ cause }: { readonly cause: LockCause }) => (
  <svg className="cause-symbol" width="10" height="10" viewBox="0 0 8 8" aria-hidden="true" focusable="false">
    {drawings[cause]}
  </svg>
);

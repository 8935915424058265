import type { ReactNode } from 'react';
import type { DayStrip, StripSegment } from '../../electron/core/history/day-strip';
import type { LockCause } from '../../electron/core/history/history-event';
import { CauseSymbol } from './cause-mark';

/** In the order in which they are listed. */
export const stripStates = ['unlocked', 'locked', 'unknown'] as const;

export const stateNames: Readonly<Record<Exclude<StripSegment['state'], 'not-watched'>, string>> = {
  locked: 'Locked',
  unlocked: 'Unlocked',
  unknown: 'Unknown',
};

const causeNames: Readonly<Record<LockCause, string>> = {
  idle: 'idle',
  sleep: 'on sleep',
  manual: 'by hand',
  restart: 'restart',
  unknown: 'not known why',
};

/** What the shapes mean, of those that are in the picture. The table says all of it in words, so this is decoration. */
export const StripLegend = ({ strip }: { readonly strip: DayStrip }) => {
  const states = stripStates.filter((state) => strip.segments.some((segment) => segment.state === state));
  const causes = (['idle', 'sleep', 'manual', 'restart', 'unknown'] as const).filter((cause) =>
    strip.segments.some((segment) => segment.state === 'locked' && segment.cause === cause),
  );
  return (
    <p className="strip-legend" aria-hidden="true">
      {states.map((state) => (
        <Entry key={state} name={stateNames[state]}>
          <Swatch look={state} />
        </Entry>
      ))}
      {causes.map((cause) => (
        <Entry key={cause} name={causeNames[cause]}>
          <CauseSymbol cause={cause} />
        </Entry>
      ))}
      {strip.sleeps.length > 0 && (
        <Entry name="Asleep">
          <Swatch look="sleep" />
        </Entry>
      )}
      {strip.holds.length > 0 && (
        <Entry name="Kept unlocked">
          <Swatch look="hold" />
        </Entry>
      )}
      {strip.sessions.length > 0 && (
        <Entry name={strip.sessions.length === 1 ? 'Remote session' : `${strip.sessions.length} remote sessions`}>
          <Swatch look="session" />
        </Entry>
      )}
    </p>
  );
};

const Entry = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <span className="legend-entry">
    {children} {name}
  </span>
);

const swatches = {
  locked: { y: 0, height: 10 },
  unlocked: { y: 6, height: 4 },
  unknown: { y: 3, height: 7 },
  sleep: { y: 4, height: 2.5 },
  hold: { y: 3.5, height: 4 },
  session: { y: 3, height: 5 },
} as const;

const Swatch = ({ look }: { readonly look: keyof typeof swatches }) => (
  <svg width="12" height="10" viewBox="0 0 12 10" aria-hidden="true" focusable="false">
    <rect
      className={`strip-${look} legend-${look}`}
      x="0.5"
      width="11"
      rx={look === 'sleep' ? 1.25 : 0}
      {...swatches[look]}
    />
  </svg>
);

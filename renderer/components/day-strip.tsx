import { type KeyboardEvent, useId } from 'react';
import type { DayStrip, StripSegment } from '../../electron/core/history/day-strip';
import { formatHour, type LocalPlace } from '../../electron/core/time/format-moment';
import { hoursOf } from '../../electron/core/time/local-day';
import { isoTime } from '../../electron/core/time/outside-numbers';
import { CauseMarks } from './cause-mark';
import { StateBar, StripPatterns } from './state-bar';
import { groundY, laneHeights, mostSessionLanes, type StripScale, scaleFor, stripWidth } from './strip-scale';

interface Props {
  readonly strip: DayStrip;
  readonly place: LocalPlace;
  /** What it shows, for VoiceOver. */
  readonly name: string;
  readonly nameOf: (segment: StripSegment) => string;
  readonly selected: number | null;
  readonly onSelect: (index: number | null) => void;
}

/** A day as a picture. Arrow keys go from one state of the keychain to the next; the words for it stand elsewhere. */
export const DayStripPicture = ({ strip, place, name, nameOf, selected, onSelect }: Props) => {
  const id = useId();
  const scale = scaleFor(strip);
  const last = strip.segments.length - 1;
  const move = (event: KeyboardEvent) => {
    const to = { ArrowLeft: (selected ?? last) - 1, ArrowRight: (selected ?? -1) + 1, Home: 0, End: last }[event.key];
    if (to === undefined || event.altKey || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    onSelect(Math.min(Math.max(to, 0), last));
  };
  return (
    <svg
      className="day-strip"
      viewBox={`0 0 ${stripWidth} ${scale.height}`}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a list of which one entry is chosen, drawn
      role="listbox"
      aria-label={name}
      aria-orientation="horizontal"
      aria-activedescendant={selected === null ? undefined : `${id}-${selected}`}
      tabIndex={0}
      onKeyDown={move}
      onFocus={() => onSelect(selected ?? last)}
      onBlur={() => onSelect(null)}
      onPointerLeave={(event) => {
        if (document.activeElement !== event.currentTarget) onSelect(null);
      }}
    >
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in it takes the focus */}
      <g aria-hidden="true">
        <StripPatterns id={id} />
        <HourLines strip={strip} place={place} scale={scale} />
        {strip.segments.map((segment) => (
          <StateBar key={segment.from} segment={segment} scale={scale} patternId={id} />
        ))}
        <CauseMarks segments={strip.segments} scale={scale} />
        <ThinLanes strip={strip} scale={scale} />
      </g>
      {strip.segments.map((segment, index) => (
        <g
          key={segment.from}
          id={`${id}-${index}`}
          role="option"
          aria-label={nameOf(segment)}
          aria-selected={index === selected}
          onPointerEnter={() => onSelect(index)}
        >
          <rect
            className="strip-choice"
            x={scale.x(segment.from)}
            y={0}
            width={scale.width(segment)}
            height={scale.axisY - laneHeights.gap + 1}
          />
        </g>
      ))}
    </svg>
  );
};

const HourLines = ({ strip, place, scale }: { strip: DayStrip; place: LocalPlace; scale: StripScale }) => {
  const day = { startMs: Date.parse(strip.startsAt), endMs: Date.parse(strip.endsAt) };
  const hours = hoursOf(day, 6, place.timeZone).map(({ atMs }) => ({
    words: formatHour(atMs, place),
    x: scale.x(isoTime(atMs)),
  }));
  // A day of 24 hours ends at 24.
  const end = { words: formatHour(day.endMs, place).replace(/^0$/, '24'), x: stripWidth };
  return (
    <>
      <rect className="strip-ground" x={0} y={groundY - 1} width={stripWidth} height={1} />
      {[...hours, end].map(({ words, x }) => (
        <g key={x}>
          <line className="strip-hour" x1={x} x2={x} y1={laneHeights.marks} y2={scale.axisY} />
          <text
            className="strip-hour-name"
            x={x}
            y={scale.height - 2}
            textAnchor={x < 1 ? 'start' : x === stripWidth ? 'end' : 'middle'}
          >
            {words}
          </text>
        </g>
      ))}
    </>
  );
};

const ThinLanes = ({ strip, scale }: { readonly strip: DayStrip; readonly scale: StripScale }) => {
  const { sleepY, holdY, sessionYs } = scale;
  return (
    <>
      {sleepY !== null &&
        strip.sleeps.map((span) => <ThinBar key={span.from} look="sleep" span={span} y={sleepY} scale={scale} />)}
      {holdY !== null &&
        strip.holds.map((span) => <ThinBar key={span.from} look="hold" span={span} y={holdY} scale={scale} />)}
      {strip.sessions.flatMap(({ sessionId, spans }, index) =>
        spans.map((span) => (
          <ThinBar
            key={`${sessionId} ${span.from}`}
            look="session"
            span={span}
            y={sessionYs[Math.min(index, mostSessionLanes - 1)] ?? 0}
            scale={scale}
          />
        )),
      )}
    </>
  );
};

interface ThinBarProps {
  readonly look: 'sleep' | 'hold' | 'session';
  readonly span: { readonly from: string; readonly to: string };
  readonly y: number;
  readonly scale: StripScale;
}

/** Sleep is low and round, a hold is a frame, a session is full: to be told apart without their colours. */
const ThinBar = ({ look, span, y, scale }: ThinBarProps) => {
  const inset = { sleep: 1.25, hold: 0.5, session: 0 }[look];
  return (
    <rect
      className={`strip-${look}`}
      x={scale.x(span.from)}
      y={y + inset}
      width={scale.width(span)}
      height={laneHeights.thin - 2 * inset}
      rx={look === 'sleep' ? 1.25 : 0.5}
    />
  );
};

import { useState } from 'react';
import { describeSegment, sessionsDuring, timeInStates } from '../../../electron/core/history/day-rows';
import type { StripSegment, TimeSpan } from '../../../electron/core/history/day-strip';
import { formatSegmentState } from '../../../electron/core/history/format-history';
import type { HistoryDay } from '../../../electron/core/history/history-day';
import { formatOutsideText } from '../../../electron/core/text/format-outside-text';
import { formatLength, type LocalNow } from '../../../electron/core/time/format-moment';
import { DayStripPicture } from '../../components/day-strip';
import { Facts } from '../../components/facts';
import { OutsideText } from '../../components/outside-text';
import { StripLegend } from '../../components/strip-legend';
import { DayTable } from './day-table';
import { formatSpan } from './day-times';

interface Props {
  readonly day: HistoryDay;
  readonly title: string;
  readonly now: LocalNow;
}

/** More names than this are counted: the table has them all. */
const mostNames = 2;

export const HistoryDayView = ({ day, title, now }: Props) => {
  const { strip, recording, problem } = day;
  const [chosen, setChosen] = useState<number | null>(null);
  const segment = chosen === null ? undefined : strip.segments[chosen];
  const isEmpty = strip.segments.every(({ state }) => state === 'not-watched');
  const nameOf = (one: StripSegment): string =>
    [`${formatSpan(one, strip, now)}, ${describeSegment(one)}`, sessionWords(one, day) ?? []].flat().join('. ');
  return (
    <>
      {recording === 'off' && <p className="group-line hint">No history is kept now. The settings turn it on.</p>}
      {problem !== null && (
        <p className="group-line history-problem">
          <OutsideText text={problem} />
        </p>
      )}
      {isEmpty ? (
        <p className="group-line hint">Nothing was recorded on this day.</p>
      ) : (
        <div className="group-words">
          <DayStripPicture
            strip={strip}
            place={now}
            name={`Lock state, ${title}`}
            nameOf={nameOf}
            selected={segment === undefined ? null : chosen}
            onSelect={setChosen}
          />
          <div className="strip-words">
            {segment === undefined ? <Summary day={day} /> : <Chosen segment={segment} day={day} now={now} />}
          </div>
          <StripLegend strip={strip} />
        </div>
      )}
      {!isEmpty && <DayTable day={day} title={title} now={now} />}
    </>
  );
};

/** The day in one line, as long as no part of it is chosen. */
const Summary = ({ day, day: { strip } }: { readonly day: HistoryDay }) => (
  <>
    <Facts>
      {watchedStates(strip).map(({ state, lengthMs }) => (
        <span key={state}>
          {formatSegmentState({ state })} {lengthMs < 60_000 ? 'under a minute' : formatLength(lengthMs)}
        </span>
      ))}
    </Facts>
    <SessionLine words={sessionWords({ from: strip.startsAt, to: strip.endsAt }, day)} />
  </>
);

/** What is not in it nobody watched: that is seen without being said. */
const watchedStates = ({ segments }: HistoryDay['strip']) =>
  timeInStates(segments).filter(({ state }) => state !== 'not-watched');

const Chosen = ({ segment, day, now }: { segment: StripSegment; day: HistoryDay; now: LocalNow }) => (
  <>
    <p>
      <span className="strip-times">{formatSpan(segment, day.strip, now)}</span> {describeSegment(segment)}
    </p>
    <SessionLine words={sessionWords(segment, day)} />
  </>
);

const SessionLine = ({ words }: { readonly words: string | null }) => (
  <p className="hint">
    {words === null ? (
      'No remote session was seen.'
    ) : (
      <bdi className="one-line" title={words}>
        {words}
      </bdi>
    )}
  </p>
);

/** Who was there from elsewhere; null for nobody. */
const sessionWords = (span: TimeSpan, day: HistoryDay): string | null => {
  const names = sessionsDuring(span, day).map(formatOutsideText);
  if (names.length === 0) return null;
  const shown = names.slice(0, mostNames).join(', ');
  return `Remote: ${shown}${names.length > mostNames ? ` and ${names.length - mostNames} more` : ''}`;
};

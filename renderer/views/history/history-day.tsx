import { useState } from 'react';
import type { StripSegment, TimeSpan } from '../../../electron/core/history/day-strip';
import type { HistoryDay } from '../../../electron/core/history/history-day';
import { formatOutsideText } from '../../../electron/core/text/format-outside-text';
import { formatLength, type LocalNow } from '../../../electron/core/time/format-moment';
import { GroupWords, Hint } from '../../components/boxes';
import { DayStripPicture } from '../../components/day-strip';
import { Facts } from '../../components/facts';
import { OutsideText } from '../../components/outside-text';
import { StripLegend, stateNames, stripStates } from '../../components/strip-legend';
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
  const describe = (one: StripSegment): string => day.segmentWords[strip.segments.indexOf(one)] ?? '';
  const isEmpty = strip.segments.every(({ state }) => state === 'not-watched');
  const nameOf = (one: StripSegment): string =>
    [`${formatSpan(one, strip, now)}, ${describe(one)}`, sessionWords(one, day) ?? []].flat().join('. ');
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
        <GroupWords>
          <DayStripPicture
            strip={strip}
            place={now}
            name={`Lock state, ${title}`}
            nameOf={nameOf}
            selected={segment === undefined ? null : chosen}
            onSelect={setChosen}
          />
          <div className="strip-words">
            {segment === undefined ? (
              <Summary day={day} />
            ) : (
              <Chosen segment={segment} words={describe(segment)} day={day} now={now} />
            )}
          </div>
          <StripLegend strip={strip} />
        </GroupWords>
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
          {stateNames[state]} {lengthMs < 60_000 ? 'under a minute' : formatLength(lengthMs)}
        </span>
      ))}
    </Facts>
    <SessionLine words={sessionWords({ from: strip.startsAt, to: strip.endsAt }, day)} />
  </>
);

/** How long it was in each state, those that did not occur left out. What is not in it nobody watched: that is seen without being said. */
const watchedStates = ({ segments }: HistoryDay['strip']) =>
  stripStates.flatMap((state) => {
    const ofState = segments.filter((segment) => segment.state === state);
    const lengthMs = ofState.reduce((sum, { from, to }) => sum + Date.parse(to) - Date.parse(from), 0);
    return lengthMs === 0 ? [] : [{ state, lengthMs }];
  });

interface ChosenProps {
  readonly segment: StripSegment;
  readonly words: string;
  readonly day: HistoryDay;
  readonly now: LocalNow;
}

const Chosen = ({ segment, words, day, now }: ChosenProps) => (
  <>
    <p>
      <span className="strip-times">{formatSpan(segment, day.strip, now)}</span> {words}
    </p>
    <SessionLine words={sessionWords(segment, day)} />
  </>
);

const SessionLine = ({ words }: { readonly words: string | null }) => (
  <Hint>
    {words === null ? (
      'No remote session was seen.'
    ) : (
      <bdi className="one-line" title={words}>
        {words}
      </bdi>
    )}
  </Hint>
);

/** Who was there from elsewhere; null for nobody. */
const sessionWords = (during: TimeSpan, { strip, sessionTitles }: HistoryDay): string | null => {
  const names = strip.sessions.flatMap(({ spans }, index) =>
    spans.some(({ from, to }) => from < during.to && to > during.from)
      ? formatOutsideText(sessionTitles[index] ?? '')
      : [],
  );
  if (names.length === 0) return null;
  const shown = names.slice(0, mostNames).join(', ');
  return `Remote: ${shown}${names.length > mostNames ? ` and ${names.length - mostNames} more` : ''}`;
};

import { useState } from 'react';
import type { AppState } from '../../../electron/contract/app-state';
import { formatDayTitle } from '../../../electron/core/time/format-day';
import { dayBeside, localDayOf } from '../../../electron/core/time/local-day';
import { useHistoryDay } from '../../behaviour/use-history-day';
import { Group } from '../../components/boxes';
import { Icon } from '../../components/icon';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { useLocalNow } from '../../store/use-local-now';
import { HistoryDayView } from './history-day';

/** What was, a day at a time: today until somebody leafs back. */
export const HistorySection = ({ state }: { readonly state: AppState }) => {
  const now = useLocalNow();
  const today = localDayOf(now.nowMs, now.timeZone);
  // Null follows the clock over midnight.
  const [chosenStartMs, setChosenStartMs] = useState<number | null>(null);
  const day = chosenStartMs === null ? today : localDayOf(chosenStartMs, now.timeZone);
  const isToday = day.startMs >= today.startMs;
  const answer = useHistoryDay(day.startMs, isToday ? state : null);
  const title = formatDayTitle(day.startMs, now);
  const hasEarlier = answer.kind === 'day' && answer.day.hasEarlier;

  const leaf = (steps: 1 | -1) => {
    const next = dayBeside(day, steps, now.timeZone);
    setChosenStartMs(next.startMs >= today.startMs ? null : next.startMs);
  };

  return (
    <Section
      title="History"
      isTitleHidden
      aside={
        <div className="day-steps">
          <PushButton look="quiet" name="Previous day" blocked={!hasEarlier} onPress={() => leaf(-1)}>
            <Icon name="back" />
          </PushButton>
          <span className="day-title" role="status">
            {title}
          </span>
          <PushButton look="quiet" name="Next day" blocked={isToday} onPress={() => leaf(1)}>
            <Icon name="disclosure" />
          </PushButton>
        </div>
      }
    >
      <Group>
        {answer.kind === 'day' ? (
          <HistoryDayView key={day.startMs} day={answer.day} title={title} now={now} />
        ) : (
          <p className="group-line hint">
            {answer.kind === 'waiting' ? 'Reading the history…' : 'Latchkey does not answer. Open this window again.'}
          </p>
        )}
      </Group>
    </Section>
  );
};

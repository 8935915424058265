import type { HistoryDay } from '../../../electron/core/history/history-day';
import type { LocalNow } from '../../../electron/core/time/format-moment';
import { GroupWords, Hint } from '../../components/boxes';
import { Disclosure } from '../../components/disclosure';
import { OutsideText } from '../../components/outside-text';
import { formatEnd, formatTime } from './day-times';

interface Props {
  readonly day: HistoryDay;
  readonly title: string;
  readonly now: LocalNow;
}

/** The strip's twin in words. */
export const DayTable = ({ day, title, now }: Props) => {
  const { rows, moreRows } = day;
  const count = rows.length + moreRows;
  return (
    <Disclosure title="Show as a table" state={`${count} ${count === 1 ? 'row' : 'rows'}`}>
      <GroupWords>
        {moreRows > 0 && <Hint>The first {moreRows} are left out.</Hint>}
        <table className="day-table">
          <caption className="visually-hidden">History, {title}</caption>
          <thead>
            <tr>
              <th scope="col">From</th>
              <th scope="col">To</th>
              <th scope="col">What</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ from, to, what }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two things may happen at the same time and be called the same
              <tr key={`${from} ${index}`}>
                <td>{formatTime(from, now)}</td>
                <td>{to === null ? '' : formatEnd(to, day.strip, now)}</td>
                <td>
                  <OutsideText text={what} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </GroupWords>
    </Disclosure>
  );
};

import { dayRows } from '../../../electron/core/history/day-rows';
import type { HistoryDay } from '../../../electron/core/history/history-day';
import type { LocalNow } from '../../../electron/core/time/format-moment';
import { Disclosure } from '../../components/disclosure';
import { OutsideText } from '../../components/outside-text';
import { formatEnd, formatTime } from './day-times';

interface Props {
  readonly day: HistoryDay;
  readonly title: string;
  readonly now: LocalNow;
}

/** A day that flickers has thousands; the newest tell most. */
const mostRows = 200;

/** The strip's twin in words. */
export const DayTable = ({ day, title, now }: Props) => {
  const rows = dayRows(day);
  const shown = rows.slice(-mostRows);
  return (
    <Disclosure title="Show as a table" state={`${rows.length} ${rows.length === 1 ? 'row' : 'rows'}`}>
      <div className="group-words">
        {rows.length > shown.length && <p className="hint">The first {rows.length - shown.length} are left out.</p>}
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
            {shown.map(({ from, to, what }, index) => (
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
      </div>
    </Disclosure>
  );
};

import { formatMoment } from '../../electron/core/format-moment';
import { useLocalNow } from '../store/use-local-now';

/** A moment as seen from now ("in 2 h 10 min"). */
export const Moment = ({ at }: { readonly at: string }) => (
  <TimeElement at={at}>{formatMoment(at, useLocalNow())}</TimeElement>
);

/** Words for a time, machine-readable, with the full date in its tooltip. */
export const TimeElement = ({ at, children }: { readonly at: string; readonly children: string }) => {
  const date = new Date(at);
  const isDate = Number.isFinite(date.getTime());
  return (
    <time dateTime={at} {...(isDate ? { title: date.toLocaleString() } : {})}>
      {children}
    </time>
  );
};

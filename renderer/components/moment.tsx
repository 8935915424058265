import { formatInFull, formatMoment } from '../../electron/core/time/format-moment';
import { useLocalNow } from '../store/use-local-now';

/** A moment as seen from now ("in 2 h 10 min"). */
export const Moment = ({ at }: { readonly at: string }) => (
  <TimeElement at={at}>{formatMoment(at, useLocalNow())}</TimeElement>
);

/** Words for a time, machine-readable, with the full date in its tooltip. */
export const TimeElement = ({ at, children }: { readonly at: string; readonly children: string }) => {
  const now = useLocalNow();
  const atMs = Date.parse(at);
  return (
    <time dateTime={at} {...(Number.isFinite(atMs) ? { title: formatInFull(atMs, now) } : {})}>
      {children}
    </time>
  );
};

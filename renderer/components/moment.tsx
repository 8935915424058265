import { formatMoment } from '../../electron/core/format-moment';
import { useLocalNow } from '../store/use-local-now';

/** A moment as seen from now ("in 2 h 10 min"), machine-readable, with the full date in its tooltip. */
export const Moment = ({ at }: { readonly at: string }) => {
  const now = useLocalNow();
  const date = new Date(at);
  const isDate = Number.isFinite(date.getTime());
  return (
    <time dateTime={at} {...(isDate ? { title: date.toLocaleString() } : {})}>
      {formatMoment(at, now)}
    </time>
  );
};

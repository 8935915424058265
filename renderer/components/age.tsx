import { formatAge } from '../../electron/core/time/format-moment';
import { useLocalNow } from '../store/use-local-now';
import { TimeElement } from './moment';

/** How long ago something was measured, in seconds at first: "20 s ago". */
export const Age = ({ at }: { readonly at: string }) => (
  <TimeElement at={at}>{formatAge(at, useLocalNow())}</TimeElement>
);

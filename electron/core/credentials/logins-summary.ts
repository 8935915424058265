import { formatCalendarDay, formatDayShort, type LocalNow } from '../time/format-moment';
import type { Credential, Expiry } from '../words/credential';
import { byAttention } from './credential-order';

/** All logins of this Mac in one row: the next thing to know. */
export interface LoginsSummary {
  /** Names in it are from outside. */
  readonly words: string;
  readonly tone: 'good' | 'caution' | 'alarm' | 'unknown';
}

interface Reading {
  /** Nothing has come yet, which is not that there is nothing. */
  readonly isAwaited: boolean;
  readonly isUnread: boolean;
}

/** "Claude Code ends Wed 01:24", "gh logged out", "3 logins". */
export const loginsSummary = (
  credentials: readonly Credential[],
  { isAwaited, isUnread }: Reading,
  now: LocalNow,
): LoginsSummary => {
  const logins = byAttention(credentials).filter(({ status }) => status !== 'signed-out');
  const ended = logins.filter(({ status }) => status === 'expired');
  const [next] = logins.flatMap(endingOf).sort((one, other) => Date.parse(one.expiry.at) - Date.parse(other.expiry.at));
  const [first] = ended;
  if (first !== undefined)
    return { words: ended.length === 1 ? `${first.name} logged out` : `${ended.length} logged out`, tone: 'alarm' };
  if (next !== undefined) return { words: `${next.name} ends ${endWords(next.expiry, now)}`, tone: 'caution' };
  if (logins.length === 0 && isAwaited) return { words: 'looking…', tone: 'unknown' };
  if (logins.length === 0 && isUnread) return { words: 'could not be read', tone: 'unknown' };
  if (logins.length === 0) return { words: 'none found', tone: 'unknown' };
  return { words: logins.length === 1 ? '1 login' : `${logins.length} logins`, tone: 'good' };
};

const endingOf = ({ name, status, expiry }: Credential): readonly { name: string; expiry: Expiry }[] =>
  status === 'expiring' && expiry !== null && !expiry.isRenewed ? [{ name, expiry }] : [];

const endWords = ({ at, endsOn }: Expiry, now: LocalNow): string =>
  endsOn === undefined ? formatDayShort(Date.parse(at), now) : formatCalendarDay(endsOn, now);

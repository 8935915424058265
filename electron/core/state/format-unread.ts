import { formatDay, type LocalNow } from '../time/format-moment';
import type { Unread, UnreadMark, UnreadPart } from '../words/reading';

/** What a part is called, to begin a line with. */
export const unreadPartName: Readonly<Record<UnreadPart, string>> = {
  host: 'This Mac and session',
  'keychain-list': 'List of keychains',
  'remote-access': 'Remote access',
  'power-settings': 'Sleep settings',
  sessions: 'Remote sessions',
  beacons: 'Reports from remote shells',
  credentials: 'Stored logins',
  'claude-code': 'Running Claude Codes',
};

/** "as of 14:02; /bin/ps did not answer within 4 s." */
export const formatUnreadMark = ({ asOf, reason }: UnreadMark, now: LocalNow): string =>
  `${asOfPhrase(asOf, now)}; ${reason}`;

/** "not read since 14:03, as of 14:02; /bin/ps did not answer within 4 s." */
export const formatUnread = ({ since, lastReadAt, reason }: Unread, now: LocalNow): string => {
  const from = `not read since ${moment(since, now)}`;
  return `${from}, ${lastReadAt === undefined ? 'never before' : asOfPhrase(lastReadAt, now)}; ${reason}`;
};

const asOfPhrase = (at: string, now: LocalNow): string => `as of ${moment(at, now)}`;

/** The clock alone today. */
const moment = (at: string, now: LocalNow): string => {
  const atMs = Date.parse(at);
  return Number.isFinite(atMs) ? formatDay(atMs, now).replace(/^(?:today|on) /, '') : 'an unknown time';
};

/** Parts with the same gap as one: the tools that asked the same program, which did not answer. */
export interface UnreadGroup {
  readonly unread: Unread;
  /** Of the credentials: whose. */
  readonly tools: readonly string[];
}

export const groupUnread = (unread: readonly Unread[]): readonly UnreadGroup[] => {
  const groups = new Map<string, UnreadGroup>();
  for (const { tool, ...one } of unread) {
    const key = JSON.stringify([one.part, one.reason, one.lastReadAt === undefined]);
    const before = groups.get(key);
    const tools = [...(before?.tools ?? []), ...(tool === undefined ? [] : [tool])];
    groups.set(key, { unread: before?.unread ?? one, tools });
  }
  return [...groups.values()];
};

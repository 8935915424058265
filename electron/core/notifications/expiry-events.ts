import { expiryAdvice, expiryTitle } from '../credentials/credential-warnings';
import { type ExpiryThresholds, expiryStage, leadsOf } from '../credentials/expiry-thresholds';
import { formatOutsideText } from '../text/format-outside-text';
import type { Credential } from '../words/credential';
import type { Announcement, NotableEvent } from './announcement';

/** The ends that were seen, by what ends and when: a renewed login ends at another moment, and is another one. */
export type ExpiryMemory = Readonly<Record<string, SeenExpiry>>;

interface SeenExpiry {
  readonly login: string;
  /** The stage that was told last, or the one it was found at. */
  readonly toldOrder: number;
}

/** What is out of sight is remembered, for it may return; this is a limit, not a plan. */
const mostRemembered = 1_000;
/** A Mac that wakes after days finds many at once. */
const mostAtOnce = 3;

/**
 * Each login, session or certificate that ends soon or has ended, one event a threshold. The stage that it was first seen
 * at is no news: at the first look, or right after somebody has signed in.
 *
 * @param now milliseconds since 1970.
 */
export const expiryEvents = (
  memory: ExpiryMemory,
  credentials: readonly Credential[],
  thresholds: ExpiryThresholds,
  now: number,
): readonly NotableEvent[] => {
  const events = credentials.filter(isFollowed).flatMap((credential): [string, NotableEvent][] => {
    const { order } = expiryStage(credential, thresholds, now);
    const key = expiryKey(credential, thresholds);
    if (order === 0) return [];
    const event: NotableEvent = {
      kind: 'login-ends',
      key: eventKey(key, order),
      title: formatOutsideText(expiryTitle(credential, thresholds, now)),
      body: expiryAdvice(credential),
      action: null,
      endsWith: null,
      isNoNews: order <= (memory[key]?.toldOrder ?? order),
    };
    return [[event.key, event]];
  });
  return [...new Map(events).values()];
};

/** @param isTold whether the event of that key was told or is no news. */
export const rememberExpiries = (
  memory: ExpiryMemory,
  credentials: readonly Credential[],
  thresholds: ExpiryThresholds,
  now: number,
  isTold: (eventKey: string) => boolean,
): ExpiryMemory => {
  const followed = credentials.filter(isFollowed);
  const seen = new Map(
    followed.map((credential): [string, SeenExpiry] => {
      const key = expiryKey(credential, thresholds);
      const { order } = expiryStage(credential, thresholds, now);
      const former = memory[key]?.toldOrder ?? 0;
      const toldOrder = isTold(eventKey(key, order)) ? Math.max(former, order) : former;
      return [key, { login: loginKey(credential), toldOrder }];
    }),
  );
  const logins = new Set(followed.map(loginKey));
  const outOfSight = Object.entries(memory).filter(([key, { login }]) => !seen.has(key) && !logins.has(login));
  return Object.fromEntries([...outOfSight, ...seen].slice(-mostRemembered));
};

/** Many at once are told as a few, the last of which counts the others. */
export const fewAtOnce = (announcements: readonly Announcement[]): readonly Announcement[] => {
  const last = announcements[mostAtOnce - 1];
  if (last === undefined || announcements.length <= mostAtOnce) return announcements;
  const others = announcements.length - mostAtOnce + 1;
  const title = `${others} more logins end soon or have ended`;
  return [...announcements.slice(0, mostAtOnce - 1), { ...last, title, body: 'The list of logins shows them all.' }];
};

/** One that could not be read now may be the same as before. */
const isFollowed = ({ installed, status, unread }: Credential): boolean =>
  installed && unread === undefined && status !== 'unreadable' && status !== 'unknown';

const loginKey = ({ tool, account }: Credential): string => JSON.stringify([tool, account ?? null]);

/** The stages are counted along the lead times, so with other ones it is another end: what is due by them is no news. */
const expiryKey = ({ tool, account, expiry }: Credential, thresholds: ExpiryThresholds): string =>
  JSON.stringify([tool, account ?? null, expiry?.of ?? null, expiry?.at ?? null, ...leadsOf(expiry, thresholds)]);

const eventKey = (key: string, order: number): string => `${key} ${order}`;

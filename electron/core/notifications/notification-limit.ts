import type { Announcement } from './announcement';
import { byUrgency } from './notification-kinds';

/** However much happens, nobody is told more than this. */
export const mostPerMinute = 3;
const minuteMs = 60_000;
/** After wake everything that happened meanwhile is found within a few looks. */
const afterWakeMs = 15_000;

export interface Limited {
  /** To be told now. */
  readonly announcements: readonly Announcement[];
  /** Keys of what is told with that; the rest waits for a later look, if it still holds then. */
  readonly toldKeys: readonly string[];
  /** When something was told in the last minute, in milliseconds since 1970. */
  readonly toldAt: readonly number[];
}

/**
 * Of what is news, as much as may be told now: three in a minute, the most pressing first, and after wake one, which counts
 * the others.
 *
 * @param toldAt what `Limited` had the last time.
 * @param now milliseconds since 1970, as is `wokeAt`.
 */
export const limitAnnouncements = (
  news: readonly Announcement[],
  toldAt: readonly number[],
  now: number,
  wokeAt: number | null,
): Limited => {
  // Once the clock was set back, what was told "in the future" counts as told now: for a minute, not for ever.
  const lately = toldAt.map((at) => Math.min(at, now)).filter((at) => now - at < minuteMs);
  if (news.length === 0) return { announcements: [], toldKeys: [], toldAt: lately };
  const urgent = [...news].sort(byUrgency);
  const [first] = urgent;
  if (wokeAt !== null && first !== undefined && now >= wokeAt && now - wokeAt < afterWakeMs) {
    if (lately.some((at) => at >= wokeAt)) return { announcements: [], toldKeys: [], toldAt: lately };
    return {
      announcements: [countingOthers(first, urgent.length - 1)],
      toldKeys: urgent.map(({ key }) => key),
      toldAt: [...lately, now],
    };
  }
  const announcements = urgent.slice(0, Math.max(mostPerMinute - lately.length, 0));
  return {
    announcements,
    toldKeys: announcements.map(({ key }) => key),
    toldAt: [...lately, ...announcements.map(() => now)],
  };
};

const countingOthers = (announcement: Announcement, others: number): Announcement =>
  others === 0
    ? announcement
    : {
        ...announcement,
        body: `${announcement.body} ${others === 1 ? 'One more thing' : `${others} more things`} changed; Latchkey shows ${others === 1 ? 'it' : 'them'}.`,
      };

import { batteryFactor, openingAgainMs, type Part, partIntervalsMs, unreadAgainMs } from './look-intervals';

/** A file that tells of a part, as it was when the part was last read and as it is; null where there is none. */
export interface ComparedFile {
  readonly before: string | null;
  readonly now: string | null;
}

/** A hint says that something may have changed; only another fingerprint says that it has. */
export const hasChanged = ({ before, now }: ComparedFile): boolean => before !== now;

export interface PartConditions {
  /** Milliseconds since 1970, as is the time below. */
  readonly now: number;
  readonly lastAskedAt: number | null;
  /** The last asking has brought no answer. */
  readonly isUnread: boolean;
  readonly popoverVisible: boolean;
  readonly powerSource: 'ac' | 'battery' | 'unknown';
  /** Somebody asks for it: a person, or the Mac that has just woken. `opened`: a person has opened the popover. */
  readonly askedBy: 'user' | 'wake' | 'opened' | null;
  /** The files that a hint has named; none where the look has another occasion. */
  readonly hinted: readonly ComparedFile[];
}

export type Due =
  | {
      readonly ask: true;
      readonly reason:
        | 'never-asked'
        | 'clock-set-back'
        | 'asked-by-user'
        | 'woke'
        | 'popover-opened'
        | 'files-changed'
        | 'unread'
        | 'beat';
    }
  | { readonly ask: false; readonly reason: 'not-confirmed' | 'too-soon' | 'unchanged' };

/** Whether a part is to be read again, and why. What did not change is not asked again. */
export const whatIsDue = (part: Part, conditions: PartConditions): Due => {
  const { now, lastAskedAt, isUnread, popoverVisible, askedBy, hinted } = conditions;
  const { beat, soonest } = partIntervalsMs[part];
  const sight = popoverVisible ? 'visible' : 'hidden';
  const factor = conditions.powerSource === 'battery' && !popoverVisible ? batteryFactor : 1;
  if (lastAskedAt === null) return { ask: true, reason: 'never-asked' };
  if (now < lastAskedAt) return { ask: true, reason: 'clock-set-back' };
  const ageMs = now - lastAskedAt;
  if (askedBy === 'user') return { ask: true, reason: 'asked-by-user' };
  if (askedBy === 'wake') return { ask: true, reason: 'woke' };
  if (askedBy === 'opened' && ageMs >= openingAgainMs) return { ask: true, reason: 'popover-opened' };
  if (hinted.some(hasChanged)) {
    return ageMs >= soonest[sight] ? { ask: true, reason: 'files-changed' } : { ask: false, reason: 'too-soon' };
  }
  if (hinted.length > 0) return { ask: false, reason: 'not-confirmed' };
  if (beat !== null) {
    return ageMs >= beat[sight] * factor ? { ask: true, reason: 'beat' } : { ask: false, reason: 'too-soon' };
  }
  if (!isUnread) return { ask: false, reason: 'unchanged' };
  return ageMs >= unreadAgainMs[sight] * factor ? { ask: true, reason: 'unread' } : { ask: false, reason: 'too-soon' };
};

import { formatAutoLockSettings } from '../auto-lock/format-auto-lock';
import { sessionTitle } from '../sessions/session-title';
import { keychainName } from '../text/format-outside-text';
import type { SessionLane, StripSegment } from './day-strip';
import type { HistoryEvent, LockStateEvent, SessionEvent } from './history-event';

type Explained = Pick<StripSegment, 'state' | 'cause' | 'by'>;

const stateWord: Readonly<Record<StripSegment['state'], string>> = {
  locked: 'Locked',
  unlocked: 'Unlocked',
  unknown: 'Unknown',
  'not-watched': 'Not watched',
};

/** "Locked", "Not watched" */
export const formatSegmentState = ({ state }: Pick<StripSegment, 'state'>): string => stateWord[state];

/** "by its idle timeout", "on sleep", "with Latchkey"; null where there is nothing to say. */
export const formatCause = ({ state, cause, by }: Explained): string | null => {
  if (state === 'not-watched' || state === 'unknown') return null;
  switch (cause) {
    case 'idle':
      return 'by its idle timeout';
    case 'sleep':
      return 'on sleep';
    case 'restart':
      return 'by a restart';
    case 'manual':
      return by === 'latchkey' ? 'with Latchkey' : 'outside Latchkey';
    case 'unknown':
      return state === 'locked' ? 'not known why' : 'not known since when';
  }
};

export const laneTitle = ({ sessionKind, name, comesFrom }: SessionLane): string =>
  sessionTitle({
    kind: sessionKind,
    ...(name === undefined ? {} : { name }),
    ...(comesFrom === undefined ? {} : { from: comesFrom }),
  });

/** What the strip of a day does not draw. */
export type UndrawnEvent = HistoryEvent & {
  readonly kind: 'auto-lock' | 'login-expiring' | 'login-expired' | 'hold-restored' | 'truncated';
};

/** The same as `formatHistoryEvent`, for the app, which needs no words for the others. */
export const formatUndrawnEvent = (event: UndrawnEvent): string => {
  switch (event.kind) {
    case 'auto-lock':
      return `${keychainName(event.keychainPath)}: auto-lock changed ${
        event.by === 'latchkey' ? 'with Latchkey' : 'outside Latchkey'
      }, from “${formatAutoLockSettings(event.before)}” to “${formatAutoLockSettings(event.after)}”`;
    case 'login-expiring':
      return `The login of ${loginName(event)} is about to end`;
    case 'login-expired':
      return `The login of ${loginName(event)} has ended`;
    case 'hold-restored':
      return 'The settings from before Keep Unlocked are back';
    case 'truncated':
      return 'More happened on this day than Latchkey keeps; the rest is missing';
  }
};

/** One event as one line, without its time. What comes from outside is in it as it is. */
export const formatHistoryEvent = (event: HistoryEvent): string => {
  switch (event.kind) {
    case 'lock-state':
      return `${keychainName(event.keychainPath)}: ${formatLockEvent(event)}`;
    case 'sleep':
      return 'The Mac went to sleep';
    case 'wake':
      return 'The Mac woke up';
    case 'session-came':
      return `${eventTitle(event)} ${event.found === undefined ? 'came' : 'was there'}`;
    case 'session-left':
      return `${eventTitle(event)} left`;
    case 'hold-started':
      return event.found === undefined ? 'Keep Unlocked began' : 'Keep Unlocked was on';
    case 'hold-ended':
      return event.isRestored === false
        ? 'Keep Unlocked ended; the settings are not yet as before'
        : 'Keep Unlocked ended';
    case 'app-started':
      return 'Latchkey began to watch';
    case 'app-stopped':
      return 'Latchkey stopped watching';
    case 'watching':
      return 'Latchkey watched, and nothing happened';
    default:
      // All others stand above.
      return formatUndrawnEvent(event as UndrawnEvent);
  }
};

const formatLockEvent = (event: LockStateEvent): string => {
  const word = stateWord[event.state].toLowerCase();
  if (event.state === 'unknown') return 'lock state unknown';
  if (event.found !== undefined && event.cause === 'unknown') return `found ${word}`;
  return `${word}${event.cause === 'unknown' ? ',' : ''} ${formatCause(event)}`;
};

const eventTitle = ({ sessionKind, name, from }: SessionEvent): string =>
  sessionTitle({
    kind: sessionKind,
    ...(name === undefined ? {} : { name }),
    ...(from === undefined ? {} : { from }),
  });

const loginName = ({ tool, account }: { readonly tool: string; readonly account?: string }): string =>
  account === undefined ? tool : `${tool} (${account})`;

/** Whether a list for people needs it: what only says that all went on as before does not interest anybody. */
export const isNews = (event: HistoryEvent): boolean =>
  event.kind !== 'watching' && !('found' in event && event.found === 'carried-over');

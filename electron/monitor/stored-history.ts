import type { HistoryEvent } from '../core/history-event';
import type { EarlierHistory } from '../core/history-events';
import type { LockState } from '../core/snapshot';
import type { HistoryDoor } from '../system/history-folder';

/** How the history ended before this start; null where there is none that can be read. */
export const readEarlierHistory = async (door: HistoryDoor): Promise<EarlierHistory | null> => {
  const days = await door.days();
  if (!days.ok) return null;
  // The newest file with an event: a file that begins with what was carried over can be read by itself.
  for (const day of [...days.value].reverse().slice(0, 7)) {
    const { events } = await door.read([day]);
    const inOrder = [...events].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
    const last = inOrder.at(-1);
    if (last !== undefined) return { endedAt: Date.parse(last.at), lockStates: lockStatesOf(inOrder) };
  }
  return null;
};

const lockStatesOf = (events: readonly HistoryEvent[]): Readonly<Record<string, LockState>> =>
  Object.fromEntries(
    events.flatMap((event) => (event.kind === 'lock-state' ? [[event.keychainPath, event.state] as const] : [])),
  );

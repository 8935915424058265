import { filesFor, type HistoryDay, historyDay } from '../core/history-day';
import type { HistoryEvent } from '../core/history-event';
import { localDayOf, utcDay } from '../core/local-day';
import { failure, type Outcome, success } from '../core/outcome';
import { loginKeychain } from '../core/warnings';
import type { HistoryDoor } from '../system/history-folder';
import type { HistoryRecorder } from './history-recorder';
import type { Hint, Monitor } from './monitor';

export interface StoredHistory {
  readonly events: readonly HistoryEvent[];
  readonly problems: readonly string[];
  readonly skippedLines: number;
}

/** What was seen while the app ran. */
export interface History {
  /** For how many days it is kept; 0 keeps none, and what there is stays until it is erased. */
  setKeptDays(days: number): void;
  /** Follows the monitor from now on. Only the app does: the command line only reads. */
  record(): void;
  stopRecording(): void;
  /** @param atMs a moment of the day; @param timeZone an IANA name, whose days are meant. */
  day(atMs: number, timeZone: string): Promise<HistoryDay>;
  /** All since this moment, milliseconds since 1970. A failure: the folder cannot be read at all. */
  since(fromMs: number): Promise<Outcome<StoredHistory>>;
  /** @returns how many days' files went */
  erase(): Promise<Outcome<number>>;
}

interface HistoryTools {
  readonly door: HistoryDoor;
  readonly recorder: HistoryRecorder;
  readonly monitor: Pick<Monitor, 'state' | 'subscribe' | 'onHint'>;
  now(): number;
}

const dayMs = 86_400_000;
export const defaultHistoryDays = 30;

export const createHistory = ({ door, recorder, monitor, now }: HistoryTools): History => {
  let keptDays = defaultHistoryDays;
  let follows = false;
  let tidiedDay = '';
  let removalProblem: string | null = null;

  const isoOf = (atMs: number): string => new Date(atMs).toISOString();

  /** Once a day, and at once when fewer days are to be kept. */
  const tidy = (): void => {
    if (keptDays === 0 || !recorder.isRecording()) return;
    tidiedDay = utcDay(isoOf(now()));
    void door.removeBefore(utcDay(isoOf(now() - keptDays * dayMs))).then((removed) => {
      removalProblem = removed.ok ? null : removed.reason;
    });
  };
  const follow = (): void => {
    const { snapshot } = monitor.state();
    if (snapshot === null) return;
    recorder.follow(snapshot);
    if (tidiedDay !== utcDay(isoOf(now()))) tidy();
  };
  const begin = (): void => {
    if (!follows || keptDays === 0) return;
    void recorder.start();
    follow();
  };

  return {
    setKeptDays(days) {
      if (days === keptDays) return;
      keptDays = days;
      if (days === 0) recorder.stop();
      else begin();
      tidy();
    },
    record() {
      if (follows) return;
      follows = true;
      monitor.subscribe(follow);
      monitor.onHint((hint: Hint) => {
        if (hint === 'suspended' || hint === 'resumed') recorder.sleepWas(hint);
      });
      begin();
    },
    stopRecording: recorder.stop,
    async day(atMs, timeZone) {
      const day = localDayOf(atMs, timeZone);
      const listed = await door.days();
      const files = listed.ok ? listed.value : [];
      const { events, problems } = await door.read(filesFor(day, files));
      const keychainPath = loginKeychain(monitor.state().snapshot?.keychains ?? [])?.path ?? '';
      const problem = [listed.ok ? null : listed.reason, recorder.problem(), removalProblem, ...problems];
      return historyDay({
        events: [...events, ...recorder.unwritten()],
        ...{ files, keychainPath, day, nowMs: now(), recording: recorder.isRecording() ? 'on' : 'off' },
        problem: problem.filter((sentence) => sentence !== null).join(' ') || null,
      });
    },
    async since(fromMs) {
      const listed = await door.days();
      if (!listed.ok) return failure(listed.code, listed.reason);
      const from = isoOf(Math.max(fromMs, 0));
      const stored = await door.read(listed.value.filter((day) => day >= utcDay(from)));
      const events = [...stored.events].sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
      return success({ ...stored, events: events.filter(({ at }) => at >= from) });
    },
    async erase() {
      const erased = await door.erase();
      if (erased.ok) recorder.forget();
      return erased;
    },
  };
};

import { filesFor, type HistoryDay, historyDay } from '../../core/history/history-day';
import { defaultPreferences } from '../../core/preferences/preferences';
import { localDayOf, utcDay } from '../../core/time/local-day';
import { isoTime } from '../../core/time/outside-numbers';
import { loginKeychain } from '../../core/words/login-keychain';
import type { HistoryDoor } from '../../system/history/history-folder';
import type { Hint } from '../loop/hint';
import type { StateKeeper } from '../loop/state-keeper';
import type { HistoryRecorder } from './history-recorder';
import { createStoredHistory, type StoredHistory } from './stored-history';

/** What was seen while the app ran. */
export interface History extends StoredHistory {
  /** For how many days it is kept; 0 keeps none, and what there is stays until it is erased. */
  setKeptDays(days: number): void;
  /** Follows the monitor from now on. */
  record(): void;
  stopRecording(): void;
  /** @param atMs a moment of the day; @param timeZone an IANA name, whose days are meant. */
  day(atMs: number, timeZone: string): Promise<HistoryDay>;
}

interface HistoryTools {
  readonly door: HistoryDoor;
  readonly recorder: HistoryRecorder;
  readonly monitor: Pick<StateKeeper, 'state' | 'subscribe'> & { onHint(listener: (hint: Hint) => void): void };
  now(): number;
}

const dayMs = 86_400_000;

export const createHistory = ({ door, recorder, monitor, now }: HistoryTools): History => {
  const stored = createStoredHistory(door);
  let keptDays = defaultPreferences.historyDays;
  let follows = false;
  let tidiedDay = '';
  let removalProblem: string | null = null;

  /** Once a day, and at once when fewer days are to be kept. */
  const tidy = (): void => {
    if (keptDays === 0 || !recorder.isRecording()) return;
    tidiedDay = utcDay(isoTime(now()));
    void door.removeBefore(utcDay(isoTime(now() - keptDays * dayMs))).then((removed) => {
      removalProblem = removed.ok ? null : removed.reason;
    });
  };
  const follow = (): void => {
    const { snapshot } = monitor.state();
    if (snapshot === null) return;
    recorder.follow(snapshot);
    if (tidiedDay !== utcDay(isoTime(now()))) tidy();
  };
  const begin = (): void => {
    if (!follows || keptDays === 0) return;
    void recorder.start();
    follow();
  };

  return {
    ...stored,
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
        files,
        keychainPath,
        day,
        nowMs: now(),
        recording: recorder.isRecording() ? 'on' : 'off',
        problem: problem.filter((sentence) => sentence !== null).join(' ') || null,
      });
    },
    async erase() {
      const erased = await stored.erase();
      if (erased.ok) recorder.forget();
      return erased;
    },
  };
};

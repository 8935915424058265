import { type AppEvent, byTime, type HistoryEvent } from '../../core/history/history-event';
import {
  carriedOver,
  type EarlierHistory,
  emptyHistoryMemory,
  followHistory,
  type HistoryMemory,
} from '../../core/history/history-events';
import type { OwnAct } from '../../core/history/own-act';
import { fellAsleep, type SleepSpan, wokeUp } from '../../core/history/sleep-spans';
import { isoTime } from '../../core/time/outside-numbers';
import type { LockState } from '../../core/words/keychain';
import type { Snapshot } from '../../core/words/snapshot';
import type { HistoryDoor } from '../../system/history/history-folder';
import { createHistoryWriter, type HistoryWriter } from './history-writer';

export interface RecorderTools {
  readonly door: HistoryDoor;
  now(): number;
  recentActs(): readonly OwnAct[];
  readBootTime(): Promise<number | null>;
}

export interface HistoryRecorder extends Pick<HistoryWriter, 'unwritten' | 'problem'> {
  isRecording(): boolean;
  /** Begins to write, once it is known how the history ended before. */
  start(): Promise<void>;
  follow(snapshot: Snapshot): void;
  sleepWas(hint: 'suspended' | 'resumed'): void;
  /** Says that nobody watches any more; at once, because the app may be quitting. */
  stop(): void;
  /** What is known now is written into the next file that is made. */
  forget(): void;
}

/** With no news for so long, a line says that somebody watched, so that after a crash its time is known. */
const quietMs = 15 * 60_000;

/** Turns what the looks show into lines of the history, each once. */
export const createHistoryRecorder = (tools: RecorderTools): HistoryRecorder => {
  const writer = createHistoryWriter(tools.door);
  let state: 'off' | 'starting' | 'on' = 'off';
  let memory: HistoryMemory = emptyHistoryMemory;
  let sleeps: readonly SleepSpan[] = [];
  let earlier: EarlierHistory | null = null;
  let bootedAt: number | null = null;
  let lastWrittenAt = 0;
  let waiting: readonly Snapshot[] = [];
  /** Of the start that counts: one that was stopped meanwhile must not begin to write. */
  let starts = 0;

  const isoNow = (): string => isoTime(tools.now());
  const write = (events: readonly HistoryEvent[]): void => {
    const [first] = events;
    if (first === undefined) return;
    writer.write(events, carriedOver(memory, first.at));
    lastWrittenAt = tools.now();
  };
  const appEvent = (kind: AppEvent['kind']): AppEvent => ({ at: isoNow(), kind });

  const take = (snapshot: Snapshot): void => {
    const step = followHistory(memory, snapshot, { acts: tools.recentActs(), sleeps, earlier, bootedAt });
    const quiet = Math.abs(tools.now() - lastWrittenAt) >= quietMs && step.events.length === 0;
    write(quiet ? [{ at: snapshot.takenAt, kind: 'watching' }] : step.events);
    memory = step.memory;
  };

  return {
    unwritten: writer.unwritten,
    problem: writer.problem,
    isRecording: () => state !== 'off',
    async start() {
      if (state !== 'off') return;
      state = 'starting';
      starts += 1;
      const thisStart = starts;
      const startedAt = isoNow();
      memory = emptyHistoryMemory;
      const [before, boot] = await Promise.all([readEarlierHistory(tools.door), tools.readBootTime()]);
      if (state !== 'starting' || thisStart !== starts) return;
      state = 'on';
      earlier = before;
      bootedAt = boot;
      const started = boot === null ? {} : { bootedAt: isoTime(boot) };
      write([{ at: startedAt, kind: 'app-started', ...started }]);
      const known = waiting;
      waiting = [];
      for (const snapshot of known) take(snapshot);
    },
    follow(snapshot) {
      // What the first look has not come to yet would be told as gone, and then as come.
      if (snapshot.awaited) return;
      if (state === 'on' && snapshot !== memory.snapshot) take(snapshot);
      // The last one holds all that those before it did, but for what came and went within a moment.
      if (state === 'starting') waiting = [snapshot];
    },
    sleepWas(hint) {
      const before = sleeps;
      const lastLookAt = Date.parse(memory.snapshot?.takenAt ?? isoNow());
      sleeps = hint === 'suspended' ? fellAsleep(sleeps, tools.now()) : wokeUp(sleeps, tools.now(), lastLookAt);
      if (state !== 'on' || sleeps === before) return;
      write([{ at: isoNow(), kind: hint === 'suspended' ? 'sleep' : 'wake' }]);
    },
    stop() {
      // Who did what was seen last will not be known any more.
      const undecided = memory.undecided.map((event) => ({ ...event, cause: 'unknown', by: 'unknown' }) as const);
      if (state === 'on') write([...undecided, appEvent('app-stopped')]);
      state = 'off';
      waiting = [];
      memory = emptyHistoryMemory;
    },
    forget: writer.forget,
  };
};

/** How the history ended before this start; null where there is none that can be read. */
export const readEarlierHistory = async (door: HistoryDoor): Promise<EarlierHistory | null> => {
  const days = await door.days();
  if (!days.ok) return null;
  // The newest file with an event: a file that begins with what was carried over can be read by itself.
  for (const day of [...days.value].reverse().slice(0, 7)) {
    const { events } = await door.read([day]);
    const inOrder = [...events].sort(byTime);
    const last = inOrder.at(-1);
    if (last !== undefined) return { endedAt: Date.parse(last.at), lockStates: lockStatesOf(inOrder) };
  }
  return null;
};

const lockStatesOf = (events: readonly HistoryEvent[]): Readonly<Record<string, LockState>> =>
  Object.fromEntries(
    events.flatMap((event) => (event.kind === 'lock-state' ? [[event.keychainPath, event.state] as const] : [])),
  );

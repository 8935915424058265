import { sameAutoLock } from '../auto-lock/auto-lock';
import type { Hold } from '../words/hold';
import type { AutoLock, AutoLockSettings, Keychain, LockState } from '../words/keychain';
import type { Snapshot } from '../words/snapshot';
import {
  heldEvents,
  holdChanges,
  isBeingPutBack,
  type LastRead,
  lastReadAfter,
  loginChanges,
  nothingRead,
  sessionChanges,
} from './history-changes';
import type { AutoLockEvent, HistoryEvent, LockStateEvent } from './history-event';
import { type Explanation, type KnownUse, whyItLocked } from './lock-cause';
import { canHaveDone, isDoneTo, type OwnAct } from './own-act';
import type { SleepSpan } from './sleep-spans';

/** What the looks so far have shown. */
export interface HistoryMemory {
  readonly snapshot: Snapshot | null;
  /** The sessions and logins as they were read last: what could not be read has neither come nor gone nor ended. */
  readonly lastRead: LastRead;
  /** By keychain path, of those that are unlocked. */
  readonly uses: Readonly<Record<string, KnownUse>>;
  /** Seen while an act of ours that may have done it was under way: who did it shows when that has ended. */
  readonly undecided: readonly LockStateEvent[];
  /** What acts of ours have done already, so that what somebody else does right after them does not pass for ours. */
  readonly spent: readonly string[];
  /** How the hold stood when it was last not in between; null before the first look. */
  readonly holdState: Hold['state'] | null;
}

export const emptyHistoryMemory: HistoryMemory = {
  snapshot: null,
  lastRead: nothingRead,
  uses: {},
  undecided: [],
  spent: [],
  holdState: null,
};

/** What was seen besides the looks. */
export interface Witnessed {
  /** What Latchkey does and has just done. */
  readonly acts: readonly OwnAct[];
  readonly sleeps: readonly SleepSpan[];
  /** The history as it ended before this start of the app; null where there is none. */
  readonly earlier: EarlierHistory | null;
  /** When this Mac was started, milliseconds since 1970; null where it could not be told. */
  readonly bootedAt: number | null;
}

export interface EarlierHistory {
  /** Milliseconds since 1970 of its last line. */
  readonly endedAt: number;
  /** By keychain path. */
  readonly lockStates: Readonly<Record<string, LockState>>;
}

export interface HistoryStep {
  readonly memory: HistoryMemory;
  readonly events: readonly HistoryEvent[];
}

/** What has happened since the look before: what is to be written into the history, and what to remember of it. */
export const followHistory = (memory: HistoryMemory, snapshot: Snapshot, witnessed: Witnessed): HistoryStep => {
  const before = memory.snapshot;
  const changes = [...memory.undecided, ...lockChanges(memory, snapshot, witnessed)];
  const undecided = changes.filter((event) => isUnderWay(event, witnessed.acts));
  const decided = decide(
    changes.filter((event) => !undecided.includes(event)),
    witnessed.acts,
    memory.spent,
  );
  // Settings that are being put back just now are neither held nor waiting.
  const holdState = isBeingPutBack(snapshot.hold) ? memory.holdState : snapshot.hold.state;
  return {
    memory: {
      snapshot,
      lastRead: lastReadAfter(memory.lastRead, snapshot),
      uses: usesAfter(memory, snapshot, witnessed.acts),
      undecided,
      spent: decided.spent,
      holdState,
    },
    events: [
      ...decided.events,
      ...autoLockChanges(before, snapshot, witnessed.acts),
      ...sessionChanges(memory.lastRead, snapshot),
      ...loginChanges(memory.lastRead, snapshot, witnessed.earlier?.endedAt ?? null),
      ...holdChanges(memory.holdState, holdState, snapshot),
    ],
  };
};

/** What holds now, to begin a file with that can be read by itself. */
export const carriedOver = ({ snapshot, lastRead, undecided }: HistoryMemory, at: string): readonly HistoryEvent[] => {
  if (snapshot === null) return [];
  const seen = snapshot.keychains.map((keychain): LockStateEvent => {
    const later = undecided.some(({ keychainPath }) => keychainPath === keychain.path);
    const state = later ? 'unknown' : keychain.lock.state;
    return { ...lockState(keychain.path, state, at, unexplained), found: 'carried-over' };
  });
  return [...seen, ...heldEvents(snapshot, lastRead, at)];
};

const unexplained: Explanation = { cause: 'unknown', by: 'unknown' };

const lockState = (keychainPath: string, state: LockState, at: string, { cause, by }: Explanation): LockStateEvent => ({
  at,
  kind: 'lock-state',
  keychainPath,
  state,
  cause,
  by,
});

const lockChanges = (memory: HistoryMemory, after: Snapshot, witnessed: Witnessed): readonly LockStateEvent[] => {
  const { takenAt } = after;
  const before = new Map(memory.snapshot?.keychains.map((keychain) => [keychain.path, keychain]));
  const present = new Set(after.keychains.map(({ path }) => path));
  const gone = [...before.values()].filter(({ path, lock }) => !present.has(path) && lock.state !== 'unknown');
  return [
    ...after.keychains.flatMap((keychain): readonly LockStateEvent[] => {
      const { path, lock } = keychain;
      const known = before.get(path);
      if (known === undefined) {
        const cause = lock.state === 'locked' && wasUnlockedBeforeRestart(path, witnessed) ? restarted : unexplained;
        return [{ ...lockState(path, lock.state, takenAt, cause), found: 'first-seen' }];
      }
      if (known.lock.state === lock.state) return [];
      return [lockState(path, lock.state, takenAt, explain(memory, known, keychain, takenAt, witnessed))];
    }),
    ...gone.map(({ path }) => lockState(path, 'unknown', takenAt, unexplained)),
  ];
};

const restarted: Explanation = { cause: 'restart', by: 'elsewhere' };

const wasUnlockedBeforeRestart = (path: string, { earlier, bootedAt }: Witnessed): boolean =>
  earlier !== null && bootedAt !== null && bootedAt > earlier.endedAt && earlier.lockStates[path] === 'unlocked';

const explain = (
  { snapshot, uses }: HistoryMemory,
  before: Keychain,
  after: Keychain,
  takenAt: string,
  { sleeps }: Witnessed,
): Explanation => {
  if (before.lock.state === 'unknown' || after.lock.state === 'unknown') return unexplained;
  if (after.lock.state === 'unlocked') return { cause: 'manual', by: 'elsewhere' };
  const unlockedAt = Date.parse(snapshot?.takenAt ?? takenAt);
  return whyItLocked({
    autoLock: before.autoLock,
    unlockedAt,
    lockedAt: Date.parse(takenAt),
    use: uses[before.path] ?? { seenUnlockedAt: unlockedAt, usedAfter: null },
    sleeps,
  });
};

/** The kind of act that leads to a lock state. */
const actFor = { locked: 'lock', unlocked: 'unlock', unknown: null } as const;

const isUnderWay = ({ state, keychainPath }: LockStateEvent, acts: readonly OwnAct[]): boolean =>
  acts.some((act) => act.endedAt === null && act.kind === actFor[state] && isDoneTo(act, keychainPath));

/** An act of ours does one thing to one keychain, once. */
const useOf = (act: OwnAct, keychainPath: string): string => `${act.kind} ${act.startedAt} ${keychainPath}`;

const decide = (
  changes: readonly LockStateEvent[],
  acts: readonly OwnAct[],
  spentBefore: readonly string[],
): { readonly events: readonly LockStateEvent[]; readonly spent: readonly string[] } => {
  let spent = spentBefore.filter((use) => acts.some((act) => use.startsWith(useOf(act, ''))));
  const events = changes.map((event): LockStateEvent => {
    const { state, keychainPath, at, found } = event;
    const ours = acts.find(
      (act) =>
        act.kind === actFor[state] &&
        found === undefined &&
        canHaveDone(act, keychainPath, Date.parse(at)) &&
        !spent.includes(useOf(act, keychainPath)),
    );
    if (ours === undefined) return event;
    spent = [...spent, useOf(ours, keychainPath)];
    return { ...event, cause: 'manual', by: 'latchkey' };
  });
  return { events, spent };
};

const autoLockChanges = (
  before: Snapshot | null,
  { keychains, takenAt }: Snapshot,
  acts: readonly OwnAct[],
): readonly AutoLockEvent[] =>
  keychains.flatMap(({ path, autoLock }) => {
    const former = before?.keychains.find((keychain) => keychain.path === path)?.autoLock;
    if (former === undefined || former.source === 'unknown' || autoLock.source === 'unknown') return [];
    if (sameAutoLock(former, autoLock)) return [];
    const isOurs = acts.some(
      (act) =>
        act.kind === 'set-auto-lock' &&
        isDoneTo(act, path) &&
        act.settings !== undefined &&
        sameAutoLock(act.settings, autoLock),
    );
    const by = isOurs ? 'latchkey' : 'elsewhere';
    const [was, is] = [settingsOf(former), settingsOf(autoLock)];
    return [{ at: takenAt, kind: 'auto-lock', keychainPath: path, before: was, after: is, by }];
  });

const settingsOf = ({ lockOnSleep, idleTimeoutSeconds }: AutoLockSettings): AutoLockSettings => ({
  lockOnSleep,
  idleTimeoutSeconds,
});

const usesAfter = (
  memory: HistoryMemory,
  { keychains, takenAt }: Snapshot,
  acts: readonly OwnAct[],
): Readonly<Record<string, KnownUse>> => {
  const now = Date.parse(takenAt);
  const lastLookAt = memory.snapshot === null ? null : Date.parse(memory.snapshot.takenAt);
  const use = ({ path, autoLock }: Keychain): KnownUse => {
    const before = memory.snapshot?.keychains.find((keychain) => keychain.path === path);
    const known = before?.lock.state === 'unlocked' ? memory.uses[path] : undefined;
    // It was unlocked, or its settings were written, after the look before: both are a use.
    const isUsed = before?.lock.state === 'locked' || (before !== undefined && differ(before.autoLock, autoLock));
    const times = [
      ...(known?.usedAfter == null ? [] : [known.usedAfter]),
      ...(isUsed && lastLookAt !== null ? [lastLookAt] : []),
      ...acts.filter((act) => act.kind !== 'lock' && canHaveDone(act, path, now)).map(({ startedAt }) => startedAt),
    ];
    return { seenUnlockedAt: known?.seenUnlockedAt ?? now, usedAfter: times.length === 0 ? null : Math.max(...times) };
  };
  return Object.fromEntries(
    keychains.filter(({ lock }) => lock.state === 'unlocked').map((keychain) => [keychain.path, use(keychain)]),
  );
};

const differ = (one: AutoLock, other: AutoLock): boolean =>
  one.source !== 'unknown' && other.source !== 'unknown' && !sameAutoLock(one, other);

import type { BeatConditions, Part } from '../core/beats';
import { buildSnapshot } from '../core/build-snapshot';
import { lostSight } from '../core/lost-sight';
import type { MonitorState } from '../core/monitor-state';
import { nameOfError } from '../core/name-of-error';
import type { Readings } from '../core/readings';
import type { Snapshot } from '../core/snapshot';
import type { MacDoors } from '../system/doors';
import type { Look } from './look';
import type { StateKeeper } from './state-keeper';

/** A look that has begun. Neither promise rejects. */
export interface LookUnderWay {
  /** The lock states of now are published. */
  readonly lockStates: Promise<void>;
  /** So is everything else that was read for it. */
  readonly everything: Promise<void>;
}

export interface Looks {
  /** Publishes the lock states at once, and of the rest what is due or `forced` as it comes. */
  begin(forced: ReadonlySet<Part>): LookUnderWay;
  /** When a lock state was last seen to change, in milliseconds since 1970. */
  lastChangeAt(): number | null;
  /** Resolves when every look that has begun is over. */
  ended(): Promise<void>;
}

interface LooksTools {
  readonly doors: Pick<MacDoors, 'host'>;
  readonly look: Look;
  readonly keeper: StateKeeper;
  conditions(): Omit<BeatConditions, 'now'>;
  /** When the Mac last woke, in milliseconds since 1970. */
  wokeAt(): number | null;
  /** What a hold adds to what was read. */
  readHold(): Promise<Pick<Readings, 'hold' | 'holdJournalTroubles'>>;
  /** A look was published: what follows from it for a hold. */
  afterLook(): void;
}

export const createLooks = (tools: LooksTools): Looks => {
  const { doors, look, keeper, conditions, wokeAt, readHold, afterLook } = tools;
  let lastChangeAt: number | null = null;
  let turns: Promise<void> = Promise.resolve();
  let allUnderWay: Promise<void> = Promise.resolve();

  /** Publications follow one another, so that an older answer never overwrites a newer one. */
  const inTurn = (publish: () => Promise<void>): Promise<void> => {
    turns = turns.then(publish);
    return turns;
  };

  const publish = (snapshot: Snapshot, now: number) => {
    if (lockStates(keeper.state().snapshot) !== lockStates(snapshot)) lastChangeAt = now;
    keeper.update({ snapshot });
  };

  /** The doors answer with data. Should one throw all the same, what was seen before must not pass for the present. */
  const loseSight = async (error: unknown): Promise<void> => {
    const now = doors.host.now();
    const before = keeper.state().snapshot;
    if (before) publish(lostSight(before, nameOfError(error), now), now);
  };

  const tell = async (mayReuse: boolean): Promise<void> => {
    const now = doors.host.now();
    const readings = await look.take(now, mayReuse);
    if (readings === null) return;
    const held = await readHold();
    const { snapshot: before } = keeper.state();
    const snapshot = buildSnapshot({ ...withTest(readings, keeper.state()), ...held, wokeAt: wokeAt() }, before, now);
    // Only a look of its own says that it is still so.
    if (!mayReuse || substanceOf(snapshot) !== substanceOf(before)) publish(snapshot, now);
    if (!mayReuse) afterLook();
  };
  const lookAtLocks = () => inTurn(() => tell(false).catch(loseSight));
  const foldIn = () => inTurn(() => tell(true).catch(loseSight));

  return {
    begin(forced) {
      const parts = look.readParts({ ...conditions(), now: doors.host.now() }, forced);
      const locksTold = lookAtLocks();
      const told = parts.map((part) => part.then(foldIn));
      const everything = Promise.all([locksTold, Promise.allSettled(told)]).then(([, outcomes]) => {
        const broken = outcomes.find((outcome) => outcome.status === 'rejected');
        return broken && inTurn(() => loseSight(broken.reason));
      });
      allUnderWay = Promise.all([allUnderWay, everything]).then(() => {});
      return { lockStates: locksTold, everything };
    },
    lastChangeAt: () => lastChangeAt,
    ended: () => allUnderWay,
  };
};

const withTest = (readings: Readings, { freshLoginTest }: MonitorState): Readings =>
  freshLoginTest === null ? readings : { ...readings, freshLoginTest };

const lockStates = (snapshot: Snapshot | null): string =>
  JSON.stringify(snapshot?.keychains.map(({ path, lock }) => [path, lock.state]) ?? null);

const substanceOf = (snapshot: Snapshot | null): string => JSON.stringify({ ...snapshot, takenAt: '' });

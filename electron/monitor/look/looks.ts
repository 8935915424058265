import { createInTurn } from '../../core/in-turn';
import { buildSnapshot } from '../../core/state/build-snapshot';
import { lostSight } from '../../core/state/lost-sight';
import type { MonitorState } from '../../core/state/monitor-state';
import type { Readings } from '../../core/state/readings';
import { substanceOf } from '../../core/state/substance';
import { nameOfError } from '../../core/text/name-of-error';
import type { AwaitedPart } from '../../core/words/reading';
import type { Snapshot } from '../../core/words/snapshot';
import type { MacDoors } from '../../system/doors';
import type { StateKeeper } from '../loop/state-keeper';
import type { Look, LookConditions } from './look';
import type { Occasion } from './watched-file';

/** A look that has begun. No promise of it rejects. */
export interface LookUnderWay {
  /** The lock states of now are published. */
  readonly lockStates: Promise<void>;
  /** So is everything else that was read for it. */
  readonly everything: Promise<void>;
  /** What of it was published already: these parts, as far as they are read for it; resolves when they have come. */
  come(parts: readonly AwaitedPart[]): Promise<void>;
  /** The parts that have not come yet. */
  awaited(): readonly AwaitedPart[];
}

export interface Looks {
  /**
   * Publishes the lock states at once, and of the rest what is due on this occasion as it comes. Where a lock state costs
   * child processes, changed files do not have it read: what they tell is published by the next look.
   */
  begin(occasion: Occasion): LookUnderWay;
  /** Publishes what has come meanwhile of a part that is not over. */
  tellSoFar(): Promise<void>;
  /** When a lock state was last seen to change, in milliseconds since 1970. */
  lastChangeAt(): number | null;
  /** Resolves when every look that has begun is over. */
  ended(): Promise<void>;
}

interface LooksTools {
  readonly doors: Pick<MacDoors, 'host' | 'locale' | 'lock' | 'timeZone'>;
  readonly look: Look;
  readonly keeper: StateKeeper;
  conditions(): Omit<LookConditions, 'now'>;
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
  let allUnderWay: Promise<void> = Promise.resolve();

  /** Publications follow one another, so that an older answer never overwrites a newer one. */
  const inTurn = createInTurn();

  const publish = (snapshot: Snapshot, now: number) => {
    if (lockStates(keeper.state().snapshot) !== lockStates(snapshot)) lastChangeAt = now;
    keeper.update({ snapshot });
  };

  /** The doors answer with data. Should one throw all the same, what was seen before must not pass for the present. */
  const loseSight = async (error: unknown): Promise<void> => {
    const now = doors.host.now();
    const before = keeper.state().snapshot;
    const here = { nowMs: now, timeZone: doors.timeZone(), locale: doors.locale?.() };
    if (before) publish(lostSight(before, nameOfError(error), here), now);
  };

  const tell = async (mayReuse: boolean): Promise<void> => {
    const now = doors.host.now();
    const readings = await look.take(now, mayReuse);
    if (readings === null) return;
    const { snapshot: before } = keeper.state();
    const held = await readHold().catch((error: unknown) => holdNotRead(before, error));
    const snapshot = buildSnapshot({ ...withTest(readings, keeper.state()), ...held, wokeAt: wokeAt() }, before, now);
    // Only a look of its own says that it is still so.
    if (!mayReuse || substanceOf(snapshot) !== substanceOf(before)) publish(snapshot, now);
    if (!mayReuse) afterLook();
  };
  const lookAtLocks = () => inTurn.run(() => tell(false).catch(loseSight));
  const foldIn = () => inTurn.run(() => tell(true).catch(loseSight));

  return {
    begin(occasion) {
      const parts = look.readParts({ ...conditions(), now: doors.host.now() }, occasion);
      const tellsNow = occasion.kind !== 'files' || doors.lock.means === 'framework';
      const locksTold = tellsNow ? lookAtLocks() : Promise.resolve();
      const awaited = new Set(parts.map(({ part }) => part));
      const told = parts.map(async ({ part, read }) => {
        await (tellsNow ? read.then(foldIn) : read).finally(() => awaited.delete(part));
      });
      const everything = Promise.all([locksTold, Promise.allSettled(told)]).then(([, outcomes]) => {
        const broken = outcomes.find((outcome) => outcome.status === 'rejected');
        return broken && inTurn.run(() => loseSight(broken.reason));
      });
      allUnderWay = Promise.all([allUnderWay, everything]).then(() => {});
      return {
        lockStates: locksTold,
        everything,
        async come(wanted) {
          const own = parts.flatMap(({ part }, index) => (wanted.includes(part) ? [told[index]] : []));
          await Promise.all([locksTold, Promise.allSettled(own)]);
        },
        awaited: () => [...awaited],
      };
    },
    tellSoFar: foldIn,
    lastChangeAt: () => lastChangeAt,
    ended: () => allUnderWay,
  };
};

/** What was held before, and that it could not be read now. */
const holdNotRead = (before: Snapshot | null, error: unknown): Pick<Readings, 'hold' | 'holdJournalTroubles'> => ({
  ...(before === null ? {} : { hold: before.hold }),
  holdJournalTroubles: [`Whether Keep Unlocked has left something behind could not be read (${nameOfError(error)}).`],
});

const withTest = (readings: Readings, { freshLoginTest }: MonitorState): Readings =>
  freshLoginTest === null ? readings : { ...readings, freshLoginTest };

const lockStates = (snapshot: Snapshot | null): string =>
  JSON.stringify(snapshot?.keychains.map(({ path, lock }) => [path, lock.state]) ?? null);

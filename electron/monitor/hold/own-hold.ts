import type { HoldClock, Moment } from '../../core/hold/hold-clock';
import { formatHoldJournal, type HoldJournal } from '../../core/hold/hold-journal';
import { waitsFor } from '../../core/hold/hold-problems';
import { failure, type Outcome, success } from '../../core/outcome';
import { nameOfError } from '../../core/text/name-of-error';
import type { HoldProblem } from '../../core/words/hold';
import type { MacDoors } from '../../system/doors';
import type { Scheduler } from '../loop/scheduler';
import { enterHold } from './hold-entering';
import { putBack } from './hold-leaving';

/** A hold that this process keeps: it has the lock, and nobody else writes the journal. */
export interface OwnHold {
  journal(): HoldJournal;
  problems(): readonly HoldProblem[];
  /** Its end, and since when this process keeps it. */
  times(): Pick<HoldClock, 'end' | 'since'>;
  save(journal: HoldJournal): Promise<Outcome<void>>;
  /** @returns whether it is on; if not, everything is put back or stands in `problems`. */
  enter(scheduler: Scheduler, signal: AbortSignal): Promise<Outcome<void>>;
  /** Puts back what can be put back now. Once all is, the journal is removed and the lock given back. */
  leave(relock?: HoldJournal['relock']): Promise<Outcome<void>>;
  /** The same by itself: what could not be written is left alone for a while. */
  tryAgain(): Promise<Outcome<void>>;
  /** Writes the journal again where it does not lie on the disk any more as this process left it. */
  keepNote(): Promise<void>;
  /** Why it does not lie there, in a sentence; null as long as it does. */
  noteTrouble(): string | null;
  isOver(): boolean;
}

const retryMs = 30_000;

/** @param isSameLogin nothing has logged out or restarted since it began. */
export const createOwnHold = (doors: MacDoors, begun: HoldJournal, isSameLogin: boolean): OwnHold => {
  const now = (): Moment => ({ wallMs: doors.host.now(), monotonicMs: doors.monotonicNow() });
  const since = now();
  let journal = begun;
  let problems: readonly HoldProblem[] = [];
  let isOver = false;
  let noteTrouble: string | null = null;
  /** What could not be written is not tried at each look. */
  let quietUntilMs = Number.NEGATIVE_INFINITY;
  /** All is put back, and the journal could not be removed: it is not over, whoever asks meanwhile. */
  let notRemoved: Outcome<void> | null = null;

  const save = async (next: HoldJournal): Promise<Outcome<void>> => {
    const written = await doors.holdJournal.write(next);
    if (written.ok) journal = next;
    return written;
  };

  const leave = async (relock: HoldJournal['relock'], isAsked: boolean): Promise<Outcome<void>> => {
    if (!isAsked && now().monotonicMs < quietUntilMs) return notRemoved ?? outcomeOf(problems);
    notRemoved = null;
    if (journal.phase !== 'restoring' || journal.relock !== relock) {
      // With `always`, that it was locked in between does not count.
      const keychains = journal.keychains.map((entry) =>
        relock === 'always' ? { ...entry, lockedSince: false } : entry,
      );
      journal = { ...journal, phase: 'restoring', goesOn: false, relock, keychains };
      await doors.holdJournal.write(journal);
    }
    const left = await putBack(
      {
        doors,
        isSameLogin,
        save: async (next) => {
          await doors.holdJournal.write(next);
        },
      },
      journal,
    );
    journal = left.journal;
    problems = left.problems;
    quietUntilMs = left.isRefused ? now().monotonicMs + retryMs : Number.NEGATIVE_INFINITY;
    if (problems.length > 0) return outcomeOf(problems);
    // A power cut after this must not bring back what the hold had written.
    for (const { path } of journal.keychains) await doors.syncKeychainFile(path);
    const removed = await doors.holdJournal.remove();
    if (!removed.ok) {
      quietUntilMs = now().monotonicMs + retryMs;
      notRemoved = removed;
      return removed;
    }
    isOver = true;
    doors.holdJournal.release();
    return success(undefined);
  };

  return {
    journal: () => journal,
    problems: () => problems,
    times: () => ({ end: journal.end, since }),
    save,
    async enter(scheduler, signal) {
      const noted = await save(journal);
      if (!noted.ok) {
        await doors.holdJournal.remove();
        isOver = true;
        doors.holdJournal.release();
        return noted;
      }
      const entered = await enterHold({ doors, scheduler, signal, save }, journal).catch(
        (error: unknown): Outcome<void> => failure('broken', `The hold could not begin (${nameOfError(error)}).`),
      );
      if (entered.ok) return entered;
      const back = await leave('as-before', true);
      return back.ok ? entered : failure(back.code, `${entered.reason} ${back.reason}`);
    },
    leave: (relock = journal.relock) => leave(relock, true),
    tryAgain: () => leave(journal.relock, false),
    async keepNote() {
      const reading = await doors.holdJournal.read();
      const isThere = reading.kind === 'journal' && formatHoldJournal(reading.journal) === formatHoldJournal(journal);
      // With the file its lock may have gone, too.
      const kept = isThere ? success(undefined) : await doors.holdJournal.claim();
      const written = kept.ok && !isThere ? await doors.holdJournal.write(journal) : kept;
      noteTrouble = written.ok
        ? null
        : `What Keep Unlocked will put back is not on the disk, so a crash would leave its settings behind. ${written.reason}`;
    },
    noteTrouble: () => noteTrouble,
    isOver: () => isOver,
  };
};

const outcomeOf = (problems: readonly HoldProblem[]): Outcome<void> => {
  const [first] = problems;
  if (!first) return success(undefined);
  const waits = waitsFor(problems);
  return failure(
    waits === undefined ? 'not-put-back' : `waits-for-${waits}`,
    problems.map(({ sentence }) => sentence).join(' '),
  );
};

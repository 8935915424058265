import type { HoldEntry, HoldJournal } from '../../core/hold/hold-journal';
import { failedProblem, problemOf } from '../../core/hold/hold-problems';
import { type HeldSighting, restoreStep } from '../../core/hold/hold-restore';
import { formatOutsideText, keychainName } from '../../core/text/format-outside-text';
import type { HoldProblem } from '../../core/words/hold';
import type { MacDoors } from '../../system/doors';
import { findRenamed, sightKeychain } from './hold-sight';

export interface Leaving {
  readonly doors: MacDoors;
  /** Nothing has logged out or restarted since the hold began: what is unlocked now, it has unlocked or kept so. */
  readonly isSameLogin: boolean;
  /** Writes the journal. What comes of it is not asked: an older one leads to the same end. */
  save(journal: HoldJournal): Promise<void>;
}

export interface Left {
  readonly journal: HoldJournal;
  /** Empty: everything is put back. */
  readonly problems: readonly HoldProblem[];
  /** macOS did not do what it was told to: not to be repeated at each look. */
  readonly isRefused: boolean;
}

/** Puts back what can be put back now, one keychain after the other: settings, read back, then the lock. */
export const putBack = async (leaving: Leaving, begun: HoldJournal): Promise<Left> => {
  let journal = begun;
  const problems: HoldProblem[] = [];
  let isRefused = false;
  for (const [index, entry] of begun.keychains.entries()) {
    if (entry.progress === 'done') continue;
    const wantsLock = (entry.wasLocked || journal.relock === 'always') && leaving.isSameLogin;
    const { entry: settled, problem } = await settle(leaving.doors, entry, wantsLock);
    if (problem) problems.push(problem.told);
    if (problem?.isRefusal) isRefused = true;
    if (JSON.stringify(settled) === JSON.stringify(entry)) continue;
    journal = { ...journal, keychains: journal.keychains.with(index, settled) };
    if (journal.keychains.some(({ progress }) => progress !== 'done')) await leaving.save(journal);
  }
  return { journal, problems, isRefused };
};

interface Obstacle {
  readonly told: HoldProblem;
  readonly isRefusal: boolean;
}

interface Settled {
  readonly entry: HoldEntry;
  readonly problem: Obstacle | null;
}

const settle = async (doors: MacDoors, before: HoldEntry, wantsLock: boolean): Promise<Settled> => {
  const sighting = await sightKeychain(doors, before.path);
  const wasSeenLocked = sighting.lock.state === 'locked' && before.progress !== 'untouched';
  let entry: HoldEntry = wasSeenLocked ? { ...before, lockedSince: true } : before;
  if (entry.progress === 'untouched' || entry.progress === 'held') {
    const problem = await settingsBack(doors, entry, sighting);
    if (problem) return { entry, problem };
    entry = { ...entry, progress: 'put-back' };
  }
  // Who has unlocked it again since wants it so.
  const problem = wantsLock && !entry.lockedSince ? await lockAgain(doors, entry) : null;
  return problem ? { entry, problem } : { entry: { ...entry, progress: 'done' }, problem: null };
};

const settingsBack = async (doors: MacDoors, entry: HoldEntry, sighting: HeldSighting): Promise<Obstacle | null> => {
  const step = restoreStep(entry, sighting);
  if (step.kind === 'settled') return null;
  if (step.kind !== 'write-before')
    return seen(problemOf(entry, step, step.kind === 'missing' ? await findRenamed(doors, entry) : undefined));
  const written = await doors.security.setAutoLock(entry.path, entry.before);
  if (!written.ok) return refused(failedProblem(entry, written.reason));
  const after = restoreStep(entry, await sightKeychain(doors, entry.path));
  if (after.kind === 'settled') return null;
  return after.kind === 'write-before'
    ? refused(failedProblem(entry, 'They were written, but macOS shows other ones.'))
    : seen(problemOf(entry, after));
};

const seen = (told: HoldProblem): Obstacle => ({ told, isRefusal: false });

const refused = (told: HoldProblem): Obstacle => ({ told, isRefusal: true });

const lockAgain = async (doors: MacDoors, { path, before }: HoldEntry): Promise<Obstacle | null> => {
  if ((await doors.lock.read(path)).state === 'locked') return null;
  const locked = await doors.security.lock(path);
  if (locked.ok && (await doors.lock.read(path)).state !== 'unlocked') return null;
  const reason = locked.ok ? 'It is still unlocked.' : locked.reason;
  const name = formatOutsideText(keychainName(path));
  const sentence = `The settings of the ${name} keychain are back, but it could not be locked again. ${reason} It is tried again.`;
  return refused({ path, before, kind: 'failed', sentence });
};

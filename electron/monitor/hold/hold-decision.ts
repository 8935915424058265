import type { HoldJournal } from '../../core/hold/hold-journal';
import { failure, type Outcome } from '../../core/outcome';
import type { MacDoors } from '../../system/doors';
import type { OwnHold } from './own-hold';

/** Takes the user's word on one keychain and goes on with putting back. */
export const resolveIn = async (own: OwnHold, path: string, decision: 'put-back' | 'leave'): Promise<Outcome<void>> => {
  const journal = own.journal();
  const problem = own.problems().find((one) => one.path === path);
  if (!problem || problem.kind === 'failed')
    return failure('nothing-to-decide', 'There is nothing to decide any more.');
  const isGone = problem.kind === 'missing' && decision === 'put-back';
  if (isGone && problem.foundAt === undefined)
    return failure('no-such-keychain', 'The keychain is not there, so its settings cannot be put back.');
  const place = isGone && problem.foundAt !== undefined ? problem.foundAt : path;
  const keychains = journal.keychains.map((entry) =>
    entry.path === path ? { ...entry, path: place, decision } : entry,
  );
  if (new Set(keychains.map((entry) => entry.path)).size < keychains.length)
    return failure('duplicate', 'That keychain is kept unlocked under its other name already.');
  const noted = await own.save({ ...journal, keychains });
  return noted.ok ? own.leave() : noted;
};

/** Whoever unlocks a keychain that was locked during the hold wants it unlocked: it is not locked again at the end. */
export const noteLocked = async (doors: MacDoors, own: OwnHold): Promise<void> => {
  const journal = own.journal();
  const keychains: HoldJournal['keychains'][number][] = [];
  for (const entry of journal.keychains) {
    const isLocked = !entry.lockedSince && (await doors.lock.read(entry.path)).state === 'locked';
    keychains.push(isLocked ? { ...entry, lockedSince: true } : entry);
  }
  if (keychains.some((entry, index) => entry !== journal.keychains[index])) await own.save({ ...journal, keychains });
};

/** Why no hold can begin while there is one. @param journal null: it is only known that another process is at it. */
export const whyNotNow = (journal: HoldJournal | null): ReturnType<typeof failure> => {
  if (journal === null)
    return failure('hold-elsewhere', 'Another Latchkey is starting or ending Keep Unlocked. Try again.');
  if (journal.phase === 'restoring')
    return failure('hold-restoring', 'The last Keep Unlocked has not put everything back yet. See what it waits for.');
  return failure('hold-is-on', 'Keep Unlocked is on already. End it first.');
};

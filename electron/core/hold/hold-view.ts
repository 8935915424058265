import type { HeldKeychain, Hold, HoldFacts, HoldProblem } from '../words/hold';
import type { HoldEntry, HoldJournal } from './hold-journal';
import { waitsFor } from './hold-problems';

/** How a journal stands to the process that shows it. */
export type Standing =
  | { readonly kind: 'own'; readonly problems: readonly HoldProblem[] }
  /** Another process keeps it. */
  | { readonly kind: 'elsewhere' }
  /** Nobody does: a crash, or a quit that it outlives. */
  | { readonly kind: 'left' };

const heldKeychain = ({ path, before, wasLocked }: HoldEntry): HeldKeychain => ({ path, restores: before, wasLocked });

/**
 * Tells of a hold as the snapshot does.
 *
 * @param loginPath the login keychain, whose settings stand for all where it is held.
 * @param now milliseconds since 1970.
 */
export const holdOf = (journal: HoldJournal, standing: Standing, loginPath: string | null, now: number): Hold => {
  const { end, startedAt, keepAwake, relock, owner, session, keychains, phase } = journal;
  const first = keychains.find(({ path }) => path === loginPath) ?? keychains[0];
  if (!first) return { state: 'off' };
  const facts: HoldFacts = {
    ...(end.kind === 'at' ? { until: end.at } : {}),
    end,
    startedAt,
    keepAwake,
    relock,
    session,
    restores: first.before,
    keychains: keychains.map(heldKeychain),
    owner: owner.kind,
    isElsewhere: standing.kind !== 'own',
  };
  if (standing.kind === 'own' && phase === 'restoring') {
    const waits = waitsFor(standing.problems);
    return { state: 'restoring', ...(waits ? { waitsFor: waits } : {}), problems: standing.problems, ...facts };
  }
  if (standing.kind === 'left' && !(journal.goesOn && !isPast(journal, now)))
    return { state: 'restoring', waitsFor: 'start', problems: [], ...facts };
  if (phase === 'restoring') return { state: 'restoring', problems: [], ...facts };
  return { state: 'on', ...facts };
};

/** Whether a hold that nobody has watched is over: its time has come, or the clock was set back to before it. */
export const isPast = ({ end, startedAt }: HoldJournal, now: number): boolean =>
  end.kind === 'at' && (now >= Date.parse(end.at) || now < Date.parse(startedAt));

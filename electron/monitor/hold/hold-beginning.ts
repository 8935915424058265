import type { HoldEntry, HoldJournal } from '../../core/hold/hold-journal';
import type { HoldRequest } from '../../core/hold/hold-request';
import { failure, type Outcome, success } from '../../core/outcome';
import { isoTime } from '../../core/time/outside-numbers';
import { whyNotNow } from './hold-decision';
import { entryOf } from './hold-entering';
import { claimHold, type HoldTools, readLoginMark, takeUpHold } from './hold-taking-up';
import { createOwnHold } from './own-hold';

export type FullRequest = HoldRequest & {
  readonly keychainPaths: readonly string[];
  /** Whether the system's dialog may ask for what is locked. */
  readonly mayAsk: boolean;
};

/** Begins a hold, after what an earlier one may have left is put back. @param signal ends the waiting for a dialog */
export const beginHold = async (
  tools: HoldTools,
  request: FullRequest,
  signal: AbortSignal,
): Promise<Outcome<void>> => {
  const { doors, slot, watch, scheduler } = tools;
  const { holdJournal } = doors;
  const left = await takeUpHold(tools, { mayGoOn: false, relock: false });
  const unfinished = slot.own();
  if (unfinished) return whyNotNow(unfinished.journal());
  if (left === 'elsewhere') {
    await watch.look();
    return whyNotNow(watch.seen()?.journal ?? null);
  }
  if (typeof left === 'object' && !left.ok) return left;
  const trouble = watch.trouble();
  if (trouble !== null)
    return failure('hold-journal-unreadable', `What Keep Unlocked has to put back could not be read. ${trouble}`);
  const claimed = await claimHold(tools);
  if (!claimed.ok) return claimed;
  if (claimed.value === 'elsewhere') return whyNotNow(null);
  // Somebody may have been faster since it was read.
  const isFree = (await holdJournal.read()).kind === 'none';
  const journal = isFree ? await journalOf(tools, request) : whyNotNow(null);
  if (!journal.ok) {
    holdJournal.release();
    return journal;
  }
  const own = createOwnHold(doors, journal.value, true);
  slot.keep(own);
  return own.enter(scheduler, signal);
};

const journalOf = async (
  { doors, owner, session }: HoldTools,
  { keychainPaths, end, keepAwake, relock, mayAsk }: FullRequest,
): Promise<Outcome<HoldJournal>> => {
  const keychains: HoldEntry[] = [];
  for (const path of new Set(keychainPaths)) {
    const entry = await entryOf(doors, path);
    if (!entry.ok) return entry;
    if (entry.value.wasLocked && !mayAsk) return failure('locked', 'Nothing was changed. Unlock the keychain first.');
    keychains.push(entry.value);
  }
  return success({
    schemaVersion: 1,
    owner: { kind: owner, pid: process.pid },
    startedIn: await readLoginMark(doors),
    session: session(),
    startedAt: isoTime(doors.host.now()),
    end,
    keepAwake,
    relock,
    keychains,
    phase: 'entering',
    goesOn: false,
  });
};

import { type HoldJournal, isSameLogin, type LoginMark } from '../../core/hold/hold-journal';
import { isPast } from '../../core/hold/hold-view';
import { failure, type Outcome } from '../../core/outcome';
import type { HoldOwner } from '../../core/words/hold';
import type { SecuritySession } from '../../core/words/keychain';
import type { MacDoors } from '../../system/doors';
import type { Scheduler } from '../loop/scheduler';
import type { HoldSlot } from './hold-slot';
import type { HoldWatch } from './hold-watch';
import { createOwnHold } from './own-hold';

/** `elsewhere`: another process keeps it. `goes-on`: this one keeps it from now on. An outcome: of putting everything back. */
export type TakenUp = 'nothing' | 'elsewhere' | 'goes-on' | Outcome<void>;

export interface TakeUp {
  readonly mayGoOn: boolean;
  readonly relock: boolean;
}

export interface HoldTools {
  readonly doors: MacDoors;
  readonly scheduler: Scheduler;
  readonly owner: HoldOwner;
  readonly slot: HoldSlot;
  readonly watch: HoldWatch;
  session(): SecuritySession;
}

const claimTries = 10;
const claimAgainMs = 100;

/** Takes the lock. Somebody who only looks has it for a moment. */
export const claimHold = async ({ doors, scheduler }: HoldTools): ReturnType<MacDoors['holdJournal']['claim']> => {
  for (let tries = 1; ; tries += 1) {
    const claimed = await doors.holdJournal.claim();
    if (!claimed.ok || claimed.value === 'claimed' || tries === claimTries) return claimed;
    await new Promise<void>((resume) => scheduler.after(claimAgainMs, resume));
  }
};

export const readLoginMark = async ({ readBootTime, loginNumber }: MacDoors): Promise<LoginMark> => ({
  bootedAtMs: await readBootTime(),
  login: loginNumber,
});

/** Takes up what is left on the disk: goes on with it where that was wished, else puts everything back. */
export const takeUpHold = async (tools: HoldTools, how: TakeUp): Promise<TakenUp> => {
  const { doors, slot, watch } = tools;
  const { holdJournal } = doors;
  if (slot.own()) return 'nothing';
  if ((await holdJournal.read()).kind === 'none' && !(await holdJournal.hasLeftovers())) return 'nothing';
  const claimed = await claimHold(tools);
  if (!claimed.ok) return claimed;
  if (claimed.value === 'elsewhere') return 'elsewhere';
  const reading = await holdJournal.read();
  if (reading.kind === 'journal') return takeUpJournal(tools, reading.journal, how);
  if (reading.kind === 'garbled') await holdJournal.setAside();
  // What an interrupted write or an unheard request has left.
  if (reading.kind === 'none') await holdJournal.remove();
  await holdJournal.takeEndRequest();
  holdJournal.release();
  watch.lookForSetAside();
  await watch.look();
  return 'nothing';
};

const takeUpJournal = async (
  { doors, slot, watch, owner, session }: HoldTools,
  journal: HoldJournal,
  { mayGoOn, relock }: TakeUp,
): Promise<TakenUp> => {
  if (journal.session === 'desktop' && session() !== 'desktop') {
    doors.holdJournal.release();
    return failure(
      'wrong-session',
      'This Keep Unlocked belongs to the desktop. Open Latchkey there: it puts the settings back.',
    );
  }
  const taken = { ...journal, owner: { kind: owner, pid: process.pid } };
  const own = createOwnHold(doors, taken, isSameLogin(journal.startedIn, await readLoginMark(doors)));
  slot.keep(own);
  watch.forget();
  if (mayGoOn && journal.goesOn && journal.phase === 'holding' && !isPast(journal, doors.host.now())) {
    await own.save({ ...taken, goesOn: false });
    return 'goes-on';
  }
  return own.leave(relock ? 'always' : journal.phase === 'entering' ? 'as-before' : journal.relock);
};

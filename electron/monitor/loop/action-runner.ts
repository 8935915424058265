import { failure, type Outcome, success } from '../../core/outcome';
import { noticeOf } from '../../core/state/action-notice';
import { isPending } from '../../core/state/pending-actions';
import { nameOfError } from '../../core/text/name-of-error';
import { isoTime } from '../../core/time/outside-numbers';
import type { ActionTarget, PendingAction } from '../../core/words/pending';
import type { MacDoors } from '../../system/doors';
import { untilExpected } from './leash';
import type { Scheduler } from './scheduler';
import type { StateKeeper } from './state-keeper';

export interface Action {
  readonly kind: PendingAction['kind'];
  /** The same to the same is refused while it runs. */
  readonly target: ActionTarget;
  act(): Promise<Outcome<void>>;
  /** What is read and published when it has ended, besides what a look reads. */
  readonly thenRead?: () => Promise<void>;
  /** What must be observed afterwards, if that is not in the outcome already. */
  readonly expects?: Expectation;
}

interface Expectation {
  /** Whether what was wished is observed; it may take as long as the leash. */
  isThere(): boolean;
  /** The sentence when it is not. */
  readonly otherwise: string;
}

export interface ActionRunner {
  /** Runs one action as pending, then reads the affected parts again, then says what came of it. */
  run(action: Action): Promise<Outcome<void>>;
}

export interface RunnerTools {
  readonly doors: MacDoors;
  readonly scheduler: Scheduler;
  readonly keeper: StateKeeper;
  /** Reads the affected parts again. */
  lookNow(): Promise<void>;
}

/** The doors answer with data. Should one throw all the same, the action has failed, and is not under way for ever. */
const broken = (error: unknown): Outcome<void> =>
  failure('broken', `Something in Latchkey broke (${nameOfError(error)}). Look at what is shown before you try again.`);

export const createActionRunner = ({ doors, scheduler, keeper, lookNow }: RunnerTools): ActionRunner => {
  const settle = async (ended: Outcome<void>, expects: Expectation | undefined): Promise<Outcome<void>> => {
    if (!ended.ok || !expects) {
      await lookNow();
      return ended;
    }
    const isThere = await untilExpected(scheduler, lookNow, expects.isThere);
    return isThere ? success(undefined) : failure('not-as-expected', expects.otherwise);
  };

  return {
    async run({ kind, target, act, thenRead, expects }) {
      if (isPending(keeper.state().pending, kind, target)) return failure('busy', 'This is already under way.');
      const startedAt = isoTime(doors.host.now());
      const pending: PendingAction = { kind, target, phase: 'running', startedAt };
      keeper.addPending(pending);
      const actAndRead = async () => {
        const done = await act();
        await thenRead?.();
        return done;
      };
      const ended = await actAndRead().catch(broken);
      const settling: PendingAction = { ...pending, phase: 'settling' };
      keeper.replacePending(pending, settling);
      const outcome = await settle(ended, expects);
      const session = keeper.state().snapshot?.keychains[0]?.lock.session ?? 'desktop';
      keeper.replacePending(settling, null, noticeOf(kind, outcome, doors.host.now(), session));
      return outcome;
    },
  };
};

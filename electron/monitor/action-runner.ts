import { noticeOf } from '../core/action-notice';
import type { PendingAction } from '../core/monitor-state';
import { failure, type Outcome, success } from '../core/outcome';
import type { MacDoors } from '../system/doors';
import { untilExpected } from './leash';
import type { Scheduler } from './scheduler';
import type { StateKeeper } from './state-keeper';

export interface ActionRunner {
  /**
   * Runs one action as pending, then reads the affected parts again, then says what came of it.
   *
   * @param target what it is done to; the same to the same is refused while it runs.
   * @param isThere whether what was wished is observed; it may take as long as the leash.
   * @param otherwise the sentence when it is not.
   */
  run(
    kind: PendingAction['kind'],
    target: string,
    act: () => Promise<Outcome<void>>,
    isThere: () => boolean,
    otherwise: string,
  ): Promise<Outcome<void>>;
}

interface RunnerTools {
  readonly doors: MacDoors;
  readonly scheduler: Scheduler;
  readonly keeper: StateKeeper;
  lookNow(): Promise<void>;
}

export const createActionRunner = ({ doors, scheduler, keeper, lookNow }: RunnerTools): ActionRunner => {
  const settle = async (ended: Outcome<void>, isThere: () => boolean, otherwise: string): Promise<Outcome<void>> => {
    if (!ended.ok) {
      await lookNow();
      return ended;
    }
    const there = await untilExpected(scheduler, lookNow, isThere);
    return there ? success(undefined) : failure('not-as-expected', otherwise);
  };

  return {
    async run(kind, target, act, isThere, otherwise) {
      if (keeper.state().pending.some((one) => one.kind === kind && one.keychainPath === target)) {
        return failure('busy', 'This is already under way.');
      }
      const startedAt = new Date(doors.host.now()).toISOString();
      const pending: PendingAction = { kind, keychainPath: target, phase: 'running', startedAt };
      keeper.addPending(pending);
      const ended = await act();
      const settling: PendingAction = { ...pending, phase: 'settling' };
      keeper.replacePending(pending, settling);
      const outcome = await settle(ended, isThere, otherwise);
      const session = keeper.state().snapshot?.keychains[0]?.lock.session ?? 'desktop';
      keeper.replacePending(settling, null, noticeOf(kind, outcome, doors.host.now(), session));
      return outcome;
    },
  };
};

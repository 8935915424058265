import { tellAppAccess } from '../../core/keychain/app-access-check';
import { failure, type Outcome, success } from '../../core/outcome';
import { messageOfError } from '../../core/text/name-of-error';
import { everything } from '../../core/words/pending';
import { createActionRunner, type RunnerTools } from '../loop/action-runner';

/** What a click can ask of the keychain as an app would. */
export interface AppAccessActions {
  /** Writes, reads and deletes one item of our own, and publishes as `appAccessCheck` what came of it. */
  checkAppAccess(): Promise<Outcome<void>>;
}

export const createAppAccessActions = (tools: RunnerTools): AppAccessActions => {
  const { doors, keeper } = tools;
  const { run } = createActionRunner(tools);

  const check = async (): Promise<Outcome<void>> => {
    const found = await doors.appAccess.check().catch(
      // It answers with data. Should it throw all the same, the click must come to an end.
      (error: unknown) =>
        ({ kind: 'not-possible', code: 'not-answered', reason: `The check failed: ${messageOfError(error)}` }) as const,
    );
    const session = keeper.state().snapshot?.keychains[0]?.lock.session ?? 'desktop';
    const appAccessCheck = tellAppAccess(found, doors.host.now(), session);
    keeper.update({ appAccessCheck });
    const { verdict, code, sentence } = appAccessCheck;
    return verdict === 'works' ? success(undefined) : failure(code, sentence);
  };

  return { checkAppAccess: () => run({ kind: 'check-app-access', target: everything, act: check }) };
};

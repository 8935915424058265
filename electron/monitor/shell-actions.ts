import type { Outcome } from '../core/outcome';
import type { ShellName } from '../core/shell-plan';
import type { MacDoors } from '../system/doors';
import { createActionRunner } from './action-runner';
import type { Scheduler } from './scheduler';
import type { StateKeeper } from './state-keeper';

/** What a click can do about the helper that runs inside remote shells. */
export interface ShellActions {
  /** Adds its lines to the shell's start-up file, or takes them out again. */
  setShellHelper(shell: ShellName, installed: boolean): Promise<Outcome<void>>;
  /** Reads and publishes `shellHelpers`; changes nothing. */
  readShellHelpers(): Promise<void>;
}

interface ShellActionTools {
  readonly doors: MacDoors;
  readonly scheduler: Scheduler;
  readonly keeper: StateKeeper;
  lookNow(): Promise<void>;
}

export const createShellActions = (tools: ShellActionTools): ShellActions => {
  const { doors, keeper } = tools;
  const { run } = createActionRunner(tools);
  const readShellHelpers = async () => keeper.update({ shellHelpers: await doors.shellHelper.read() });
  return {
    readShellHelpers,
    setShellHelper: (shell, installed) =>
      run(
        'set-shell-helper',
        shell,
        async () => {
          const done = await doors.shellHelper.set(shell, installed);
          await readShellHelpers();
          return done;
        },
        () => true,
        '',
      ),
  };
};

import type { Outcome } from '../../core/outcome';
import type { ShellName } from '../../core/sessions/shell-plan';
import { everything } from '../../core/words/pending';
import { createActionRunner, type RunnerTools } from '../loop/action-runner';

/** What a click can do for shells: the helper that runs inside remote ones, and the link by which all find the command. */
export interface ShellActions {
  /** Adds its lines to the shell's start-up file, or takes them out again. */
  setShellHelper(shell: ShellName, installed: boolean): Promise<Outcome<void>>;
  /** Reads and publishes `shellHelpers`; changes nothing. */
  readShellHelpers(): Promise<void>;
  /** Makes the link by which shells find `latchkey`. */
  installCommand(): Promise<Outcome<void>>;
  /** Reads and publishes `commandLink`; changes nothing. */
  readCommandLink(): Promise<void>;
}

export const createShellActions = (tools: RunnerTools): ShellActions => {
  const { doors, keeper } = tools;
  const { run } = createActionRunner(tools);
  const readShellHelpers = async () => keeper.update({ shellHelpers: await doors.shellHelper.read() });
  const readCommandLink = async () => keeper.update({ commandLink: await (await doors.commandLink()).read() });
  return {
    readShellHelpers,
    readCommandLink,
    installCommand: () =>
      run({
        kind: 'install-command',
        target: everything,
        act: async () => (await doors.commandLink()).install(),
        thenRead: readCommandLink,
      }),
    setShellHelper: (shell, installed) =>
      run({
        kind: 'set-shell-helper',
        target: { kind: 'shell', name: shell },
        act: () => doors.shellHelper.set(shell, installed),
        thenRead: readShellHelpers,
      }),
  };
};

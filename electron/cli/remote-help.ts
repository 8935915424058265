import { type ExitCode, exitCode } from '../core/state/exit-code';
import { formatOutsideText } from '../core/text/format-outside-text';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import { exitOf } from './text/outcome-exit';
import type { Terminal } from './text/terminal';

/** `latchkey test-login`: 0 when a new login sees the keychain unlocked, 1 when locked, 70 when it could not be told. */
export const runTestLogin = async ({ monitor }: MacMonitor, json: boolean, terminal: Terminal): Promise<ExitCode> => {
  const outcome = await monitor.actions.testFreshLogin();
  const { freshLoginTest } = monitor.state();
  if (!outcome.ok || freshLoginTest === null) {
    terminal.tell(outcome.ok ? 'The test came to nothing.' : formatOutsideText(outcome.reason));
    return outcome.ok ? exitCode.couldNotLook : exitOf(outcome);
  }
  if (json) terminal.printJson('test-login', { schemaVersion: 1, ...freshLoginTest });
  else terminal.print(formatOutsideText(freshLoginTest.reason));
  return freshLoginTest.sees === 'unlocked' ? exitCode.fine : exitCode.warning;
};

type TmuxCommand = Extract<Command, { name: 'tmux' }>;

/** `latchkey tmux`: prints the line that attaches, once there is something to attach to. */
export const runTmux = async ({ monitor }: MacMonitor, command: TmuxCommand, terminal: Terminal): Promise<ExitCode> => {
  const { actions } = monitor;
  await actions.readDesktopTmux();
  const before = monitor.state().desktopTmux;
  if (command.printPlist) {
    const plist = before?.launchAgent.plist;
    if (plist) terminal.print(plist.trimEnd());
    else terminal.tell(before?.reason ?? 'The LaunchAgent is not known.');
    return plist ? exitCode.fine : exitCode.couldNotLook;
  }
  const { atLogin, json } = command;
  if (!json && atLogin && before?.launchAgent.plist) {
    terminal.tell(`${before.launchAgent.path} will hold:\n${before.launchAgent.plist.trimEnd()}`);
  }
  const outcome = await (atLogin === undefined ? actions.startDesktopTmux() : actions.setDesktopTmuxAtLogin(atLogin));
  if (!outcome.ok) {
    terminal.tell(formatOutsideText(outcome.reason));
    return exitOf(outcome);
  }
  const after = monitor.state().desktopTmux;
  if (json) {
    if (after) terminal.printJson('tmux', { schemaVersion: 1, ...after });
    return exitCode.fine;
  }
  if (atLogin === false) terminal.tell('The LaunchAgent is removed. A server that runs goes on until it is ended.');
  else terminal.tell(before?.state === 'running' ? 'It is running already. Attach to it with:' : 'Attach to it with:');
  if (atLogin !== false && after?.attachCommand) terminal.print(after.attachCommand);
  return exitCode.fine;
};

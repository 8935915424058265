import { type ShellHelper, type ShellName, type ShellPlan, shellNames } from '../core/sessions/shell-plan';
import { type ExitCode, exitCode } from '../core/state/exit-code';
import { formatOutsideText } from '../core/text/format-outside-text';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import { exitOf } from './text/outcome-exit';
import type { Terminal } from './text/terminal';

type ShellCommand = Extract<Command, { name: 'shell' }>;

/** `latchkey shell`: shows the file and the exact lines first, then adds them or takes them out again. */
export const runShell = async (
  { monitor }: MacMonitor,
  { step, json, shell = usualShell(process.env.SHELL) }: ShellCommand,
  terminal: Terminal,
): Promise<ExitCode> => {
  await monitor.actions.readShellHelpers();
  const found = monitor.state().shellHelpers?.find((helper) => nameOf(helper) === shell);
  if (found?.kind !== 'plan') {
    terminal.tell(formatOutsideText(found?.reason ?? `Nothing is known of ${shell}.`));
    return found ? exitCode.warning : exitCode.couldNotLook;
  }
  if (!json && (step !== 'uninstall' || found.plan.isInstalled)) terminal.print(describe(found.plan));
  const isLeft = step === 'show' || (step === 'uninstall' && !found.plan.isInstalled);
  const outcome = isLeft ? null : await monitor.actions.setShellHelper(shell, step === 'install');
  const after = monitor.state().shellHelpers?.find((helper) => nameOf(helper) === shell);
  if (json && after?.kind === 'plan') terminal.printJson('shell', { schemaVersion: 1, ...after.plan });
  if (outcome === null) {
    if (step === 'uninstall') terminal.tell('The lines are not there.');
    return exitCode.fine;
  }
  const done =
    found.plan.isInstalled && step === 'install'
      ? 'The lines were there already. The helper is up to date.'
      : 'Done, for shells that are opened from now on.';
  if (!json || !outcome.ok) terminal.tell(formatOutsideText(outcome.ok ? done : outcome.reason));
  return exitOf(outcome);
};

const nameOf = (helper: ShellHelper): ShellName => (helper.kind === 'plan' ? helper.plan.shell : helper.shell);

const usualShell = (path: string | undefined): ShellName =>
  shellNames.find((name) => path?.endsWith(`/${name}`)) ??
  (path?.endsWith('/dash') || path?.endsWith('/ksh') ? 'sh' : 'zsh');

const describe = ({ file, targetFile, why, lines, isInstalled, makesFile }: ShellPlan): string =>
  [
    `${formatOutsideText(file)}${targetFile === file ? '' : ` (a link to ${formatOutsideText(targetFile)})`}${makesFile ? ', which is made' : ''}`,
    `${why} ${isInstalled ? 'It has these lines:' : 'These lines go to its end:'}`,
    '',
    ...lines.map(formatOutsideText),
  ].join('\n');

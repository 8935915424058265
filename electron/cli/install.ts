import { describeCommandLink } from '../core/command-line/command-link';
import { type ExitCode, exitCode } from '../core/state/exit-code';
import { formatOutsideText } from '../core/text/format-outside-text';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import { exitOf } from './text/outcome-exit';
import type { Terminal } from './text/terminal';

/** `latchkey install`: shows the link and what to add to PATH, then makes it. */
export const runInstall = async (
  { monitor }: Pick<MacMonitor, 'monitor'>,
  { show }: Extract<Command, { name: 'install' }>,
  terminal: Terminal,
): Promise<ExitCode> => {
  await monitor.actions.readCommandLink();
  const plan = monitor.state().commandLink;
  if (plan?.kind !== 'plan') {
    terminal.tell(formatOutsideText(plan?.reason ?? ''));
    return exitCode.warning;
  }
  terminal.print(describeCommandLink(plan).map(formatOutsideText).join('\n'));
  if (show || plan.state === 'installed') return exitCode.fine;
  const outcome = await monitor.actions.installCommand();
  terminal.tell(formatOutsideText(outcome.ok ? 'Done.' : outcome.reason));
  return exitOf(outcome);
};

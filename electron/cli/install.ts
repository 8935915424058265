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
  { show, json }: Extract<Command, { name: 'install' }>,
  terminal: Terminal,
): Promise<ExitCode> => {
  await monitor.actions.readCommandLink();
  const plan = monitor.state().commandLink;
  if (plan?.kind !== 'plan') {
    terminal.tell(formatOutsideText(plan?.reason ?? ''));
    return exitCode.warning;
  }
  if (!json) terminal.print(describeCommandLink(plan).map(formatOutsideText).join('\n'));
  const isLeft = show || plan.state === 'installed';
  const outcome = isLeft ? null : await monitor.actions.installCommand();
  const after = monitor.state().commandLink;
  if (json && after?.kind === 'plan') terminal.printJson('install', { schemaVersion: 1, ...after });
  if (outcome === null) return exitCode.fine;
  if (!json || !outcome.ok) terminal.tell(formatOutsideText(outcome.ok ? 'Done.' : outcome.reason));
  return exitOf(outcome);
};

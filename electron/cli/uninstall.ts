import type { AppAnswer } from '../core/hold/running-app';
import { type ExitCode, exitCode } from '../core/state/exit-code';
import { formatRemoval, formatRemovedPart } from '../core/state/format-removal';
import { formatOutsideText } from '../core/text/format-outside-text';
import type { MacMonitor } from '../monitor/mac-monitor';
import type { Command } from './arguments';
import { endHoldAnywhere } from './hold/hold';
import type { Terminal } from './text/terminal';

type UninstallCommand = Extract<Command, { name: 'uninstall' }>;

const notAsked = 'It holds your settings and history; --support-folder erases it.';
const isInUse = 'Latchkey is running and keeps its settings there. Quit it, then run this again.';

/** What an app that runs keeps there it would write again. */
const whyInUse = (app: AppAnswer<unknown>): string | null => {
  if (app.kind === 'not-running') return null;
  return app.kind === 'answered' ? isInUse : app.reason;
};

/** `latchkey uninstall`: 0 when nothing of it is left but what was to stay, 1 when a hold keeps it, 70 when something could not be removed. */
export const runUninstall = async (
  mac: MacMonitor,
  { supportFolder, json }: UninstallCommand,
  terminal: Terminal,
): Promise<ExitCode> => {
  const app = await mac.runningApp.ask('state.get', undefined);
  const removal = await mac.takeOut({
    endHold: () => endHoldAnywhere(mac, false, terminal),
    switchOffLoginItem: null,
    whyKeepFolder: supportFolder ? whyInUse(app) : notAsked,
  });
  if (json) terminal.printJson('uninstall', { schemaVersion: 1, ...removal });
  else {
    for (const part of removal.parts) terminal.print(formatOutsideText(formatRemovedPart(part)));
    terminal.print(formatRemoval(removal));
  }
  if (removal.isStopped) return exitCode.warning;
  const hasFailed = removal.parts.some(({ outcome }) => outcome.kind === 'failed');
  const isUndone = supportFolder && removal.parts.some(({ outcome }) => outcome.kind === 'kept');
  return hasFailed ? exitCode.couldNotLook : isUndone ? exitCode.warning : exitCode.fine;
};

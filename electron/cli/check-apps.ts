import { formatAccessStep } from '../core/keychain/app-access-check';
import { type ExitCode, exitCode } from '../core/state/exit-code';
import { formatOutsideText } from '../core/text/format-outside-text';
import type { MacMonitor } from '../monitor/mac-monitor';
import { paragraph } from './text/columns';
import type { Terminal } from './text/terminal';

/**
 * `latchkey check-apps`: 0 when apps can use the keychain, 1 when they would be refused or kept waiting, 70 when the check
 * could not be made.
 */
export const runCheckApps = async (mac: MacMonitor, json: boolean, terminal: Terminal): Promise<ExitCode> => {
  const { monitor } = mac;
  // Tells which session this is.
  await monitor.lookOnce();
  await monitor.actions.checkAppAccess();
  return report(mac, json, terminal);
};

const report = ({ monitor }: MacMonitor, json: boolean, terminal: Terminal): ExitCode => {
  const check = monitor.state().appAccessCheck;
  if (check === null || check.verdict === 'not-possible') {
    terminal.tell(formatOutsideText(check?.sentence ?? 'The check came to nothing.'));
    return exitCode.couldNotLook;
  }
  if (json) terminal.printJson('check-apps', { schemaVersion: 1, ...check });
  else {
    terminal.print(check.steps.map(formatAccessStep).join(' · '));
    for (const line of paragraph(formatOutsideText(check.sentence), 0)) terminal.print(line);
  }
  return check.verdict === 'works' ? exitCode.fine : exitCode.warning;
};

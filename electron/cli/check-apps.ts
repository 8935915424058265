import { formatAccessStep } from '../core/app-access-check';
import { type ExitCode, exitCode } from '../core/exit-code';
import { formatOutsideText } from '../core/format-outside-text';
import type { MacMonitor } from '../monitor/mac-monitor';
import { paragraph } from './columns';
import type { Terminal } from './terminal';

/**
 * `latchkey check-apps`: 0 when apps can use the keychain, 1 when they would be refused or kept waiting, 70 when the check
 * could not be made.
 */
export const runCheckApps = async (mac: MacMonitor, terminal: Terminal): Promise<ExitCode> => {
  const { monitor } = mac;
  // Tells which session this is.
  await monitor.lookOnce();
  await monitor.actions.checkAppAccess();
  const code = report(mac, terminal);
  mac.endIfStuck(code);
  return code;
};

const report = ({ monitor }: MacMonitor, terminal: Terminal): ExitCode => {
  const check = monitor.state().appAccessCheck;
  if (check === null || check.verdict === 'not-possible') {
    terminal.tell(formatOutsideText(check?.sentence ?? 'The check came to nothing.'));
    return exitCode.couldNotLook;
  }
  terminal.print(check.steps.map(formatAccessStep).join(' · '));
  for (const line of paragraph(formatOutsideText(check.sentence), 0)) terminal.print(line);
  return check.verdict === 'works' ? exitCode.fine : exitCode.warning;
};

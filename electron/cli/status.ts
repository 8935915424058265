import { type ExitCode, exitCode, exitCodeFor } from '../core/exit-code';
import type { Snapshot } from '../core/snapshot';
import type { MacMonitor } from '../monitor/mac-monitor';
import { statusText } from './status-text';
import type { Terminal } from './terminal';

/** `latchkey status`: one look, one answer. */
export const runStatus = async (mac: MacMonitor, json: boolean, terminal: Terminal): Promise<ExitCode> => {
  mac.monitor.setExpiryThresholds(await mac.readExpiryThresholds());
  const { snapshot } = await mac.monitor.lookOnce();
  if (!snapshot) return exitCode.couldNotLook;
  terminal.print(json ? JSON.stringify(snapshot, null, 2) : textOf(snapshot, mac, terminal));
  return exitCodeFor(snapshot);
};

/** `latchkey watch`: the status again whenever something other than the time has changed, until it is told to end. */
export const runWatch = async (mac: MacMonitor, json: boolean, terminal: Terminal): Promise<ExitCode> => {
  let shown = '';
  let last: Snapshot | null = null;
  mac.monitor.subscribe(({ snapshot }) => {
    // Of a look that is not over, what has not come yet would read as if there were none.
    if (!snapshot || snapshot.awaited) return;
    last = snapshot;
    const substance = JSON.stringify({ ...snapshot, takenAt: '' });
    if (substance === shown) return;
    if (!json && shown !== '') terminal.print('');
    shown = substance;
    terminal.print(json ? JSON.stringify(snapshot) : textOf(snapshot, mac, terminal));
  });
  const ended = new Promise<void>((resolve) => terminal.onInterrupt(resolve));
  mac.monitor.setExpiryThresholds(await mac.readExpiryThresholds());
  mac.monitor.start();
  mac.monitor.setPopoverVisible(true);
  await ended;
  await mac.monitor.stop();
  return last ? exitCodeFor(last) : exitCode.couldNotLook;
};

const textOf = (snapshot: Snapshot, mac: MacMonitor, terminal: Terminal): string =>
  statusText(snapshot, { nowMs: mac.now(), timeZone: terminal.timeZone }, terminal.paint);

import { defaultPreferences } from '../core/preferences/preferences';
import { type ExitCode, exitCode, exitCodeFor } from '../core/state/exit-code';
import { substanceOf } from '../core/state/substance';
import type { Snapshot } from '../core/words/snapshot';
import type { MacMonitor } from '../monitor/mac-monitor';
import { statusText } from './status-text';
import { type Terminal, typedIn } from './text/terminal';

/** `latchkey status`: one look, one answer. */
export const runStatus = async (mac: MacMonitor, json: boolean, terminal: Terminal): Promise<ExitCode> => {
  await goByPreferences(mac);
  const { snapshot } = await mac.monitor.lookOnce();
  if (!snapshot) return exitCode.couldNotLook;
  if (json) terminal.printJson('status', snapshot);
  else terminal.print(textOf(snapshot, mac, terminal));
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
    const substance = substanceOf(snapshot);
    if (substance === shown) return;
    if (!json && shown !== '') terminal.print('');
    shown = substance;
    if (json) terminal.printJson('watch', snapshot, 'dense');
    else terminal.print(textOf(snapshot, mac, terminal));
  });
  const ended = new Promise<void>((resolve) => terminal.onInterrupt(resolve));
  await goByPreferences(mac);
  mac.monitor.start();
  mac.monitor.setPopoverVisible(true);
  await ended;
  await mac.monitor.stop();
  return last ? exitCodeFor(last) : exitCode.couldNotLook;
};

const textOf = (snapshot: Snapshot, mac: MacMonitor, terminal: Terminal): string =>
  statusText(snapshot, { nowMs: mac.now(), timeZone: terminal.timeZone }, terminal.paint, typedIn(terminal));

/** Settings that cannot be used mean the usual, as they do to the app, which also says so. */
const goByPreferences = async ({ monitor, preferences }: MacMonitor): Promise<void> => {
  const stored = await preferences.read();
  const { expiryThresholds } = stored.ok ? stored.value : defaultPreferences;
  monitor.setExpiryThresholds(expiryThresholds);
};

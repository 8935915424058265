import { onTestFinished } from 'vitest';
import type { PayloadOf } from '../../electron/contract/contract';
import { createMacMonitor, type MacMonitor } from '../../electron/monitor/mac-monitor';
import { serveCommandSocket } from '../../electron/shell/command-socket';
import { requestVerbs, type VerbHandlers } from '../../electron/shell/ipc-server';
import type { SimulatedMac } from '../simulator/simulated-mac';

/** The app without its windows: its monitor on this Mac, and its socket with its own verbs for a hold. */
export const startAppWithoutWindows = async (mac: SimulatedMac): Promise<MacMonitor> => {
  const app = createMacMonitor(mac.environment(), { holdOwner: 'app', allowSimulation: true, shellHelperFolder: '' });
  if (!app.ok) throw new Error(app.reason);
  const { monitor, appSocket } = app.value;
  const other = () => Promise.reject(new Error('not in these tests'));
  const handlers = {
    ...Object.fromEntries(requestVerbs.map((verb) => [verb, other])),
    getState: () => monitor.state(),
    startHold: monitor.actions.startHold,
    endHold: monitor.actions.endHold,
    resolveHoldConflict: ({ keychainPath, decision }: PayloadOf<'resolveHoldConflict'>) =>
      monitor.actions.resolveHoldConflict(keychainPath, decision),
  } as unknown as VerbHandlers;
  const socket = await serveCommandSocket({ place: appSocket, handlers, log: () => undefined });
  if (socket.problem !== null) throw new Error(socket.problem);
  monitor.start();
  onTestFinished(async () => {
    socket.close();
    await monitor.stop();
  });
  return app.value;
};

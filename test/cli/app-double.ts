import { onTestFinished } from 'vitest';
import type { PayloadOf } from '../../electron/contract/contract';
import { requestVerbs } from '../../electron/contract/verbs';
import type { MacMonitor } from '../../electron/monitor/mac-monitor';
import { createRecordedMac } from '../../electron/monitor/recorded-watch';
import { serveCommandSocket } from '../../electron/shell/ipc/command-socket';
import type { VerbHandlers } from '../../electron/shell/ipc/verb-call';
import type { SimulatedMac } from '../simulator/simulated-mac';

export interface AppWithoutWindows extends MacMonitor {
  quit(): Promise<void>;
}

/** The app without its windows: its monitor on this Mac, and its socket with its own verbs for a hold. */
export const startAppWithoutWindows = async (mac: SimulatedMac): Promise<AppWithoutWindows> => {
  const app = createRecordedMac(mac.environment(), {
    holdOwner: 'app',
    allowSimulation: true,
    shellHelperFolder: '',
    commandFile: null,
  });
  if (!app.ok) throw new Error(app.reason);
  const { monitor, appSocket } = app.value;
  const other = () => Promise.reject(new Error('not in these tests'));
  const handlers = {
    ...Object.fromEntries(requestVerbs.map((verb) => [verb, other])),
    'state.get': () => monitor.state(),
    'hold.start': monitor.actions.startHoldOfUnlocked,
    'hold.end': monitor.actions.endHold,
    'hold.resolveConflict': ({ keychainPath, decision }: PayloadOf<'hold.resolveConflict'>) =>
      monitor.actions.resolveHoldConflict(keychainPath, decision),
  } as unknown as VerbHandlers;
  const socket = await serveCommandSocket({ place: appSocket, handlers, log: () => undefined });
  if (socket.problem !== null) throw new Error(socket.problem);
  monitor.start();
  const quit = async () => {
    socket.close();
    await monitor.stop();
  };
  onTestFinished(quit);
  return { ...app.value, quit };
};

import { powerMonitor, powerSaveBlocker } from 'electron';
import type { MacMonitor } from '../monitor/mac-monitor';
import { serveCommandSocket } from './command-socket';
import { beforeQuitting } from './hold-at-quit';
import type { VerbHandlers } from './ipc-server';
import { followKeepAwake } from './keep-awake';
import type { Log } from './log';
import type { PreferencesStore } from './preferences-store';

export interface ElectronHoldOptions {
  readonly mac: Pick<MacMonitor, 'appSocket' | 'endIfStuck' | 'monitor'>;
  readonly preferences: Pick<PreferencesStore, 'current' | 'flush'>;
  readonly handlers: VerbHandlers;
  readonly log: Log;
}

/** What this app adds to a hold: it hears the command line, keeps the Mac awake, and quits as the user wishes. */
export const attendToHold = ({ mac, preferences, handlers, log }: ElectronHoldOptions) => {
  const { monitor, appSocket } = mac;
  const letSleep = followKeepAwake({ blocker: powerSaveBlocker, power: powerMonitor, monitor });
  const socket = serveCommandSocket({ place: appSocket, handlers, log });
  return {
    /** For followLifecycle. */
    stop: (): void => {
      void socket.then(({ close }) => close());
      letSleep();
      void monitor.stop();
    },
    unsaved: beforeQuitting({ monitor, preferences }),
    afterQuit: mac.endIfStuck,
  };
};

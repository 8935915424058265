import { powerMonitor, powerSaveBlocker } from 'electron';
import type { MacMonitor } from '../../monitor/mac-monitor';
import type { Log } from '../base/log';
import { serveCommandSocket } from '../ipc/command-socket';
import type { VerbHandlers } from '../ipc/verb-call';
import type { PreferencesStore } from '../preferences/preferences-store';
import { beforeQuitting } from './hold-at-quit';
import { followKeepAwake } from './keep-awake';

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
  const { startHoldOfUnlocked } = monitor.actions;
  const socket = serveCommandSocket({
    place: appSocket,
    // The socket knows the user and not where he sits: nobody may raise a dialog on the desktop from an SSH login.
    handlers: { ...handlers, 'hold.start': startHoldOfUnlocked },
    log,
  });
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

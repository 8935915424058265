import { inHours } from '../core/hold-times';
import type { Monitor } from '../monitor/monitor';
import type { LoginItem } from './login-item';
import type { TrayCommand } from './tray-menu';

export interface TrayCommandPorts {
  readonly monitor: Pick<Monitor, 'actions' | 'hint'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly loginItem: Pick<LoginItem, 'set'>;
  readonly openSettings: () => void;
  readonly quit: () => void;
}

/** Carries out what was chosen in the menu. What comes of it shows in the state, so nothing is awaited. */
export const runTrayCommand =
  ({ monitor, now, loginItem, openSettings, quit }: TrayCommandPorts) =>
  (command: TrayCommand): void => {
    switch (command.kind) {
      case 'unlock':
        void monitor.actions.unlock(command.keychainPath);
        return;
      case 'cancel-unlock':
        monitor.actions.cancelUnlock();
        return;
      case 'lock':
        void monitor.actions.lock(command.keychainPath);
        return;
      case 'hold-for-an-hour':
        void monitor.actions.startHold({
          end: { kind: 'at', at: inHours(1, now()) },
          ...{ keepAwake: false, relock: 'as-before' },
        });
        return;
      case 'end-hold':
        void monitor.actions.endHold();
        return;
      case 'refresh':
        monitor.hint('user-asked');
        return;
      case 'launch-at-login':
        loginItem.set(command.enabled);
        return;
      case 'settings':
        openSettings();
        return;
      case 'quit':
        quit();
        return;
    }
  };

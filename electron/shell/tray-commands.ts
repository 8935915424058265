import type { Monitor } from '../monitor/monitor';
import type { LoginItem } from './login-item';
import type { Popover } from './popover';
import type { TrayCommand } from './tray-menu';

export interface TrayCommandPorts {
  readonly monitor: Pick<Monitor, 'actions' | 'hint'>;
  readonly loginItem: Pick<LoginItem, 'set'>;
  readonly popover: Pick<Popover, 'open'>;
  readonly quit: () => void;
}

/** Carries out what was chosen in the menu. What comes of it shows in the state, so nothing is awaited. */
export const runTrayCommand =
  ({ monitor, loginItem, popover, quit }: TrayCommandPorts) =>
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
      case 'refresh':
        monitor.hint('user-asked');
        return;
      case 'launch-at-login':
        loginItem.set(command.enabled);
        return;
      case 'settings':
        popover.open(null, 'settings');
        return;
      case 'quit':
        quit();
        return;
    }
  };

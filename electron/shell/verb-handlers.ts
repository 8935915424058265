import type { AppState } from '../contract/app-state';
import type { PayloadOf } from '../contract/contract';
import { unlockOverSshCommand } from '../core/commands';
import { loginKeychain } from '../core/warnings';
import type { Monitor } from '../monitor/monitor';
import type { VerbHandlers } from './ipc-server';
import type { LoginItem } from './login-item';
import type { PreferencesStore } from './preferences-store';

export interface VerbPorts {
  readonly monitor: Monitor;
  readonly preferences: Pick<PreferencesStore, 'change'>;
  readonly loginItem: Pick<LoginItem, 'set'>;
  readonly popover: { hide(): void; resize(heightPixels: number): void };
  readonly appState: () => AppState;
  readonly copyText: (text: string) => Promise<void>;
  readonly quit: () => void;
}

/** What each verb of the contract does. Arguments are parsed and the sender is checked before any of these runs. */
export const verbHandlers = ({
  monitor,
  preferences,
  loginItem,
  popover,
  appState,
  copyText,
  quit,
}: VerbPorts): VerbHandlers => ({
  getState: appState,
  refresh: () => monitor.hint('user-asked'),
  unlock: ({ keychainPath }) => inState(monitor.actions.unlock(known(monitor, keychainPath))),
  cancelUnlock: () => monitor.actions.cancelUnlock(),
  lock: ({ keychainPath }) => inState(monitor.actions.lock(known(monitor, keychainPath))),
  lockAll: () => inState(monitor.actions.lockAll()),
  setAutoLock: ({ keychainPath, ...settings }) =>
    inState(monitor.actions.setAutoLock(known(monitor, keychainPath), settings)),
  undoAutoLock: () => inState(monitor.actions.undoAutoLock()),
  readExpiry: ({ tool }) => inState(monitor.actions.readExpiry(tool)),
  copyCommand: ({ command }) => copyText(commandToCopy(monitor, command)),
  testFreshLogin: () => inState(monitor.actions.testFreshLogin()),
  openUnlockPrompt: ({ sessionId }) => inState(monitor.actions.openUnlockPrompt(sessionId)),
  startDesktopTmux: () => inState(monitor.actions.startDesktopTmux()),
  setDesktopTmuxAtLogin: ({ enabled }) => inState(monitor.actions.setDesktopTmuxAtLogin(enabled)),
  setShellHelper: ({ shell, installed }) => inState(monitor.actions.setShellHelper(shell, installed)),
  setPreferences: ({ showTitle, notifications }) =>
    preferences.change({
      ...(showTitle === undefined ? {} : { showTitle }),
      ...(notifications === undefined ? {} : { notifications }),
    }),
  setLaunchAtLogin: ({ enabled }) => loginItem.set(enabled),
  resizePopover: ({ heightPixels }) => popover.resize(heightPixels),
  hidePopover: () => popover.hide(),
  quit,
});

/** What came of an action shows in the state, for every view alike; the caller learns only that it has ended. */
const inState = async (action: Promise<unknown>): Promise<void> => {
  await action;
};

/** The page may name a keychain that it was shown, and no other path. @throws for any other; the IPC server refuses. */
const known = (monitor: Monitor, keychainPath: string): string => {
  if (monitor.state().snapshot?.keychains.some(({ path }) => path === keychainPath)) return keychainPath;
  throw new RangeError('not a keychain of the snapshot');
};

/** @throws where there is no such command now; the IPC server refuses. */
const commandToCopy = (monitor: Monitor, command: PayloadOf<'copyCommand'>['command']): string => {
  switch (command) {
    case 'unlock-over-ssh':
      return unlockCommand(monitor);
    case 'attach-desktop-tmux': {
      const attach = monitor.state().desktopTmux?.attachCommand;
      if (attach) return attach;
      throw new RangeError('no tmux server to attach to is known');
    }
  }
};

/** Without a known login keychain the tool's own default, which is the login keychain. */
const unlockCommand = (monitor: Monitor): string => {
  const keychain = loginKeychain(monitor.state().snapshot?.keychains ?? []);
  return keychain ? unlockOverSshCommand(keychain.path) : 'security unlock-keychain';
};

import type { AppState } from '../contract/app-state';
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
  copyCommand: () => copyText(commandToCopy(monitor)),
  setPreferences: ({ showTitle }) => preferences.change(showTitle === undefined ? {} : { showTitle }),
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

/** Without a known login keychain the tool's own default, which is the login keychain. */
const commandToCopy = (monitor: Monitor): string => {
  const keychain = loginKeychain(monitor.state().snapshot?.keychains ?? []);
  return keychain ? unlockOverSshCommand(keychain.path) : 'security unlock-keychain';
};

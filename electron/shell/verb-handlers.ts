import type { AppState } from '../contract/app-state';
import type { PayloadOf } from '../contract/contract';
import type { EndDateOwner } from '../core/entered-end-dates';
import type { History } from '../monitor/history';
import type { Monitor } from '../monitor/monitor';
import { commandToCopy } from './command-to-copy';
import { diagnosisVerbs } from './diagnosis-verbs';
import type { VerbHandlers } from './ipc-server';
import type { LoginItem } from './login-item';
import { type SettingsVerbPorts, settingsVerbs } from './settings-verbs';

export interface VerbPorts {
  readonly monitor: Monitor;
  readonly history: Pick<History, 'day' | 'erase'>;
  readonly settings: SettingsVerbPorts;
  readonly loginItem: Pick<LoginItem, 'set'>;
  readonly popover: { hide(): void; resize(heightPixels: number): void };
  readonly appState: () => AppState;
  readonly copyText: (text: string) => Promise<void>;
  readonly openSettings: () => void;
  readonly quit: () => void;
}

/** What each verb of the contract does. Arguments are parsed and the sender is checked before any of these runs. */
export const verbHandlers = ({
  monitor,
  history,
  settings,
  loginItem,
  popover,
  appState,
  copyText,
  openSettings,
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
  undoAutoLock: ({ keychainPath }) => inState(monitor.actions.undoAutoLock(known(monitor, keychainPath))),
  readExpiry: ({ tool }) => inState(monitor.actions.readExpiry(tool)),
  setEndDate: ({ endsOn, ...of }) => inState(monitor.actions.setEndDate(ownerOf(monitor, of), endsOn)),
  copyCommand: (wanted) => copyText(commandToCopy(monitor, wanted)),
  checkAppAccess: () => inState(monitor.actions.checkAppAccess()),
  testFreshLogin: () => inState(monitor.actions.testFreshLogin()),
  openUnlockPrompt: ({ sessionId }) => inState(monitor.actions.openUnlockPrompt(sessionId)),
  startDesktopTmux: () => inState(monitor.actions.startDesktopTmux()),
  setDesktopTmuxAtLogin: ({ enabled }) => inState(monitor.actions.setDesktopTmuxAtLogin(enabled)),
  setShellHelper: ({ shell, installed }) => inState(monitor.actions.setShellHelper(shell, installed)),
  ...settingsVerbs(settings),
  ...diagnosisVerbs({ monitor, preferences: settings.preferences, copyText, openPane: settings.openCurePane }),
  // Which paths there are is the action's to say, so that the answer has a reason.
  startHold: ({ keychainPaths, ...request }) =>
    monitor.actions.startHold({ ...request, ...(keychainPaths ? { keychainPaths } : {}) }),
  endHold: ({ relock }) => monitor.actions.endHold({ relock }),
  resolveHoldConflict: ({ keychainPath, decision }) => monitor.actions.resolveHoldConflict(keychainPath, decision),
  getHistory: ({ dayStartsAt }) => history.day(Date.parse(dayStartsAt), localTimeZone()),
  eraseHistory: async () => {
    const erased = await history.erase();
    return { problem: erased.ok ? null : erased.reason };
  },
  setLaunchAtLogin: ({ enabled }) => loginItem.set(enabled),
  resizePopover: ({ heightPixels }) => popover.resize(heightPixels),
  hidePopover: () => popover.hide(),
  openSettings: () => {
    popover.hide();
    openSettings();
  },
  quit,
});

/** As it is now: whoever travels changes it while the app runs. */
const localTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** What came of an action shows in the state, for every view alike; the caller learns only that it has ended. */
const inState = async (action: Promise<unknown>): Promise<void> => {
  await action;
};

/** The page may name a keychain that it was shown, and no other path. @throws for any other; the IPC server refuses. */
const known = (monitor: Monitor, keychainPath: string): string => {
  if (monitor.state().snapshot?.keychains.some(({ path }) => path === keychainPath)) return keychainPath;
  throw new RangeError('not a keychain of the snapshot');
};

/** The page may give an end date to a token that it was shown. @throws for any other; the IPC server refuses. */
const ownerOf = (monitor: Monitor, { tool, account }: Omit<PayloadOf<'setEndDate'>, 'endsOn'>): EndDateOwner => {
  const isShown = monitor
    .state()
    .snapshot?.credentials.some((one) => one.mayEnterEndDate && one.tool === tool && one.account === account);
  if (isShown) return { tool, account: account ?? null };
  throw new RangeError('not a token of the snapshot');
};

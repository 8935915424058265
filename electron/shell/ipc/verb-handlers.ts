import type { AppState } from '../../contract/app-state';
import type { PayloadOf } from '../../contract/contract';
import type { EndDateOwner } from '../../core/credentials/entered-end-dates';
import type { History } from '../../monitor/history/history';
import type { Monitor } from '../../monitor/monitor';
import { localTimeZone } from '../base/local-time-zone';
import type { PopupMenus } from '../menus/popup-menus';
import type { LoginItem } from '../preferences/login-item';
import type { SettingsVerbPorts } from '../settings/electron-settings';
import type { SettingsWindow } from '../windows/settings-window';
import { commandToCopy } from './command-to-copy';
import { diagnosisVerbs } from './diagnosis-verbs';
import { settingsVerbs } from './settings-verbs';
import type { VerbHandlers } from './verb-call';

export interface VerbPorts {
  readonly monitor: Monitor;
  readonly history: Pick<History, 'day' | 'erase'>;
  readonly settings: SettingsVerbPorts;
  readonly loginItem: Pick<LoginItem, 'set'>;
  readonly popover: { hide(): void; resize(heightPixels: number): void };
  readonly menus: Pick<PopupMenus, 'autoLock' | 'keepUnlocked'>;
  readonly appState: () => AppState;
  readonly copyText: (text: string) => Promise<void>;
  readonly settingsWindow: Pick<SettingsWindow, 'resize'>;
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
  menus,
  appState,
  copyText,
  settingsWindow,
  openSettings,
  quit,
}: VerbPorts): VerbHandlers => ({
  'state.get': appState,
  'state.refresh': () => monitor.hint('user-asked'),
  'keychain.unlock': ({ keychainPath }) => inState(monitor.actions.unlock(known(monitor, keychainPath))),
  'keychain.cancelUnlock': () => monitor.actions.cancelUnlock(),
  'keychain.lock': ({ keychainPath }) => inState(monitor.actions.lock(known(monitor, keychainPath))),
  'keychain.lockAll': () => inState(monitor.actions.lockAll()),
  'autoLock.set': ({ keychainPath, ...settings }) =>
    inState(monitor.actions.setAutoLock(known(monitor, keychainPath), settings)),
  'autoLock.undo': ({ keychainPath }) => inState(monitor.actions.undoAutoLock(known(monitor, keychainPath))),
  'credentials.readExpiry': ({ tool }) => inState(monitor.actions.readExpiry(tool)),
  'credentials.setEndDate': ({ endsOn, ...of }) => inState(monitor.actions.setEndDate(ownerOf(monitor, of), endsOn)),
  'commands.copy': (wanted) => copyText(commandToCopy(monitor, wanted)),
  'commands.install': () => inState(monitor.actions.installCommand()),
  'keychain.checkAppAccess': () => inState(monitor.actions.checkAppAccess()),
  'sessions.testFreshLogin': () => inState(monitor.actions.testFreshLogin()),
  'sessions.openUnlockPrompt': ({ sessionId }) => inState(monitor.actions.openUnlockPrompt(sessionId)),
  'sessions.startDesktopTmux': () => inState(monitor.actions.startDesktopTmux()),
  'sessions.setDesktopTmuxAtLogin': ({ enabled }) => inState(monitor.actions.setDesktopTmuxAtLogin(enabled)),
  'sessions.setShellHelper': ({ shell, installed }) => inState(monitor.actions.setShellHelper(shell, installed)),
  ...settingsVerbs(settings),
  ...diagnosisVerbs({ monitor, preferences: settings.preferences, copyText, openPane: settings.openCurePane }),
  // Which paths there are is the action's to say, so that the answer has a reason.
  'hold.start': (request) => monitor.actions.startHold(request),
  'hold.end': ({ relock }) => monitor.actions.endHold({ relock }),
  'hold.resolveConflict': ({ keychainPath, decision }) => monitor.actions.resolveHoldConflict(keychainPath, decision),
  'menus.keepUnlocked': (place) => menus.keepUnlocked({ ...place, keychainPath: known(monitor, place.keychainPath) }),
  'menus.autoLock': (place) => menus.autoLock({ ...place, keychainPath: known(monitor, place.keychainPath) }),
  'history.getDay': ({ dayStartsAt }) => history.day(Date.parse(dayStartsAt), localTimeZone()),
  'history.erase': async () => {
    const erased = await history.erase();
    return { problem: erased.ok ? null : erased.reason };
  },
  'preferences.setLaunchAtLogin': ({ enabled }) => loginItem.set(enabled),
  'app.resizePopover': ({ heightPixels }) => popover.resize(heightPixels),
  'app.resizeSettings': ({ heightPixels }) => settingsWindow.resize(heightPixels),
  'app.hidePopover': () => popover.hide(),
  'app.openSettings': () => {
    popover.hide();
    openSettings();
  },
  'app.quit': quit,
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

/** The page may give an end date to a token that it was shown. @throws for any other; the IPC server refuses. */
const ownerOf = (
  monitor: Monitor,
  { tool, account }: Omit<PayloadOf<'credentials.setEndDate'>, 'endsOn'>,
): EndDateOwner => {
  const isShown = monitor
    .state()
    .snapshot?.credentials.some((one) => one.mayEnterEndDate && one.tool === tool && one.account === account);
  if (isShown) return { tool, account: account ?? null };
  throw new RangeError('not a token of the snapshot');
};

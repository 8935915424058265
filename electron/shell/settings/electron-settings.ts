import { app, BrowserWindow, dialog, globalShortcut, shell } from 'electron';
import type { AppState } from '../../contract/app-state';
import { diagnosticReport } from '../../core/state/diagnostic-report';
import { isoTime } from '../../core/time/outside-numbers';
import type { MacMonitor } from '../../monitor/mac-monitor';
import type { EventCount } from '../base/event-counts';
import type { Log } from '../base/log';
import type { LoginItem } from '../preferences/login-item';
import type { PreferencesStore } from '../preferences/preferences-store';
import { follow } from '../preferences/preferences-store';
import type { Popover } from '../windows/popover';
import { createDiagnostic, type Diagnostic } from './diagnostic';
import { followNewVersions, type NewVersions } from './new-version';
import { followShortcuts, type Shortcuts } from './shortcut';
import { shortcutPresses } from './shortcut-presses';
import { openSystemSettings, settingsPaneOpener } from './system-settings';
import { createUninstaller, type Uninstaller } from './uninstall';

export interface ElectronSettingsOptions {
  readonly mac: Pick<
    MacMonitor,
    'askForNewestRelease' | 'homeFolder' | 'monitor' | 'now' | 'prepareErasing' | 'saveText' | 'takeOut' | 'userName'
  >;
  readonly preferences: PreferencesStore;
  readonly loginItem: Pick<LoginItem, 'set' | 'status'>;
  readonly quit: () => void;
  readonly popover: () => Popover;
  readonly appState: () => AppState;
  readonly eventCounts: () => readonly EventCount[];
  readonly platform: NodeJS.Platform;
  readonly log: Log;
}

/** What the verbs of the settings window are answered through. */
export interface SettingsVerbPorts {
  readonly preferences: Pick<PreferencesStore, 'change' | 'current'>;
  readonly diagnostic: Diagnostic;
  readonly openPane: ReturnType<typeof openSystemSettings>;
  readonly uninstaller: Uninstaller;
  /** Opens the page of the releases in the browser. */
  readonly openReleases: () => Promise<void>;
  /** @throws for an address that is none of its table; the IPC server refuses. */
  readonly openCurePane: (url: string) => Promise<void>;
}

/** What is shown of choices that this app carries out itself. */
export interface Chosen {
  readonly shortcuts: Shortcuts;
  readonly newVersions: NewVersions;
}

/** What the choices of the settings window do to this app, through Electron's parts. */
export const attendToSettings = (
  options: ElectronSettingsOptions,
): { readonly chosen: Chosen; readonly verbs: SettingsVerbPorts } => {
  const { mac, preferences, loginItem, quit, popover, appState, eventCounts, platform, log } = options;
  follow(preferences, 'beat', mac.monitor.setBeat);
  follow(preferences, 'expiryThresholds', mac.monitor.setExpiryThresholds);
  const compose = (): string =>
    diagnosticReport({
      state: appState(),
      eventCounts: eventCounts(),
      now: mac.now(),
      userName: mac.userName,
      homeFolder: mac.homeFolder,
      platform,
      versions: { electron: process.versions.electron ?? 'unknown', node: process.versions.node },
    });
  const { startHold } = mac.monitor.actions;
  const presses = shortcutPresses({ appState, startHold, popover, now: mac.now });
  return {
    chosen: {
      shortcuts: followShortcuts({ shortcuts: globalShortcut, preferences, presses, log }),
      newVersions: followNewVersions({ ask: mac.askForNewestRelease, preferences, version: app.getVersion() }),
    },
    verbs: {
      preferences,
      diagnostic: createDiagnostic({ compose, askForPath: () => askForPath(mac.now()), saveText: mac.saveText, log }),
      openPane: openSystemSettings((address) => shell.openExternal(address), platform, log),
      openReleases: () => shell.openExternal(`https://github.com/${__LATCHKEY_REPOSITORY__}/releases`),
      uninstaller: createUninstaller({ mac, loginItem, quit }),
      openCurePane: settingsPaneOpener((address) => shell.openExternal(address)),
    },
  };
};

const askForPath = async (now: number): Promise<string | null> => {
  const options = {
    title: 'Save Diagnostic',
    defaultPath: `Latchkey diagnostic ${isoTime(now).slice(0, 10)}.json`,
    filters: [{ name: 'JSON', extensions: ['json'] }],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
};

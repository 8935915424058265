import { BrowserWindow, dialog, globalShortcut, shell } from 'electron';
import type { AppState } from '../contract/app-state';
import { diagnosticReport } from '../core/diagnostic-report';
import type { MacMonitor } from '../monitor/mac-monitor';
import { followBeat } from './beat';
import { createDiagnostic } from './diagnostic';
import type { EventCount } from './event-counts';
import { followExpiryThresholds } from './expiry-thresholds';
import type { Log } from './log';
import type { Popover } from './popover';
import type { PreferencesStore } from './preferences-store';
import { settingsPaneOpener } from './settings-panes';
import type { SettingsVerbPorts } from './settings-verbs';
import { followShortcut, type Shortcut } from './shortcut';
import { openSystemSettings } from './system-settings';

export interface ElectronSettingsOptions {
  readonly mac: Pick<MacMonitor, 'homeFolder' | 'monitor' | 'now' | 'userName'>;
  readonly preferences: PreferencesStore;
  readonly popover: () => Popover;
  readonly appState: () => AppState;
  readonly eventCounts: () => readonly EventCount[];
  readonly platform: NodeJS.Platform;
  readonly log: Log;
}

/** What the choices of the settings window do to this app, through Electron's parts. */
export const attendToSettings = (
  options: ElectronSettingsOptions,
): { readonly shortcut: Shortcut; readonly verbs: SettingsVerbPorts } => {
  const { mac, preferences, popover, appState, eventCounts, platform, log } = options;
  followBeat(mac.monitor, preferences);
  followExpiryThresholds(preferences, mac.monitor);
  const compose = (): string =>
    diagnosticReport({
      ...{ state: appState(), eventCounts: eventCounts(), now: mac.now() },
      ...{ userName: mac.userName, homeFolder: mac.homeFolder, platform },
      versions: { electron: process.versions.electron ?? 'unknown', node: process.versions.node },
    });
  return {
    shortcut: followShortcut({ shortcuts: globalShortcut, preferences, popover, log }),
    verbs: {
      preferences,
      diagnostic: createDiagnostic({ compose, askForPath: () => askForPath(mac.now()), log }),
      openPane: openSystemSettings((address) => shell.openExternal(address), platform, log),
      openCurePane: settingsPaneOpener((address) => shell.openExternal(address)),
    },
  };
};

const askForPath = async (now: number): Promise<string | null> => {
  const options = {
    title: 'Save Diagnostic',
    defaultPath: `Latchkey diagnostic ${new Date(now).toISOString().slice(0, 10)}.json`,
    filters: [{ name: 'JSON', extensions: ['json'] }],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options));
  return canceled || filePath === '' ? null : filePath;
};

import { join } from 'node:path';
import { app, clipboard, ipcMain, Menu, powerMonitor, protocol, session } from 'electron';
import { createMacMonitor } from './monitor/mac-monitor';
import { registerAppScheme, serveAppScheme } from './shell/app-scheme';
import { composeAppState } from './shell/app-state';
import { copyTextTo } from './shell/clipboard';
import { attendToHold } from './shell/electron-hold';
import { createElectronNotifications } from './shell/electron-notifications';
import { attendToSettings } from './shell/electron-settings';
import { createElectronTray } from './shell/electron-tray';
import { createElectronWindows } from './shell/electron-windows';
import { countEvents } from './shell/event-counts';
import { hardenProcess } from './shell/hardening';
import { keepHistory } from './shell/history-keeping';
import { serveContract } from './shell/ipc-server';
import { becomeMenuBarApp, followLifecycle } from './shell/lifecycle';
import { logToStderr } from './shell/log';
import { createLoginItem } from './shell/login-item';
import { buildApplicationMenu } from './shell/menu';
import { placesOf } from './shell/places';
import { followPower } from './shell/power';
import { openPreferences } from './shell/preferences-store';
import { present } from './shell/presentation';
import { verbHandlers } from './shell/verb-handlers';

const { isPackaged } = app;
const { platform } = process;
const partition = 'latchkey';
const { log, counts: eventCounts } = countEvents(logToStderr);

const start = async (): Promise<void> => {
  const places = placesOf(__dirname, isPackaged ? process.resourcesPath : null);
  const { rendererFolder, preloadPath, trayFolder, shellHelperFolder } = places;
  const mac = createMacMonitor(process.env, { holdOwner: 'app', allowSimulation: !isPackaged, shellHelperFolder });
  if (!mac.ok) {
    log(mac.reason);
    app.exit(70);
    return;
  }
  const { monitor, history, now } = mac.value;
  const preferences = await openPreferences(join(app.getPath('userData'), 'settings.json'), Date.now(), log);
  keepHistory(history, preferences);
  const loginItem = createLoginItem(app, platform, log);
  const openPopover = () => popover.open(null);
  const notifications = createElectronNotifications({ monitor, preferences, openPopover, log });
  const appState = () =>
    composeAppState({ monitor, preferences, loginItem, notifications, shortcut, appVersion: app.getVersion() });
  const { shortcut, verbs } = attendToSettings({
    ...{ mac: mac.value, preferences, appState, eventCounts, platform, log },
    popover: () => popover,
  });
  const quit = () => app.quit();
  const copyText = copyTextTo(clipboard);

  const { popover, settings, announce, ownContentsIds } = createElectronWindows({
    ...{ monitor, platform, preloadPath, partition, isPackaged, loginItem, notifications, appState, log },
    iconBounds: () => tray.bounds(),
  });
  const openSettings = settings.open;
  const tray = createElectronTray({ monitor, now, loginItem, popover, trayFolder, openSettings, quit });
  const handlers = verbHandlers({
    ...{ monitor, history, settings: verbs, loginItem, popover, appState, copyText, openSettings, quit },
  });

  serveAppScheme(session.fromPartition(partition).protocol, rendererFolder);
  serveContract({ ipcMain, ownContentsIds, handlers, log });
  Menu.setApplicationMenu(buildApplicationMenu(Menu.buildFromTemplate, app.name, openSettings));
  present({ monitor, preferences, loginItem, notifications, appState, tray, popover, announce });
  followLifecycle({ app, openPopover, log, ...attendToHold({ mac: mac.value, preferences, handlers, log }) });
  monitor.start();
  followPower(powerMonitor, monitor);
};

hardenProcess(app);
registerAppScheme(protocol);
becomeMenuBarApp(app, platform);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

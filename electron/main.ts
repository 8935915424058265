import { join } from 'node:path';
import { app, clipboard, ipcMain, Menu, powerMonitor, protocol, session } from 'electron';
import { createMacMonitor } from './monitor/mac-monitor';
import { createAnnouncer } from './shell/announcer';
import { registerAppScheme, serveAppScheme } from './shell/app-scheme';
import { composeAppState } from './shell/app-state';
import { copyTextTo } from './shell/clipboard';
import { createElectronNotifications } from './shell/electron-notifications';
import { createElectronPopover } from './shell/electron-popover';
import { createElectronTray } from './shell/electron-tray';
import { followExpiryThresholds } from './shell/expiry-thresholds';
import { hardenProcess } from './shell/hardening';
import { serveContract } from './shell/ipc-server';
import { becomeMenuBarApp, followLifecycle } from './shell/lifecycle';
import { logToStderr as log } from './shell/log';
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

const start = async (): Promise<void> => {
  const places = placesOf(__dirname, isPackaged ? process.resourcesPath : null);
  const { rendererFolder, preloadPath, trayFolder, shellHelperFolder } = places;
  const mac = createMacMonitor(process.env, { allowSimulation: !isPackaged, shellHelperFolder });
  if (!mac.ok) {
    log(mac.reason);
    app.exit(70);
    return;
  }
  const { monitor } = mac.value;
  const preferences = await openPreferences(join(app.getPath('userData'), 'settings.json'), Date.now(), log);
  const loginItem = createLoginItem(app, platform, log);
  const openPopover = () => popover.open(null, 'status');
  const notifications = createElectronNotifications({ monitor, preferences, openPopover, log });
  const appState = () =>
    composeAppState({ monitor, preferences, loginItem, notifications, appVersion: app.getVersion() });
  const quit = () => app.quit();
  const copyText = copyTextTo(clipboard);

  const popover = createElectronPopover({
    ...{ monitor, platform, preloadPath, partition, isPackaged, log },
    iconBounds: () => tray.bounds(),
    onShow: (page) => {
      loginItem.refresh();
      notifications.prepare();
      announce('stateChanged', appState());
      announce('popoverShown', { page });
    },
  });
  const announce = createAnnouncer(popover.visibleContents);
  const tray = createElectronTray({ monitor, loginItem, popover, trayFolder, quit });
  const handlers = verbHandlers({ monitor, preferences, loginItem, popover, appState, copyText, quit });

  serveAppScheme(session.fromPartition(partition).protocol, rendererFolder);
  serveContract({ ipcMain, popoverContentsId: popover.contentsId, handlers, log });
  Menu.setApplicationMenu(buildApplicationMenu(Menu.buildFromTemplate, app.name));
  present({ monitor, preferences, loginItem, notifications, appState, tray, popover, announce });
  followLifecycle({
    ...{ app, openPopover, afterQuit: mac.value.endIfStuck, log },
    stop: () => void monitor.stop(),
    unsaved: preferences.flush,
  });
  followExpiryThresholds(preferences, monitor);
  monitor.start();
  followPower(powerMonitor, monitor);
};

hardenProcess(app);
registerAppScheme(protocol);
becomeMenuBarApp(app, platform);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

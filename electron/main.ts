import { setImmediate as nextTurn } from 'node:timers/promises';
import { app, clipboard, dialog, ipcMain, Menu, powerMonitor, protocol, session, systemPreferences } from 'electron';
import { createRecordedMac } from './monitor/recorded-watch';
import { tellLicences } from './shell/app/about';
import { receiveAppLinks } from './shell/app/app-links';
import { composeAppState } from './shell/app/app-state';
import { offerApplicationsFolder } from './shell/app/applications-folder';
import { hardenProcess } from './shell/app/hardening';
import { becomeMenuBarApp, followLifecycle } from './shell/app/lifecycle';
import { followPower } from './shell/app/power';
import { present } from './shell/app/presentation';
import { registerAppScheme, serveAppScheme } from './shell/base/app-scheme';
import { countEvents } from './shell/base/event-counts';
import { logToStderr } from './shell/base/log';
import { placesOf } from './shell/base/places';
import { createSystemLook } from './shell/base/system-look';
import { attendToHold } from './shell/hold/electron-hold';
import { copyTextTo } from './shell/ipc/command-to-copy';
import { serveContract } from './shell/ipc/ipc-server';
import { verbHandlers } from './shell/ipc/verb-handlers';
import { buildApplicationMenu } from './shell/menus/application-menu';
import { runMenuCommand } from './shell/menus/menu-commands';
import { createElectronNotifications } from './shell/notifications/electron-notifications';
import { createLoginItem } from './shell/preferences/login-item';
import { follow, openPreferences } from './shell/preferences/preferences-store';
import { attendToSettings } from './shell/settings/electron-settings';
import { createElectronTray } from './shell/tray/electron-tray';
import { createElectronWindows } from './shell/windows/electron-windows';

const [{ isPackaged }, { platform }] = [app, process];
const partition = 'latchkey';
const { log, counts: eventCounts } = countEvents(logToStderr);

const start = async (): Promise<void> => {
  const places = placesOf(__dirname, isPackaged ? process.resourcesPath : null);
  const look = createSystemLook(app, systemPreferences, platform);
  const mac = createRecordedMac(process.env, { ...places, ...look, holdOwner: 'app', allowSimulation: !isPackaged });
  if (!mac.ok) {
    log(mac.reason);
    return app.exit(70);
  }
  const { monitor, history, now } = mac.value;
  const preferences = await openPreferences(mac.value.preferences, log);
  follow(preferences, 'historyDays', history.setKeptDays);
  history.record();
  followPower(powerMonitor, monitor);
  monitor.start();
  await nextTurn(); // The children of the first look are at work while the icon and the windows are made.
  const loginItem = createLoginItem(app, platform, log);
  const openPopover = () => popover.open(null);
  const notifications = createElectronNotifications({ monitor, preferences, openPopover, log });
  const appState = () => composeAppState({ monitor, preferences, loginItem, notifications, chosen, look, app, now });
  const commands = { quit: () => app.quit(), openSettings: () => settings.open() };
  const { chosen, verbs } = attendToSettings({
    mac: mac.value,
    preferences,
    loginItem,
    appState,
    eventCounts,
    platform,
    quit: commands.quit,
    log,
    popover: () => popover,
  });
  const run = runMenuCommand({ monitor, preferences, ...commands });
  const { popover, settings, menus, ownContentsIds, announce } = createElectronWindows({
    monitor,
    platform,
    preloadPath: places.preloadPath,
    partition,
    isPackaged,
    loginItem,
    notifications,
    appState,
    run,
    now,
    log,
    iconBounds: () => tray.bounds(),
  });
  const tray = createElectronTray({ appState, now, run, popover, trayFolder: places.trayFolder });
  const handlers = verbHandlers({
    monitor,
    history,
    settings: verbs,
    loginItem,
    popover,
    menus,
    appState,
    ...commands,
    settingsWindow: settings,
    copyText: copyTextTo(clipboard),
  });

  serveAppScheme(session.fromPartition(partition).protocol, places.rendererFolder);
  serveContract({ ipcMain, ownContentsIds, handlers, log });
  Menu.setApplicationMenu(buildApplicationMenu(Menu.buildFromTemplate, app.name, commands.openSettings));
  present({ monitor, preferences, loginItem, notifications, chosen, appState, tray, popover, announce });
  followLifecycle({ app, openPopover, log, ...attendToHold({ mac: mac.value, preferences, handlers, log }) });
  app.on('quit', verbs.uninstaller.eraseIfAsked);
  links.follow((link) => (link === 'settings' ? commands.openSettings() : openPopover()));
  void offerApplicationsFolder({ app, dialog, platform, preferences, log });
  void tellLicences(app, places.licencesFile, log);
};

const links = receiveAppLinks(app, log);
hardenProcess(app);
registerAppScheme(protocol);
becomeMenuBarApp(app, Menu, platform);
if (app.requestSingleInstanceLock()) void app.whenReady().then(start);
else app.quit();

import type { Menu } from 'electron';
import type { MenuBuilder } from './build-menu';

/**
 * The application menu. An app without a Dock icon shows it only while its settings window is open, and macOS takes the
 * keyboard shortcuts from it at all times: without it Cmd-C, Cmd-A, Cmd-W, Cmd-Q and Cmd-, do nothing.
 */
export const buildApplicationMenu = (build: MenuBuilder, appName: string, openSettings: () => void): Menu =>
  build([
    {
      label: appName,
      submenu: [
        { role: 'about' },
        { type: 'separator' },
        { label: 'Settings…', accelerator: 'CmdOrCtrl+,', click: openSettings },
        { type: 'separator' },
        { role: 'hide' },
        { role: 'hideOthers' },
        { role: 'unhide' },
        { type: 'separator' },
        { role: 'quit' },
      ],
    },
    {
      label: 'Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { label: 'Window', submenu: [{ role: 'minimize' }, { role: 'close' }, { type: 'separator' }, { role: 'front' }] },
  ]);

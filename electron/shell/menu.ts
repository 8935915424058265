import type { Menu, MenuItemConstructorOptions } from 'electron';
import type { TrayCommand, TrayMenuItem } from './tray-menu';

type MenuBuilder = (template: MenuItemConstructorOptions[]) => Menu;

/** The menu of the right mouse button. */
export const buildTrayMenu = (
  build: MenuBuilder,
  items: readonly TrayMenuItem[],
  run: (command: TrayCommand) => void,
): Menu =>
  build(
    items.map((item) =>
      item.kind === 'separator'
        ? { type: 'separator' }
        : {
            label: item.label,
            enabled: item.enabled,
            ...(item.checked === undefined ? {} : { type: 'checkbox', checked: item.checked }),
            click: () => run(item.command),
          },
    ),
  );

/**
 * The application menu, which an app without a Dock icon never shows. macOS takes the keyboard shortcuts from it: without
 * it Cmd-C, Cmd-A, Cmd-W and Cmd-Q do nothing in the popover.
 */
export const buildApplicationMenu = (build: MenuBuilder, appName: string): Menu =>
  build([
    { label: appName, submenu: [{ role: 'about' }, { type: 'separator' }, { role: 'quit' }] },
    { label: 'Edit', submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
    { label: 'Window', submenu: [{ role: 'close' }] },
  ]);

import type { Menu, MenuItemConstructorOptions } from 'electron';
import { formatOutsideText } from '../../core/text/format-outside-text';
import type { MenuCommand, MenuItem } from './menu-item';

export type MenuBuilder = (template: MenuItemConstructorOptions[]) => Menu;

/** Electron's menu of this value. */
export const buildMenu = (build: MenuBuilder, items: readonly MenuItem[], run: (command: MenuCommand) => void): Menu =>
  build(templateOf(items, run));

const templateOf = (items: readonly MenuItem[], run: (command: MenuCommand) => void): MenuItemConstructorOptions[] =>
  items.map((item): MenuItemConstructorOptions => {
    if (item.kind === 'separator') return { type: 'separator' };
    const label = formatOutsideText(item.label);
    if (item.kind === 'text') return { label, enabled: false };
    if (item.kind === 'submenu') return { label, enabled: item.enabled, submenu: templateOf(item.items, run) };
    return {
      label,
      enabled: item.enabled,
      click: () => run(item.command),
      ...(item.checked === undefined ? {} : { type: 'checkbox', checked: item.checked }),
      // Shown only: the page and the application menu listen to them.
      ...(item.accelerator === undefined ? {} : { accelerator: item.accelerator, registerAccelerator: false }),
    };
  });

import type { Menu, MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { nothingYet } from '../../../electron/core/state/monitor-state';
import { buildApplicationMenu } from '../../../electron/shell/menus/application-menu';
import type { MenuCommand } from '../../../electron/shell/menus/menu-item';
import { createPopupMenus } from '../../../electron/shell/menus/popup-menus';
import { loginPath, readings } from '../../core/sample-facts';
import { nowMs } from './sample-menu';

describe('the menus below the popover’s chevrons', () => {
  let shown: MenuItemConstructorOptions[];
  let close: () => void;
  const run = vi.fn<(command: MenuCommand) => void>();
  const popUp = vi.fn((_menu: Menu, _place: object, closed: () => void) => {
    close = closed;
  });
  const menus = createPopupMenus({
    buildMenu: (template) => {
      shown = template;
      return {} as Menu;
    },
    ...{ popUp, run, now: () => nowMs },
    appState: () => ({
      ...nothingYet,
      snapshot: buildSnapshot(readings(), null, nowMs),
      preferences: defaultPreferences,
      locale: 'en-GB',
    }),
  });
  const place = { keychainPath: loginPath, xPixels: 300, yPixels: 120 };
  const click = (label: string) => {
    const item = shown.find((one) => one.label === label);
    if (item?.enabled === false) throw new Error(`"${label}" cannot be chosen`);
    (item?.click as (() => void) | undefined)?.();
  };

  beforeEach(() => {
    vi.clearAllMocks();
    shown = [];
  });

  it.each([
    ['keepUnlocked', '1 Hour', 'keep-unlocked'],
    ['autoLock', '5 minutes', 'set-auto-lock'],
  ] as const)('do what is chosen and answer when they close: %s', async (menu, label, kind) => {
    const answer = menus[menu](place);
    expect(popUp).toHaveBeenCalledExactlyOnceWith({}, { x: 300, y: 120 }, expect.any(Function));
    expect(menus.isOpen()).toBe(true);
    click(label);
    close();
    await expect(answer).resolves.toBeNull();
    expect(menus.isOpen()).toBe(false);
    expect(run).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind }));
  });

  it.each([
    ['keepUnlocked', 'Until…'],
    ['autoLock', 'Other…'],
  ] as const)('ask their page for a time: %s', async (menu, label) => {
    const answer = menus[menu](place);
    click(label);
    close();
    await expect(answer).resolves.toBe('choose-time');
    expect(run).not.toHaveBeenCalled();
  });

  it('do nothing when nothing is chosen, and open for no keychain that is gone', async () => {
    const answer = menus.autoLock(place);
    close();
    await expect(answer).resolves.toBeNull();
    await expect(menus.autoLock({ ...place, keychainPath: '/gone' })).resolves.toBeNull();
    expect(popUp).toHaveBeenCalledOnce();
    expect(run).not.toHaveBeenCalled();
  });
});

describe('the application menu', () => {
  it('gives the keyboard its shortcuts, and a window its standard menu', () => {
    const build = vi.fn((_template: MenuItemConstructorOptions[]) => ({}) as Menu);
    const openSettings = vi.fn();
    buildApplicationMenu(build, 'Latchkey', openSettings);
    const roles = JSON.stringify(build.mock.calls);
    for (const role of ['copy', 'undo', 'selectAll', 'minimize', 'close', 'hide', 'quit'])
      expect(roles).toContain(`"role":"${role}"`);
    expect(roles).not.toMatch(/reload|devtools/i);
    expect(roles).toContain('CmdOrCtrl+,');
    const appMenu = build.mock.lastCall?.[0][0]?.submenu as MenuItemConstructorOptions[];
    const settings = appMenu.find(({ label }) => label === 'Settings…') as { readonly click: () => void };
    settings.click();
    expect(openSettings).toHaveBeenCalledOnce();
  });
});

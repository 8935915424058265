import type { Menu, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { defaultPreferences } from '../../../electron/core/preferences/preferences';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { type MonitorState, nothingYet } from '../../../electron/core/state/monitor-state';
import type { LockReading } from '../../../electron/core/words/reading';
import { buildMenu } from '../../../electron/shell/menus/build-menu';
import type { MenuCommand } from '../../../electron/shell/menus/menu-item';
import { trayMenu } from '../../../electron/shell/tray/tray-menu';
import { credential, loginPath, readings } from '../../core/sample-facts';
import { itemCalled, readMenu } from '../menus/sample-menu';

const now = { nowMs: Date.parse('2026-11-20T13:20:00Z'), timeZone: 'UTC' };
type Pending = Pick<MonitorState['pending'][number], 'kind' | 'phase'>;

const menuOf = (lock: LockReading | null, pending: readonly Pending[] = []) => {
  const keychains = lock === null ? [] : readings().keychains.map((one) => ({ ...one, lock }));
  return trayMenu(
    {
      ...nothingYet,
      snapshot: buildSnapshot(readings({ keychains, credentials: [credential()] }), null, now.nowMs),
      pending: pending.map((one) => ({ ...one, target: { kind: 'keychain', path: loginPath }, startedAt: '' })),
      preferences: defaultPreferences,
    },
    now,
  );
};
const locked = { state: 'locked' } as const;
const sentenceOfLocked = '– Unlock first: over SSH, Claude Code will be logged out.';
const menus = ['▸ Keep Unlocked', '▸ Auto-lock', ''];
const rest = ['Look Again', '', 'Settings…', '', 'Quit Latchkey'];

describe('the menu of the right mouse button', () => {
  it.each<[string, LockReading, readonly Pending[], readonly string[]]>([
    ['a locked keychain', locked, [], ['Unlock…']],
    ['an open dialog', locked, [{ kind: 'unlock', phase: 'running' }], ['Cancel Unlock']],
    ['the dialog of Keep Unlocked', locked, [{ kind: 'start-hold', phase: 'running' }], ['Cancel Unlock']],
    ['an order that settles', locked, [{ kind: 'unlock', phase: 'settling' }], ['– Unlock…']],
  ])('begins with the conclusion and offers what fits %s', (_what, lock, pending, offered) => {
    expect(readMenu(menuOf(lock, pending))).toEqual([sentenceOfLocked, '', ...offered, ...menus, ...rest]);
  });

  it('breaks a long conclusion into lines', () => {
    expect(readMenu(menuOf({ state: 'unlocked' }))).toEqual([
      "– A new SSH login won't have Claude Code, even while this is",
      '– unlocked.',
      ...['', 'Lock', ...menus, ...rest],
    ]);
  });

  it('offers both where the lock state is not known', () => {
    expect(readMenu(menuOf({ state: 'unknown', reason: 'No way to look.' }))).toEqual([
      "– Can't tell: the keychain did not answer.",
      ...['', 'Unlock…', 'Lock', ...menus, ...rest],
    ]);
  });

  it('is of use without a keychain, and before the first look', () => {
    expect(readMenu(menuOf(null))).toEqual(["– Can't tell: no keychain was found.", '', ...rest]);
    const early = trayMenu({ ...nothingYet, preferences: defaultPreferences }, now);
    expect(readMenu(early)).toEqual(['– Still looking at the keychain', '', ...rest]);
  });

  it('shows the keys, the same as in the popover', () => {
    const keys = (label: string) => {
      const item = itemCalled(menuOf({ state: 'unlocked' }), label);
      return item.kind === 'command' ? item.accelerator : undefined;
    };
    expect(['Lock', 'Look Again', 'Settings…', 'Quit Latchkey'].map(keys)).toEqual([
      ...['CmdOrCtrl+L', 'CmdOrCtrl+R', 'CmdOrCtrl+,', 'CmdOrCtrl+Q'],
    ]);
  });

  it('needs no page for a time of one’s own', () => {
    const menu = menuOf({ state: 'unlocked' });
    for (const label of ['Keep Unlocked', 'Auto-lock']) {
      const item = itemCalled(menu, label);
      const lines = item.kind === 'submenu' ? readMenu(item.items) : [];
      expect(lines.length).toBeGreaterThan(5);
      expect(lines.filter((line) => line.endsWith('…'))).toEqual([]);
    }
  });

  it('becomes a menu of Electron’s that runs the command of the item that is clicked', () => {
    const run = vi.fn<(command: MenuCommand) => void>();
    let template: MenuItemConstructorOptions[] = [];
    const build = (items: MenuItemConstructorOptions[]) => {
      template = items;
      return {} as Menu;
    };
    buildMenu(build, menuOf(locked), run);
    for (const item of template) (item.click as (() => void) | undefined)?.();
    expect(run.mock.calls.map(([command]) => command.kind)).toEqual(['unlock', 'refresh', 'settings', 'quit']);
    expect(run).toHaveBeenCalledWith({ kind: 'unlock', keychainPath: loginPath });
    expect(template[0]).toEqual({ label: sentenceOfLocked.slice(2), enabled: false });
    const autoLock = template.find(({ label }) => label === 'Auto-lock')?.submenu as MenuItemConstructorOptions[];
    expect(autoLock.find(({ label }) => label === 'Never')).toMatchObject({ type: 'checkbox', checked: true });
  });
});

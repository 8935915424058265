import type { Menu, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { LaunchAtLogin } from '../../electron/contract/app-state';
import { buildSnapshot } from '../../electron/core/build-snapshot';
import { type MonitorState, nothingYet } from '../../electron/core/monitor-state';
import type { LockReading } from '../../electron/core/readings';
import { buildApplicationMenu, buildTrayMenu } from '../../electron/shell/menu';
import { type TrayCommand, trayMenu } from '../../electron/shell/tray-menu';
import { loginPath, readings } from '../core/sample-facts';

const stateWith = (lock: LockReading, pending: MonitorState['pending'] = []): MonitorState => {
  const [keychain] = readings().keychains;
  if (!keychain) throw new Error('the sample has a keychain');
  return {
    ...nothingYet,
    snapshot: buildSnapshot(readings({ keychains: [{ ...keychain, lock }] }), null, 0),
    pending,
  };
};
const locked = stateWith({ state: 'locked' });
const running = (kind: 'unlock' | 'lock', phase: 'running' | 'settling'): MonitorState['pending'] => [
  { kind, phase, keychainPath: loginPath, startedAt: '2026-11-20T10:00:00Z' },
];
const commands = (state: MonitorState, launchAtLogin: LaunchAtLogin = 'not-registered') =>
  trayMenu(state, launchAtLogin).flatMap((item) => (item.kind === 'command' ? [item] : []));

describe('the menu of the right mouse button', () => {
  it.each<[string, MonitorState, readonly string[]]>([
    ['a locked keychain', locked, ['Unlock…']],
    ['an unlocked keychain', stateWith({ state: 'unlocked' }), ['Lock']],
    ['an unknown state', stateWith({ state: 'unknown', reason: 'No way to look.' }), ['Unlock…', 'Lock']],
    ['an open dialog', stateWith({ state: 'locked' }, running('unlock', 'running')), ['Cancel Unlock']],
    ['no look yet', { ...locked, snapshot: null }, []],
  ])('offers what fits %s', (_what, state, first) => {
    const labels = commands(state).map(({ label }) => label);
    expect(labels).toEqual([...first, 'Refresh', 'Launch at Login', 'Settings…', 'Quit Latchkey']);
  });

  it('does not take a second order while the first is settling', () => {
    const [unlock] = commands(stateWith({ state: 'locked' }, running('unlock', 'settling')));
    expect(unlock).toMatchObject({ label: 'Unlock…', enabled: false });
  });

  it.each<[LaunchAtLogin, object]>([
    ['enabled', { checked: true, enabled: true, command: { kind: 'launch-at-login', enabled: false } }],
    ['not-registered', { checked: false, enabled: true, command: { kind: 'launch-at-login', enabled: true } }],
    ['not-found', { checked: false, enabled: true }],
    ['requires-approval', { checked: true, label: 'Launch at Login (allow it in System Settings)' }],
    ['unavailable', { checked: false, enabled: false }],
  ])('shows the login item as macOS tells it: %s', (status, expected) => {
    const item = commands(locked, status).find(({ command }) => command.kind === 'launch-at-login');
    expect(item).toMatchObject(expected);
  });

  it('runs the command of the item that is clicked', () => {
    const run = vi.fn<(command: TrayCommand) => void>();
    let template: MenuItemConstructorOptions[] = [];
    const build = (items: MenuItemConstructorOptions[]) => {
      template = items;
      return {} as Menu;
    };
    buildTrayMenu(build, trayMenu(locked, 'enabled'), run);
    for (const item of template) (item.click as (() => void) | undefined)?.();
    expect(run.mock.calls.map(([command]) => command.kind)).toEqual([
      'unlock',
      'refresh',
      'launch-at-login',
      'settings',
      'quit',
    ]);
    expect(run).toHaveBeenCalledWith({ kind: 'unlock', keychainPath: loginPath });
    expect(template.filter(({ type }) => type === 'checkbox')).toHaveLength(1);
  });

  it('gives the keyboard its shortcuts through an application menu that nobody sees', () => {
    const build = vi.fn((_template: MenuItemConstructorOptions[]) => ({}) as Menu);
    buildApplicationMenu(build, 'Latchkey');
    const roles = JSON.stringify(build.mock.calls);
    for (const role of ['copy', 'selectAll', 'close', 'quit']) expect(roles).toContain(`"role":"${role}"`);
    expect(roles).not.toMatch(/reload|devtools/i);
  });
});

import type { Menu, MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { LaunchAtLogin } from '../../electron/contract/app-state';
import { buildSnapshot } from '../../electron/core/build-snapshot';
import type { Hold } from '../../electron/core/hold';
import { type MonitorState, nothingYet } from '../../electron/core/monitor-state';
import type { LockReading } from '../../electron/core/readings';
import type { Monitor } from '../../electron/monitor/monitor';
import { buildApplicationMenu, buildTrayMenu } from '../../electron/shell/menu';
import { runTrayCommand } from '../../electron/shell/tray-commands';
import { type TrayCommand, trayMenu } from '../../electron/shell/tray-menu';
import { loginPath, readings } from '../core/sample-facts';
import { awakeHold } from './sample-hold-state';

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
const holding = (hold: Hold): MonitorState => {
  const state = stateWith({ state: 'unlocked' });
  return { ...state, snapshot: state.snapshot && { ...state.snapshot, hold } };
};
const running = (kind: 'unlock' | 'lock' | 'start-hold', phase: 'running' | 'settling'): MonitorState['pending'] => [
  { kind, phase, keychainPath: loginPath, startedAt: '2026-11-20T10:00:00Z' },
];
const commands = (state: MonitorState, launchAtLogin: LaunchAtLogin = 'not-registered') =>
  trayMenu(state, launchAtLogin).flatMap((item) => (item.kind === 'command' ? [item] : []));

describe('the menu of the right mouse button', () => {
  it.each<[string, MonitorState, readonly string[]]>([
    ['a locked keychain', locked, ['Unlock…', 'Unlock and Keep for 1 Hour…']],
    ['an unlocked keychain', stateWith({ state: 'unlocked' }), ['Lock', 'Keep Unlocked for 1 Hour']],
    ['a hold', holding(awakeHold()), ['Lock', 'End Hold']],
    [
      'a hold that is over and waits',
      holding({ ...awakeHold(), state: 'restoring', problems: [] }),
      ['Lock', 'End Hold'],
    ],
    [
      'an unknown state',
      stateWith({ state: 'unknown', reason: 'No way to look.' }),
      ['Unlock…', 'Lock', 'Keep Unlocked for 1 Hour'],
    ],
    [
      'an open dialog',
      stateWith({ state: 'locked' }, running('unlock', 'running')),
      ['Cancel Unlock', 'Unlock and Keep for 1 Hour…'],
    ],
    [
      'the dialog of a hold that begins',
      stateWith({ state: 'locked' }, running('start-hold', 'running')),
      ['Cancel Unlock', 'Unlock and Keep for 1 Hour…'],
    ],
    ['no look yet', { ...locked, snapshot: null }, []],
  ])('offers what fits %s', (_what, state, first) => {
    const labels = commands(state).map(({ label }) => label);
    expect(labels).toEqual([...first, 'Refresh', 'Launch at Login', 'Settings…', 'Quit Latchkey']);
  });

  it('does not take a second order while the first is settling', () => {
    const [unlock] = commands(stateWith({ state: 'locked' }, running('unlock', 'settling')));
    expect(unlock).toMatchObject({ label: 'Unlock…', enabled: false });
  });

  it.each<[string, MonitorState]>([
    ['the lock state is not known', stateWith({ state: 'unknown', reason: 'No way to look.' })],
    ['a dialog is open', stateWith({ state: 'locked' }, running('unlock', 'running'))],
    ['one begins', stateWith({ state: 'unlocked' }, running('start-hold', 'settling'))],
  ])('begins no hold while %s', (_when, state) => {
    const item = commands(state).find(({ command }) => command.kind === 'hold-for-an-hour');
    expect(item).toMatchObject({ enabled: false });
  });

  it('keeps unlocked for an hour by the clock of the Mac, and ends that', () => {
    const actions = { startHold: vi.fn(), endHold: vi.fn() };
    const ports = { loginItem: { set: vi.fn() }, openSettings: vi.fn(), quit: vi.fn() };
    const monitor = { actions, hint: vi.fn() } as unknown as Monitor;
    const run = runTrayCommand({ ...ports, monitor, now: () => Date.parse('2026-09-10T09:00:00.000Z') });
    run({ kind: 'hold-for-an-hour' });
    expect(actions.startHold).toHaveBeenCalledExactlyOnceWith({
      end: { kind: 'at', at: '2026-09-10T10:00:00.000Z' },
      ...{ keepAwake: false, relock: 'as-before' },
    });
    run({ kind: 'end-hold' });
    expect(actions.endHold).toHaveBeenCalledOnce();
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
      'hold-for-an-hour',
      'refresh',
      'launch-at-login',
      'settings',
      'quit',
    ]);
    expect(run).toHaveBeenCalledWith({ kind: 'unlock', keychainPath: loginPath });
    expect(template.filter(({ type }) => type === 'checkbox')).toHaveLength(1);
  });

  it('gives the keyboard its shortcuts, and a window its standard menu, through the application menu', () => {
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

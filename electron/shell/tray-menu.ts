import type { LaunchAtLogin } from '../contract/app-state';
import type { MonitorState } from '../core/monitor-state';
import { loginKeychain } from '../core/warnings';

export type TrayCommand =
  | { readonly kind: 'unlock' | 'lock'; readonly keychainPath: string }
  | { readonly kind: 'hold-for-an-hour' | 'end-hold' }
  | { readonly kind: 'cancel-unlock' | 'refresh' | 'settings' | 'quit' }
  | { readonly kind: 'launch-at-login'; readonly enabled: boolean };

export type TrayMenuItem =
  | { readonly kind: 'separator' }
  | {
      readonly kind: 'command';
      readonly label: string;
      readonly enabled: boolean;
      /** Only where the item is a switch. */
      readonly checked?: boolean;
      readonly command: TrayCommand;
    };

/** The menu of the right mouse button. Made anew for each click, so it never shows an old state. */
export const trayMenu = (state: MonitorState, launchAtLogin: LaunchAtLogin): readonly TrayMenuItem[] => [
  ...keychainItems(state),
  ...holdItems(state),
  item('Refresh', { kind: 'refresh' }),
  { kind: 'separator' },
  launchAtLoginItem(launchAtLogin),
  item('Settings…', { kind: 'settings' }),
  { kind: 'separator' },
  item('Quit Latchkey', { kind: 'quit' }),
];

const item = (label: string, command: TrayCommand, enabled = true): TrayMenuItem => ({
  kind: 'command',
  label,
  enabled,
  command,
});

const keychainItems = (state: MonitorState): readonly TrayMenuItem[] => {
  const keychain = state.snapshot === null ? undefined : loginKeychain(state.snapshot.keychains);
  if (!keychain) return [];
  if (isDialogOpen(state)) {
    return [item('Cancel Unlock', { kind: 'cancel-unlock' })];
  }
  const isBusy = state.pending.some(({ kind }) => kind === 'unlock' || kind === 'lock');
  const unlock = item('Unlock…', { kind: 'unlock', keychainPath: keychain.path }, !isBusy);
  const lock = item('Lock', { kind: 'lock', keychainPath: keychain.path }, !isBusy);
  switch (keychain.lock.state) {
    case 'locked':
      return [unlock];
    case 'unlocked':
      return [lock];
    case 'unknown':
      return [unlock, lock];
  }
};

/** A hold that begins has the dialog open where its keychain was locked. */
const isDialogOpen = ({ pending, snapshot }: MonitorState): boolean =>
  pending.some(
    ({ kind, phase }) =>
      phase === 'running' &&
      (kind === 'unlock' ||
        (kind === 'start-hold' && loginKeychain(snapshot?.keychains ?? [])?.lock.state === 'locked')),
  );

const holdItems = (state: MonitorState): readonly TrayMenuItem[] => {
  const keychain = state.snapshot === null ? undefined : loginKeychain(state.snapshot.keychains);
  if (!keychain || state.snapshot === null) return [];
  const isBusy = state.pending.some(({ kind }) => kind === 'start-hold' || kind === 'end-hold');
  if (state.snapshot.hold.state !== 'off') return [item('End Hold', { kind: 'end-hold' }, !isBusy)];
  const label = keychain.lock.state === 'locked' ? 'Unlock and Keep for 1 Hour…' : 'Keep Unlocked for 1 Hour';
  const canBe = keychain.lock.state !== 'unknown' && !isBusy && !isDialogOpen(state);
  return [item(label, { kind: 'hold-for-an-hour' }, canBe)];
};

const launchAtLoginItem = (status: LaunchAtLogin): TrayMenuItem => {
  const isOn = status === 'enabled' || status === 'requires-approval';
  return {
    kind: 'command',
    label: status === 'requires-approval' ? 'Launch at Login (allow it in System Settings)' : 'Launch at Login',
    enabled: status !== 'unavailable',
    checked: isOn,
    command: { kind: 'launch-at-login', enabled: !isOn },
  };
};

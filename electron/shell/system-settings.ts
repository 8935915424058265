import type { PayloadOf } from '../contract/contract';
import { nameOfError } from '../core/name-of-error';
import { failure, type Outcome, success } from '../core/outcome';
import type { Log } from './log';

export type SystemSettingsPane = PayloadOf<'openSystemSettings'>['pane'];

/**
 * The only addresses that this app ever opens. A pane's address is the identifier of its extension in
 * /System/Library/ExtensionKit/Extensions, as of macOS 13.
 */
const addresses: Readonly<Record<SystemSettingsPane, string>> = {
  notifications: 'x-apple.systempreferences:com.apple.Notifications-Settings.extension',
  focus: 'x-apple.systempreferences:com.apple.Focus-Settings.extension',
  'login-items': 'x-apple.systempreferences:com.apple.LoginItems-Settings.extension',
};

const names: Readonly<Record<SystemSettingsPane, string>> = {
  notifications: 'Notifications',
  focus: 'Focus',
  'login-items': 'General › Login Items',
};

/** @param openAddress Electron's `shell.openExternal`. */
export const openSystemSettings =
  (openAddress: (address: string) => Promise<void>, platform: NodeJS.Platform, log: Log) =>
  async (pane: SystemSettingsPane): Promise<Outcome<void>> => {
    if (platform !== 'darwin') return failure('not-a-mac', 'Only a Mac has System Settings.');
    try {
      await openAddress(addresses[pane]);
      return success(undefined);
    } catch (error) {
      log(`System Settings: not opened: ${nameOfError(error)}`);
      return failure('not-opened', `macOS did not open it. Open System Settings › ${names[pane]} yourself.`);
    }
  };

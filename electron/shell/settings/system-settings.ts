import { failure, type Outcome, success } from '../../core/outcome';
import { nameOfError } from '../../core/text/name-of-error';
import { type SettingsPane, settingsPanes } from '../../core/words/settings-panes';
import type { Log } from '../base/log';

/** @param openAddress Electron's `shell.openExternal`. */
export const openSystemSettings =
  (openAddress: (address: string) => Promise<void>, platform: NodeJS.Platform, log: Log) =>
  async (pane: SettingsPane): Promise<Outcome<void>> => {
    if (platform !== 'darwin') return failure('not-a-mac', 'Only a Mac has System Settings.');
    const { address, name } = settingsPanes[pane];
    try {
      await openAddress(address);
      return success(undefined);
    } catch (error) {
      log(`System Settings: not opened: ${nameOfError(error)}`);
      return failure('not-opened', `macOS did not open it. Open System Settings › ${name} yourself.`);
    }
  };

/**
 * Opens the pane at this address, as a cure names it, and no other address.
 *
 * @param openAddress Electron's `shell.openExternal`, which opens any address whatever.
 * @throws for an address that is no pane's; the IPC server refuses.
 */
export const settingsPaneOpener =
  (openAddress: (address: string) => Promise<void>) =>
  async (wanted: string): Promise<void> => {
    if (!Object.values(settingsPanes).some(({ address }) => address === wanted))
      throw new RangeError('no pane of the table');
    await openAddress(wanted);
  };

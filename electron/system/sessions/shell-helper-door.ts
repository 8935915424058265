import { failure, type Outcome, success } from '../../core/outcome';
import { type ShellHelper, type ShellName, shellNames } from '../../core/sessions/shell-plan';
import type { MacHost } from '../mac/host';
import { installShellHelper, planShellInstall, refreshShellHelper, uninstallShellHelper } from './shell-helper';

export interface ShellHelperDoor {
  /** For each shell what installing would do, or why it cannot be done. Changes nothing. */
  read(): Promise<readonly ShellHelper[]>;
  set(shell: ShellName, installed: boolean): Promise<Outcome<void>>;
  /** After an update of the app: brings the copies up to date that installed lines read. */
  refresh(): Promise<void>;
}

/** @param assetsFolder path on disk of the app's own copies; null where this program came without them. */
export const createShellHelperDoor = (host: MacHost, assetsFolder: string | null): ShellHelperDoor => ({
  read: () =>
    Promise.all(
      shellNames.map(async (shell): Promise<ShellHelper> => {
        const planned = await planShellInstall(host, shell);
        return planned.ok ? { kind: 'plan', plan: planned.value } : { kind: 'refused', shell, reason: planned.reason };
      }),
    ),
  async refresh() {
    if (assetsFolder !== null) await refreshShellHelper(host, assetsFolder);
  },
  async set(shell, installed) {
    if (!installed) {
      const removed = await uninstallShellHelper(host, shell);
      return removed.ok ? success(undefined) : removed;
    }
    if (assetsFolder === null) return failure('no-helper', 'This copy of Latchkey came without the shell helper.');
    const done = await installShellHelper(host, shell, assetsFolder);
    return done.ok ? success(undefined) : done;
  },
});

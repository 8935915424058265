import { type CommandLink, linkFolders, planCommandLink } from '../../core/command-line/command-link';
import { failure, type Outcome } from '../../core/outcome';
import { putLink, readLinkPlace } from '../files/command-link';
import type { MacHost } from '../mac/host';
import { toMacPath } from '../mac/mac-path';

export interface CommandLinkDoor {
  /** What installing would do, or why it cannot be done. Changes nothing. */
  read(): Promise<CommandLink>;
  install(): Promise<Outcome<void>>;
  /** Where a link of ours leads to an app that is gone, it leads to this one from now on. */
  mend(): Promise<void>;
}

/**
 * @param command path on disk of the command inside this app; null where this program is no app.
 * @param shellPath PATH of the shell that asks; null where none does.
 */
export const createCommandLinkDoor = (
  host: MacHost,
  command: string | null,
  shellPath: string | null,
): CommandLinkDoor => {
  const read = async (): Promise<CommandLink> =>
    planCommandLink({
      homeFolder: host.homeFolder,
      command: command === null ? null : toMacPath(host, command),
      places: await Promise.all(linkFolders(host.homeFolder).map((folder) => readLinkPlace(host, folder, 'latchkey'))),
      shellFolders: shellPath === null ? null : shellPath.split(':').map((folder) => toMacPath(host, folder)),
    });
  const install = async (): Promise<Outcome<void>> => {
    const plan = await read();
    if (plan.kind === 'refused') return failure('no-link', plan.reason);
    return command === null ? failure('no-link', 'There is no app.') : putLink(host, plan.link, command);
  };
  return {
    read,
    install,
    async mend() {
      const plan = await read();
      if (plan.kind === 'plan' && plan.state === 'stale' && plan.isBroken) await install();
    },
  };
};

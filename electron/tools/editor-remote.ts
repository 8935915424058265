import type { Credential } from '../core/snapshot';
import type { MacDoors } from '../system/doors';
import { isAnyThere } from './executables';

/**
 * What Remote-SSH means on the Mac that is connected to: the editor's server there keeps no login, and the extensions'
 * secrets stay with the editor on the other computer. What is run in its terminal is like any other SSH login.
 */
export const createRemoteLook =
  (doors: MacDoors, serverFolder: string) =>
  async (tool: Pick<Credential, 'tool' | 'name'>): Promise<readonly Credential[]> => {
    if (!(await isAnyThere(doors, [serverFolder]))) return [];
    return [
      {
        ...tool,
        account: 'Remote-SSH',
        installed: true,
        store: 'none',
        overSsh: 'survives',
        status: 'unknown',
        expiry: null,
        reason: `Its server in ${serverFolder} uses no keychain: logins of extensions stay on the computer that connects, and only commands in its terminal can meet a locked one.`,
      },
    ];
  };

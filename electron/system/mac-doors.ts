import { createAutoLockDoor } from './auto-lock-door';
import { readBeacons } from './beacons';
import { createBoundedTools } from './bounded-tools';
import { createDesktopTmuxDoor } from './desktop-tmux';
import type { MacDoors } from './doors';
import { createEndDatesFile } from './end-dates-file';
import { fileFingerprint } from './file-fingerprint';
import { watchFolders } from './file-watch';
import { loadFrameworkLibrary } from './framework-library';
import { testFreshLogin } from './fresh-login';
import type { MacHost } from './host';
import { readHostFacts } from './host-facts';
import { createKeytarDoor } from './keytar-door';
import { createLockDoor } from './lock-door';
import { readProcesses } from './process-list';
import { readRemoteAccess } from './remote-access';
import { createRemoteSessionReader } from './remote-sessions';
import { createSecurityTool } from './security-tool';
import { createShellHelperDoor } from './shell-helper-door';
import { openUnlockPrompt } from './unlock-prompt';

export interface MacDoorOptions {
  /** Path on disk of the app's own copies of the shell helper. Default: this program came without them. */
  readonly shellHelperFolder?: string;
}

/** Opens every door to this Mac. The framework comes first: loading it forbids this process to prompt. */
export const createMacDoors = (host: MacHost, options: MacDoorOptions = {}): MacDoors => {
  const library = loadFrameworkLibrary(host);
  const tools = createBoundedTools(host);
  const lock = createLockDoor(host, tools, library);
  const security = createSecurityTool(host);
  return {
    host,
    lock,
    autoLock: createAutoLockDoor(host, library),
    security,
    remoteHelp: {
      testFreshLogin: () => testFreshLogin(host, tools),
      openUnlockPrompt: (socket, keychainPath) => openUnlockPrompt(host, socket, keychainPath),
      desktopTmux: createDesktopTmuxDoor(host, tools),
    },
    shellHelper: createShellHelperDoor(host, options.shellHelperFolder ?? null),
    endDates: createEndDatesFile(host),
    appAccess: createKeytarDoor({ host, library, lock, security }),
    readHost: () => readHostFacts(host, tools),
    readRemoteAccess: () => readRemoteAccess(tools),
    readRemoteSessions: createRemoteSessionReader(host, tools),
    readProcesses: () => readProcesses(tools),
    readBeacons: async () => (await readBeacons(host)).beacons,
    fileFingerprint: (macPath) => fileFingerprint(host, macPath),
    watchFiles: (macPaths, onHint) => watchFolders(host, macPaths, onHint),
  };
};

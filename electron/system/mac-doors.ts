import { createAutoLockDoor } from './auto-lock-door';
import { readBeacons } from './beacons';
import { readBootTime } from './boot-time';
import { createBoundedTools } from './bounded-tools';
import { createDesktopTmuxDoor } from './desktop-tmux';
import type { MacDoors } from './doors';
import { type FileCalls, syncWritten } from './durable-file';
import { createEndDatesFile } from './end-dates-file';
import { fileFingerprint } from './file-fingerprint';
import { createFileLock } from './file-lock';
import { watchFolders } from './file-watch';
import { loadFrameworkLibrary } from './framework-library';
import { testFreshLogin } from './fresh-login';
import { createHistoryDoor } from './history-folder';
import { createHoldJournalDoor, holdLockFile } from './hold-journal-file';
import type { MacHost } from './host';
import { onDisk } from './host';
import { readHostFacts } from './host-facts';
import { readKeychainFile } from './keychain-file';
import { listKeychainFiles } from './keychain-folder';
import { createKeytarDoor } from './keytar-door';
import { createLockDoor } from './lock-door';
import { loginNumber } from './login-number';
import { readProcesses } from './process-list';
import { readRemoteAccess } from './remote-access';
import { createRemoteSessionReader } from './remote-sessions';
import { createSecurityTool } from './security-tool';
import { createShellHelperDoor } from './shell-helper-door';
import { createUndoDoor } from './undo-file';
import { openUnlockPrompt } from './unlock-prompt';

export interface MacDoorOptions {
  /** Path on disk of the app's own copies of the shell helper. Default: this program came without them. */
  readonly shellHelperFolder?: string;
  /** The calls that write a hold's journal. Default: Node's own. */
  readonly holdFiles?: FileCalls;
}

/** Opens every door to this Mac. The framework comes first: loading it forbids this process to prompt. */
export const createMacDoors = (host: MacHost, options: MacDoorOptions = {}): MacDoors => {
  const library = loadFrameworkLibrary(host);
  const tools = createBoundedTools(host);
  const lock = createLockDoor(host, tools, library);
  const holdLock = createFileLock(onDisk(host, holdLockFile(host)));
  // Whoever finds the lock free knows that no write of a hold that crashed is still under way.
  const security = createSecurityTool(host, holdLock.file);
  return {
    host,
    lock,
    autoLock: createAutoLockDoor(host, library),
    security,
    holdJournal: createHoldJournalDoor(host, holdLock, options.holdFiles),
    readKeychainFile: (keychainPath) => readKeychainFile(host, keychainPath),
    syncKeychainFile: (keychainPath) => syncWritten(onDisk(host, keychainPath)),
    listKeychainFiles: (folder) => listKeychainFiles(host, folder),
    // Whether it counts a Mac's sleep depends on Node's version; a hold looks at the wall as well.
    monotonicNow: () => performance.now(),
    loginNumber: loginNumber(host),
    remoteHelp: {
      testFreshLogin: () => testFreshLogin(host, tools),
      openUnlockPrompt: (socket, keychainPath) => openUnlockPrompt(host, socket, keychainPath),
      desktopTmux: createDesktopTmuxDoor(host, tools),
    },
    autoLockUndo: createUndoDoor(host),
    shellHelper: createShellHelperDoor(host, options.shellHelperFolder ?? null),
    endDates: createEndDatesFile(host),
    appAccess: createKeytarDoor({ host, library, lock, security }),
    readHost: () => readHostFacts(host, tools),
    readRemoteAccess: () => readRemoteAccess(tools),
    readRemoteSessions: createRemoteSessionReader(host, tools),
    readProcesses: () => readProcesses(tools),
    readBeacons: async () => (await readBeacons(host)).beacons,
    readBootTime: () => readBootTime(tools),
    history: createHistoryDoor(host),
    fileFingerprint: (macPath) => fileFingerprint(host, macPath),
    watchFiles: (macPaths, onHint) => watchFolders(host, macPaths, onHint),
  };
};

import { createAutoLockDoor } from './auto-lock/auto-lock-door';
import { createUndoDoor } from './auto-lock/undo-file';
import { createBoundedTools } from './children/bounded-tools';
import { createEndDatesFile } from './credentials/end-dates-file';
import type { MacDoors } from './doors';
import { type FolderNames, pickNames, readBoundedFolder } from './files/bounded-folder';
import { type FileCalls, syncWritten } from './files/durable-file';
import { fileFingerprint } from './files/file-fingerprint';
import { createFileLock } from './files/file-lock';
import { watchFiles } from './files/file-watch';
import { createHistoryDoor } from './history/history-folder';
import { createHoldJournalDoor, holdLockFile } from './hold/hold-journal-file';
import { loadFrameworkLibrary } from './keychain/framework-library';
import { createItemListingDoor } from './keychain/item-listing';
import { readKeychainFile } from './keychain/keychain-file';
import { createKeytarDoor } from './keychain/keytar-door';
import { createLockDoor } from './keychain/lock-door';
import { createSecuritySessionReader } from './keychain/security-session';
import { createSecurityTool } from './keychain/security-tool';
import type { MacHost } from './mac/host';
import { onDisk } from './mac/host';
import { readBootTime, readHostFacts } from './machine/host-facts';
import { readRemoteAccess } from './machine/remote-access';
import { createProcessReader } from './processes/process-list';
import { readBeacons } from './sessions/beacons';
import { createDeskReader, createDesktopSessionReader } from './sessions/desktop-session';
import { createDesktopTmuxDoor } from './sessions/desktop-tmux';
import { testFreshLogin } from './sessions/fresh-login';
import { createRemoteSessionReader } from './sessions/remote-sessions';
import { createShellHelperDoor } from './sessions/shell-helper-door';
import { openUnlockPrompt } from './sessions/unlock-prompt';

export interface MacDoorOptions {
  /** Path on disk of the app's own copies of the shell helper. Default: this program came without them. */
  readonly shellHelperFolder?: string;
  /** Path on disk of the command inside this app. Default: this program is no app. */
  readonly commandFile?: string | null;
  /** PATH of the shell that asks. Default: none does. */
  readonly shellPath?: string;
  /** The calls that write a hold's journal. Default: Node's own. */
  readonly holdFiles?: FileCalls;
  /** How the user's system writes times, as a language tag. */
  readonly locale?: () => string;
}

/** Opens every door to this Mac. The framework comes first: loading it forbids this process to prompt. */
export const createMacDoors = (host: MacHost, options: MacDoorOptions = {}): MacDoors => {
  const library = loadFrameworkLibrary(host);
  const tools = createBoundedTools(host);
  const processes = createProcessReader(tools, host.now);
  const readSecuritySession = createSecuritySessionReader(tools, library);
  const lock = createLockDoor(host, tools, library, readSecuritySession);
  const holdLock = createFileLock(onDisk(host, holdLockFile(host)));
  // Whoever finds the lock free knows that no write of a hold that crashed is still under way.
  const security = createSecurityTool(host, holdLock.file);
  return {
    host,
    timeZone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    ...(options.locale ? { locale: options.locale } : {}),
    lock,
    autoLock: createAutoLockDoor(host, library),
    security,
    itemListing: createItemListingDoor(library),
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
      desktopTmux: createDesktopTmuxDoor(host, tools, createDesktopSessionReader(host, tools, readSecuritySession)),
    },
    autoLockUndo: createUndoDoor(host),
    shellHelper: createShellHelperDoor(host, options.shellHelperFolder ?? null),
    commandLink: async () => {
      const { createCommandLinkDoor } = await import('./command-line/command-link-door');
      return createCommandLinkDoor(host, options.commandFile ?? null, options.shellPath ?? null);
    },
    endDates: createEndDatesFile(host),
    appAccess: createKeytarDoor({ host, library, lock, security, ...(library.ok ? { turn: library.value.turn } : {}) }),
    readSecuritySession,
    readDesk: createDeskReader(host, tools, readSecuritySession),
    readHost: () => readHostFacts(tools),
    readRemoteAccess: () => readRemoteAccess(tools),
    readRemoteSessions: createRemoteSessionReader(host, tools, { readSecuritySession, readTable: processes.read }),
    readProcesses: processes.recent,
    readBeacons: () => readBeacons(host),
    readBootTime: () => readBootTime(tools),
    history: createHistoryDoor(host),
    readFolder: (macPath, most) => readBoundedFolder(host, macPath, most),
    fileFingerprint: (macPath) => fileFingerprint(host, macPath),
    watchFiles: (onHint) => watchFiles(host, onHint),
  };
};

/** SECURITYSESSIONID, which macOS sets for what it starts in a login: a later login has another number. */
const loginNumber = ({ environment }: MacHost): string | null => {
  const number = environment.SECURITYSESSIONID;
  return number !== undefined && /^[0-9A-Za-z-]{1,64}$/.test(number) ? number : null;
};

const mostKeychainFiles = 500;

/** macOS paths of what is named like a keychain in a folder. */
const listKeychainFiles = async (host: MacHost, folder: string): Promise<FolderNames> =>
  pickNames(await readBoundedFolder(host, folder, mostKeychainFiles), (names) =>
    names.filter((name) => /\.keychain(-db)?$/.test(name)).map((name) => `${folder}/${name}`),
  );

import { createAutoLockDoor } from './auto-lock-door';
import { readBeacons } from './beacons';
import { createBoundedTools } from './bounded-tools';
import type { MacDoors } from './doors';
import { fileFingerprint } from './file-fingerprint';
import { watchFolders } from './file-watch';
import { loadFrameworkLibrary } from './framework-library';
import type { MacHost } from './host';
import { readHostFacts } from './host-facts';
import { createLockDoor } from './lock-door';
import { readRemoteAccess } from './remote-access';
import { readRemoteSessions } from './remote-sessions';
import { createSecurityTool } from './security-tool';

/** Opens every door to this Mac. The framework comes first: loading it forbids this process to prompt. */
export const createMacDoors = (host: MacHost): MacDoors => {
  const library = loadFrameworkLibrary(host);
  const tools = createBoundedTools(host);
  return {
    host,
    lock: createLockDoor(host, tools, library),
    autoLock: createAutoLockDoor(host, library),
    security: createSecurityTool(host),
    readHost: () => readHostFacts(host, tools),
    readRemoteAccess: () => readRemoteAccess(tools),
    readRemoteSessions: () => readRemoteSessions(host, tools),
    readBeacons: async () => (await readBeacons(host)).beacons,
    fileFingerprint: (macPath) => fileFingerprint(host, macPath),
    watchFiles: (macPaths, onHint) => watchFolders(host, macPaths, onHint),
  };
};

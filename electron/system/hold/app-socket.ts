import { createRequire } from 'node:module';
import type Koffi from 'koffi';
import type { AppSocket } from '../../core/hold/running-app';
import { failure, type Outcome, success } from '../../core/outcome';
import { supportFolder } from '../files/support-folder';
import type { MacHost } from '../mac/host';
import { fileOwner, onDisk } from '../mac/host';
import { appSocketPath, findAppSocket, prepareSocketPlace } from './socket-place';

const libraryPath = '/usr/lib/libSystem.B.dylib';

type PeerCall = (file: number, uid: [number], gid: [number]) => number;

/** Where the app of this Mac's user listens. The kernel is asked who is at the other end (getpeereid(3)), nobody else. */
export const createAppSocket = (host: MacHost): AppSocket => {
  let loaded: Outcome<PeerCall, 'not-known'> | null = null;
  const load = (): Outcome<PeerCall, 'not-known'> => {
    loaded ??= loadPeerCall(host);
    return loaded;
  };
  return {
    path: onDisk(host, appSocketPath(host)),
    folder: onDisk(host, supportFolder(host)),
    ownerUid: fileOwner(host),
    find: () => findAppSocket(host),
    prepare: () => prepareSocketPlace(host),
    canTellPeer() {
      const call = load();
      return call.ok ? success(undefined) : call;
    },
    peerUid(connection) {
      const call = load();
      if (!call.ok) return call;
      const file = openFileOf(connection);
      if (file === null) return failure('not-known', 'Node did not say which file the connection is.');
      const uid: [number] = [0];
      if (call.value(file, uid, [0]) !== 0)
        return failure('not-known', 'macOS did not say who is at the other end of the connection.');
      return success(uid[0]);
    },
  };
};

const loadPeerCall = (host: MacHost): Outcome<PeerCall, 'not-known'> => {
  try {
    // Loaded here and not at the top, so that Latchkey runs where koffi's native part does not load.
    const koffi = createRequire(import.meta.url)('koffi') as typeof Koffi;
    const library = koffi.load(onDisk(host, libraryPath));
    const call = library.func('int getpeereid(int file, _Out_ uint32_t *uid, _Out_ uint32_t *gid)');
    return success(call as PeerCall);
  } catch {
    return failure('not-known', 'Latchkey’s native part does not load here, so it cannot tell who asks.');
  }
};

/** Node has no public way to a socket's file. Where this one is gone, nobody is listened to. */
const openFileOf = (connection: object): number | null => {
  const handle: unknown = '_handle' in connection ? connection._handle : null;
  const file: unknown = typeof handle === 'object' && handle !== null && 'fd' in handle ? handle.fd : null;
  return typeof file === 'number' && Number.isInteger(file) && file >= 0 ? file : null;
};

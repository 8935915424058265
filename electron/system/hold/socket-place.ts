import { connect } from 'node:net';
import type { FoundAppSocket, SocketPlaceProblem } from '../../core/hold/running-app';
import { failure, type Outcome, success } from '../../core/outcome';
import { codeOfError } from '../../core/text/code-of-error';
import { removeFile } from '../files/durable-file';
import { makeClosedFolder } from '../files/own-folder';
import { supportFolder } from '../files/support-folder';
import { judgePlace } from '../files/trusted-place';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';

const socketName = 'latchkey.sock';
const connectTimeLimitMs = 1_000;

/** macOS path of the socket that the app listens at. */
export const appSocketPath = (host: MacHost): string => `${supportFolder(host)}/${socketName}`;

/** Only a socket of the user's own is spoken to, where nobody else can put one. */
export const findAppSocket = async (host: MacHost): Promise<FoundAppSocket> => {
  const place = await judgePlace(host, appSocketPath(host), { kind: 'socket', others: 'anything' });
  if (place.kind === 'refused') return { kind: 'refused', reason: place.reason };
  return { kind: place.kind === 'trusted' ? 'socket' : 'missing' };
};

/**
 * Makes the place ready to be listened at: a folder that is the user's alone and no socket in it. One that a crash has
 * left is removed; one that somebody listens at, and whatever is no socket, stays.
 */
export const prepareSocketPlace = async (host: MacHost): Promise<Outcome<void, SocketPlaceProblem>> => {
  const folder = await makeClosedFolder(host, supportFolder(host));
  if (!folder.ok) return failure(folder.code === 'not-made' ? 'no-folder' : 'not-private', folder.reason);
  const found = await findAppSocket(host);
  if (found.kind === 'missing') return success(undefined);
  if (found.kind === 'refused') return failure('occupied', `something else lies there: ${found.reason}`);
  if (await isLive(onDisk(host, appSocketPath(host)))) return failure('live', 'another Latchkey listens there');
  const removed = await removeFile(folder.value, socketName);
  return removed.ok ? removed : failure('occupied', removed.reason);
};

/** Only a socket that nobody listens at refuses at once; what is silent may be a process that is stopped. */
const isLive = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    const end = (live: boolean) => {
      socket.destroy();
      resolve(live);
    };
    socket.setTimeout(connectTimeLimitMs, () => end(true));
    socket.once('connect', () => end(true));
    socket.once('error', (error) => end(codeOfError(error) !== 'ECONNREFUSED' && codeOfError(error) !== 'ENOENT'));
  });

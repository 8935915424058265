import { chmodSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { longestSocketPathBytes } from '../core/app-socket';
import { failure, type Outcome, success } from '../core/outcome';
import type { AppSocket } from '../core/running-app';

const connectTimeLimitMs = 1_000;

export type PlaceProblem = 'path-too-long' | 'not-private' | 'occupied' | 'live' | 'no-folder';

/**
 * Makes the place ready to be listened at: a folder that is the user's alone and no socket in it. One that a crash has
 * left is removed; one that somebody listens at, and whatever is no socket, stays.
 */
export const clearSocketPlace = async ({ path, folder, ownerUid }: AppSocket): Promise<Outcome<void, PlaceProblem>> => {
  const bytes = Buffer.byteLength(path);
  if (bytes > longestSocketPathBytes)
    return failure('path-too-long', `its path has ${bytes} bytes, and macOS allows ${longestSocketPathBytes}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const status = lstatSync(folder);
    if (!status.isDirectory() || status.uid !== ownerUid)
      return failure('not-private', 'its folder is not a folder of this user’s');
    if ((status.mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  } catch (error) {
    return failure('no-folder', `its folder could not be made the user’s alone (${codeOf(error)})`);
  }
  return removeStale(path);
};

const removeStale = async (path: string): Promise<Outcome<void, PlaceProblem>> => {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (status === undefined) return success(undefined);
  if (!status.isSocket()) return failure('occupied', 'something else lies there');
  if (await isLive(path)) return failure('live', 'another Latchkey listens there');
  rmSync(path, { force: true });
  return success(undefined);
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
    socket.once('error', (error) => end(codeOf(error) !== 'ECONNREFUSED' && codeOf(error) !== 'ENOENT'));
  });

export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';

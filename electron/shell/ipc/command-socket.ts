import { createServer, type Server, type Socket } from 'node:net';
import type { AppState } from '../../contract/app-state';
import type { RequestVerb } from '../../contract/verbs';
import { longestSocketPathBytes } from '../../core/hold/app-socket';
import type { AppSocket, AppVerb } from '../../core/hold/running-app';
import { codeOfError } from '../../core/text/code-of-error';
import type { Log } from '../base/log';
import { type ConnectionLimits, defaultLimits, sayLast, serveConnection } from './socket-connection';
import type { VerbHandlers } from './verb-call';
import { callVerb } from './verb-call';

export interface CommandSocketOptions {
  readonly place: AppSocket;
  readonly handlers: VerbHandlers;
  readonly log: Log;
  /** Default: those of the product. */
  readonly limits?: ConnectionLimits;
}

export interface CommandSocket {
  /** Why nobody is listened to; null while somebody can be. */
  readonly problem: string | null;
  /** Ends every connection and removes the socket. */
  close(): void;
}

/** The verbs of the contract that the command line may use. */
const allowed = [
  'state.get',
  'hold.start',
  'hold.end',
  'hold.resolveConflict',
] as const satisfies readonly RequestVerb[] & readonly AppVerb[];

/**
 * Listens for the command line of the same user: a socket that only he can reach (0600 in a folder of 0700), and the kernel
 * says of each connection whose it is. Where it cannot be told, nobody is listened to: a mode alone is a promise of the
 * file system, and root goes past it. The verbs are the page's, with the same parser and the same handlers.
 */
export const serveCommandSocket = async (options: CommandSocketOptions): Promise<CommandSocket> => {
  const { place, log } = options;
  const refuse = (problem: string): CommandSocket => {
    log(`the command line is not listened to: ${problem}`);
    return { problem, close: () => undefined };
  };
  const tellable = place.canTellPeer();
  if (!tellable.ok) return refuse(tellable.reason);
  const bytes = Buffer.byteLength(place.path);
  if (bytes > longestSocketPathBytes)
    return refuse(`its path has ${bytes} bytes, and macOS allows ${longestSocketPathBytes}`);
  const cleared = await place.prepare();
  if (!cleared.ok) return refuse(cleared.reason);
  const connections = new Set<Socket>();
  const server = createServer((socket) => admit(socket, connections, options));
  const problem = await listen(server, place.path);
  if (problem !== null) return refuse(problem);
  server.on('error', (error) => log(`the command line's socket: ${codeOfError(error)}`));
  return {
    problem: null,
    close() {
      server.close();
      for (const socket of connections) socket.destroy();
    },
  };
};

/** @returns null once it listens. */
const listen = (server: Server, path: string): Promise<string | null> =>
  new Promise((resolve) => {
    server.once('error', (error) => resolve(`it could not be made (${codeOfError(error)})`));
    server.once('listening', () => resolve(null));
    // It is made within this call, with the mode 0600; the folder keeps others out in any case.
    const former = process.umask(0o177);
    server.listen(path);
    process.umask(former);
  });

const admit = (socket: Socket, connections: Set<Socket>, options: CommandSocketOptions): void => {
  const { place, handlers, log, limits = defaultLimits } = options;
  // A peer that has gone is no news.
  socket.on('error', () => undefined);
  const refusal = whyNot(place, socket) ?? (connections.size >= limits.mostConnections ? isFull : null);
  if (refusal !== null) {
    log(`the command line's socket: a connection was refused (${refusal.code})`);
    sayLast(socket, refusal.code, refusal.reason);
    return;
  }
  connections.add(socket);
  socket.on('close', () => connections.delete(socket));
  serveConnection(socket, limits, (verb, payload) => answer(handlers, verb, payload, log));
};

interface Refusal {
  readonly code: string;
  readonly reason: string;
}

const isFull: Refusal = { code: 'busy', reason: 'Latchkey listens to enough others now. Try again.' };

const whyNot = (place: AppSocket, socket: Socket): Refusal | null => {
  const peer = place.peerUid(socket);
  if (!peer.ok) return { code: 'peer-not-known', reason: peer.reason };
  if (peer.value === place.ownerUid) return null;
  return { code: 'peer-not-allowed', reason: 'Latchkey listens to its own user only.' };
};

const answer = async (
  handlers: VerbHandlers,
  name: string,
  payload: unknown,
  log: Log,
): Promise<{ ok: true; value: unknown } | { ok: false; code: string; reason: string }> => {
  const verb = allowed.find((one) => one === name);
  if (verb === undefined) return { ok: false, code: 'no-such-verb', reason: 'The command line cannot ask for that.' };
  const call = await callVerb(handlers, verb, payload);
  if (call.kind === 'answered') return { ok: true, value: verb === 'state.get' ? holdOnly(call.reply) : call.reply };
  log(`refused "${verb}" of the command line: ${call.cause}`);
  return { ok: false, code: 'refused', reason: 'Latchkey did not do this: the request is not one that it knows.' };
};

/** The rest of the state is the page's. */
const holdOnly = (state: unknown): unknown => ({ hold: (state as AppState).snapshot?.hold ?? null });

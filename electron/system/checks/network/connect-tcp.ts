import { connect, type Socket } from 'node:net';
import type { TcpStep } from '../../../core/diagnosis/host-facts';
import { type Bound, boundedStep, calledOff, errorCode } from './bounded-step';
import type { NetworkDoor } from './network-door';

export type Connected =
  | { readonly step: Extract<TcpStep, { kind: 'ok' }>; readonly socket: Socket }
  | { readonly step: Exclude<TcpStep, { kind: 'ok' }>; readonly socket: null };

/** Connects to an address, never to a name: nothing is looked up on the way. The socket is the caller's to destroy. */
export const connectTcp = async (
  door: NetworkDoor,
  address: string,
  port: number,
  bound: Bound,
): Promise<Connected> => {
  const to = door.route(address, port);
  const end = await boundedStep<Socket | string>(bound, (tell) => {
    const socket = connect({ host: to.address, port: to.port });
    // It stays, so that no later error of the socket's finds nobody to listen.
    socket.on('error', (error) => tell(errorCode(error)));
    socket.once('connect', () => tell(socket));
    return () => socket.destroy();
  });
  if (end.kind === 'called-off') return { step: calledOff, socket: null };
  const { tookMs } = end;
  if (end.kind === 'late') return { step: { kind: 'timed-out', tookMs }, socket: null };
  if (typeof end.value !== 'string') return { step: { kind: 'ok', tookMs }, socket: end.value };
  if (end.value === 'ECONNREFUSED' || end.value === 'ECONNRESET')
    return { step: { kind: 'refused', tookMs }, socket: null };
  return { step: { kind: end.value === 'ETIMEDOUT' ? 'timed-out' : 'unreachable', tookMs }, socket: null };
};

import { request } from 'node:http';
import type { Socket } from 'node:net';
import { reasonOf } from './ask-http';
import { type Bound, boundedStep, calledOff, errorCode } from './bounded-step';

export type Tunnel =
  | { readonly kind: 'open'; readonly tookMs: number }
  /** HTTP 407. No password is ever sent to a proxy. */
  | { readonly kind: 'password-needed'; readonly tookMs: number }
  | { readonly kind: 'timed-out'; readonly tookMs: number }
  | { readonly kind: 'failed'; readonly tookMs: number; readonly reason: string }
  | typeof calledOff;

/** Asks the proxy at the other end for a way through to a host (RFC 9110, CONNECT); the socket is that way afterwards. */
export const openTunnel = async (socket: Socket, host: string, port: number, bound: Bound): Promise<Tunnel> => {
  const target = `${host}:${port}`;
  const end = await boundedStep<number | string>(bound, (tell) => {
    const asked = request({
      createConnection: () => socket,
      method: 'CONNECT',
      path: target,
      headers: { host: target },
    });
    asked.on('error', (error) => tell(errorCode(error)));
    asked.once('connect', ({ statusCode }) => tell(statusCode ?? 0));
    asked.end();
    return () => asked.destroy();
  });
  if (end.kind === 'called-off') return calledOff;
  const { tookMs } = end;
  if (end.kind === 'late') return { kind: 'timed-out', tookMs };
  if (typeof end.value === 'string') return { kind: 'failed', tookMs, reason: reasonOf(end.value) };
  if (end.value === 407) return { kind: 'password-needed', tookMs };
  if (end.value >= 200 && end.value < 300) return { kind: 'open', tookMs };
  return { kind: 'failed', tookMs, reason: `the proxy answered with HTTP ${end.value}` };
};

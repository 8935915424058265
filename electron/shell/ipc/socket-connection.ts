import type { Socket } from 'node:net';
import { longestLineCharacters, parseSocketRequest, type SocketAnswer } from '../../core/hold/app-socket';
import { createLineBuffer } from '../../core/text/line-buffer';

export interface ConnectionLimits {
  readonly mostConnections: number;
  /** Of one connection, under way at once. */
  readonly mostRequests: number;
  readonly longestLineCharacters: number;
  /** Of answers that the other end does not read. Nothing more is read from it before they are gone. */
  readonly mostUnreadBytes: number;
  /** So long a connection may be without a request: since its start, or since the last answer. */
  readonly idleMs: number;
}

export const defaultLimits: ConnectionLimits = {
  mostConnections: 16,
  mostRequests: 4,
  longestLineCharacters,
  mostUnreadBytes: 256 * 1024,
  idleMs: 10_000,
};

type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly reason: string };

const farewellMs = 1_000;

/** Says why a connection ends and ends it; what still comes is thrown away, because a reset would take the words with it. */
export const sayLast = (socket: Socket, code: string, reason: string): void => {
  const last: SocketAnswer = { id: null, ok: false, code, reason };
  const timer = setTimeout(() => socket.destroy(), farewellMs);
  socket.on('close', () => clearTimeout(timer));
  socket.end(`${JSON.stringify(last)}\n`);
  socket.resume();
};

/** Reads requests, a line each, and answers each when it is done. What is no request is told so, and ends the connection. */
export const serveConnection = (
  socket: Socket,
  limits: ConnectionLimits,
  answer: (verb: string, payload: unknown) => Promise<Answer>,
): void => {
  const lines = createLineBuffer(limits.longestLineCharacters);
  let underWay = 0;
  let isOver = false;
  let idle: NodeJS.Timeout | undefined;

  const say = (message: SocketAnswer): void => {
    if (!socket.writable) return;
    if (socket.write(`${JSON.stringify(message)}\n`)) return;
    // Who does not read is not listened to either; the kernel then keeps what he sends waiting on his side.
    socket.pause();
    if (socket.writableLength > limits.mostUnreadBytes) socket.destroy();
  };
  const end = (code: string, reason: string): void => {
    isOver = true;
    clearTimeout(idle);
    sayLast(socket, code, reason);
  };
  // Bytes that make no request do not count: who sends one at a time would stay for ever.
  const rest = (): void => {
    clearTimeout(idle);
    if (underWay === 0) idle = setTimeout(() => end('idle', 'Nothing was asked for.'), limits.idleMs);
  };

  /** @returns whether the connection goes on. */
  const take = (line: string): boolean => {
    const request = parseSocketRequest(line);
    if (!request.ok) {
      end(request.code, request.reason);
      return false;
    }
    const { id, verb, payload } = request.value;
    if (underWay >= limits.mostRequests) {
      say({ id, ok: false, code: 'busy', reason: 'Wait for the answers to the requests before.' });
      return true;
    }
    underWay += 1;
    clearTimeout(idle);
    void answer(verb, payload).then((answered) => {
      underWay -= 1;
      say({ id, ...answered });
      if (!isOver && !socket.destroyed) rest();
    });
    return true;
  };

  rest();
  socket.setEncoding('utf8');
  socket.on('data', (text: string) => {
    if (isOver) return;
    const pushed = lines.push(text);
    if (!pushed.ok) return end(pushed.code, pushed.reason);
    for (const line of pushed.value) if (socket.destroyed || !take(line)) return;
  });
  socket.on('drain', () => {
    if (!isOver) socket.resume();
  });
  socket.on('close', () => clearTimeout(idle));
};

import { connect, type Socket } from 'node:net';
import type { SocketAnswer } from '../../electron/core/hold/app-socket';

export interface SocketClient {
  readonly socket: Socket;
  /** Sends it as it is. */
  write(bytes: string | Uint8Array): void;
  /** The next line that comes; null where the connection ends before one does. */
  answer(): Promise<SocketAnswer | null>;
  /** Resolves when the other side has ended the connection. */
  readonly closed: Promise<void>;
}

/** A program at the other end that does what it likes. */
export const connectTo = async (path: string): Promise<SocketClient> => {
  const socket = connect(path);
  const lines: string[] = [];
  const waiting: ((line: string | null) => void)[] = [];
  let text = '';
  let isClosed = false;
  socket.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    const parts = text.split('\n');
    text = parts.pop() ?? '';
    for (const line of parts) {
      const next = waiting.shift();
      if (next) next(line);
      else lines.push(line);
    }
  });
  const closed = new Promise<void>((resolve) =>
    socket.on('close', () => {
      isClosed = true;
      for (const next of waiting) next(null);
      resolve();
    }),
  );
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  const nextLine = (): Promise<string | null> => {
    const line = lines.shift();
    if (line !== undefined) return Promise.resolve(line);
    return isClosed ? Promise.resolve(null) : new Promise((resolve) => waiting.push(resolve));
  };
  return {
    socket,
    closed,
    write: (bytes) => socket.write(bytes),
    answer: async () => {
      const line = await nextLine();
      return line === null ? null : (JSON.parse(line) as SocketAnswer);
    },
  };
};

export const request = (verb: string, payload?: unknown, id = 1): string =>
  `${JSON.stringify({ id, verb, payload })}\n`;

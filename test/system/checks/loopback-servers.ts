import { type ChildProcess, spawn } from 'node:child_process';
import { createServer as createHttp, type RequestListener } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import type { ServerCertificate } from './made-certificates';

export interface LoopbackServer {
  readonly port: number;
  close(): Promise<void>;
}

const listening = async (server: Server): Promise<LoopbackServer> => {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.once('close', () => sockets.delete(socket));
    socket.once('end', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
};

export const startHttps = (certificate: ServerCertificate, answer: RequestListener): Promise<LoopbackServer> => {
  const server = createHttps({ ...certificate }, answer);
  server.on('tlsClientError', () => {});
  return listening(server);
};

/** Takes connections and does with them what `handle` does; by default nothing. */
export const startPlain = (handle: (socket: Socket) => void = (socket) => socket.resume()): Promise<LoopbackServer> =>
  listening(createServer(handle));

/** A proxy that answers CONNECT with this status, and leads to a port of this machine where that is 200. */
export const startProxy = (status: number, to?: LoopbackServer): Promise<LoopbackServer> => {
  const server = createHttp();
  server.on('connect', (_request, client: Socket) => {
    client.on('error', () => {});
    client.write(`HTTP/1.1 ${status} Answer\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n`);
    // A proxy that says no may well keep the connection.
    if (status !== 200 || !to) {
      client.resume();
      return;
    }
    const upstream = connect(to.port, '127.0.0.1', () => upstream.pipe(client).pipe(upstream));
    upstream.on('error', () => {});
    upstream.once('close', () => client.resume());
    client.once('close', () => upstream.destroy());
  });
  return listening(server);
};

/** A port of this machine that nobody listens on. */
export const closedPort = async (): Promise<number> => {
  const server = await startPlain();
  await server.close();
  return server.port;
};

const holeScript = `
  const server = require('node:net').createServer();
  server.listen({ port: 0, host: '127.0.0.1', backlog: 1 }, () =>
    process.stdout.write(server.address().port + '\\n', () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)),
  );
`;

/**
 * A port that swallows connections: its process listens and never accepts, and the queue in front of it is full, so that
 * the kernel drops what else comes. It needs no root.
 */
export const startBlackHole = async (): Promise<LoopbackServer> => {
  const child = spawn(process.execPath, ['-e', holeScript], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = Number(
    await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data)))),
  );
  const queued: Socket[] = [];
  for (let isTaken = true; isTaken && queued.length < 20; ) {
    const socket = connect(port, '127.0.0.1');
    queued.push(socket);
    isTaken = await new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true));
      socket.on('error', () => {});
      setTimeout(() => resolve(false), 200);
    });
  }
  return { port, close: () => ended(child, queued) };
};

const ended = (child: ChildProcess, queued: readonly Socket[]): Promise<void> =>
  new Promise((resolve) => {
    for (const socket of queued) socket.destroy();
    child.once('close', () => resolve());
    child.kill('SIGKILL');
  });

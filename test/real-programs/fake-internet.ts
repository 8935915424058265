import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { TLSSocket } from 'node:tls';
import { makeShortFolder } from '../simulator/short-folder';

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: unknown;
}

/** Answers by method and address without its query, like `POST https://example.com/token`. */
export type FakeSites = Readonly<Record<string, (body: string, address: URL) => FakeAnswer>>;

export interface FakeInternet {
  readonly socketPath: string;
  /** The certificate that programs have to trust. */
  readonly authorityPath: string;
  /** What was asked for and is nowhere. */
  readonly unanswered: readonly string[];
  close(): Promise<void>;
}

/** A proxy on a Unix socket behind which there are these sites and no others. HTTPS ends here. */
export const createFakeInternet = async (sites: FakeSites): Promise<FakeInternet> => {
  const folder = makeShortFolder('latchkey-internet-');
  const [socketPath, keyPath, authorityPath] = ['socket', 'key.pem', 'authority.pem'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const names = namesOf(sites);
  makeAuthority(keyPath, authorityPath, names);
  const secureContext = { key: readFileSync(keyPath), cert: readFileSync(authorityPath) };
  const unanswered: string[] = [];
  const server = createServer((request, response) => {
    void answer(sites, request, response, unanswered);
  });
  const open = new Set<Duplex>();
  const isOpen = (socket: Duplex) => {
    open.add(socket.on('error', () => socket.destroy()).once('close', () => open.delete(socket)));
  };
  server.on('connection', isOpen);
  server.on('connect', (request, socket: Duplex) => {
    isOpen(socket);
    if (!names.includes((request.url ?? '').split(':')[0] ?? '')) {
      unanswered.push(`CONNECT ${request.url}`);
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    socket.write('HTTP/1.1 200 OK\r\n\r\n');
    // The types want a net.Socket; what a server of Unix sockets hands out is one.
    server.emit('connection', new TLSSocket(socket as TLSSocket, { isServer: true, ...secureContext }));
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    socketPath,
    authorityPath,
    unanswered,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const namesOf = (sites: FakeSites): readonly string[] => [
  ...new Set(Object.keys(sites).map((site) => new URL(site.split(' ')[1] ?? '').hostname)),
];

/** A certificate for all of the sites, that vouches for itself. */
const makeAuthority = (keyPath: string, certificatePath: string, names: readonly string[]): void => {
  const subjects = ['localhost', ...names].map((name) => `DNS:${name}`).join(',');
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names_ = ['-subj', '/CN=Latchkey tests', '-addext', `subjectAltName=${subjects}`];
  execFileSync('openssl', ['req', ...kind, ...names_, '-keyout', keyPath, '-out', certificatePath], {
    stdio: 'ignore',
  });
};

const answer = async (
  sites: FakeSites,
  request: IncomingMessage,
  response: ServerResponse,
  unanswered: string[],
): Promise<void> => {
  const scheme = request.socket instanceof TLSSocket ? 'https' : 'http';
  const address = new URL(request.url ?? '/', `${scheme}://${request.headers.host}`);
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const site = `${request.method} ${address.origin}${address.pathname}`;
  const found = sites[site];
  if (!found) unanswered.push(site);
  const {
    status = 200,
    headers = {},
    body = {},
  } = found?.(Buffer.concat(parts).toString('utf8'), address) ?? { status: 404 };
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
};

import { createReadStream, existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';

const builtRenderer = join(import.meta.dirname, '../../../dist/renderer');
const typeOf: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The policy that the app serves the page under; the page's own meta element says the same. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export interface RendererServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the built renderer on loopback, with the app's own security headers. */
export const serveRenderer = async (): Promise<RendererServer> => {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(builtRenderer, path === '/' ? 'index.html' : path);
    // A browser asks for this by itself; Electron does not.
    if (path === '/favicon.ico') return response.writeHead(204).end();
    if (!file.startsWith(builtRenderer) || !existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': typeOf[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': contentSecurityPolicy,
    });
    return createReadStream(file).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => closed(server) };
};

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });

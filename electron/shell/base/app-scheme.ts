import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Protocol } from 'electron';

/**
 * Everything is forbidden, then the popover's own files are allowed. `connect-src 'none'`: the popover speaks to nobody
 * but the main process. No inline script, no inline style, no `eval`. Sent as a header; the page repeats it in a meta
 * element, which cannot carry `frame-ancestors`.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

const scheme = 'app';

/** The origin of the popover's page, and of nothing else. */
export const appOrigin = `${scheme}://latchkey`;

/**
 * Before `ready`. `standard` gives the pages an origin and relative addresses, `secure` makes it a trustworthy one.
 * No `bypassCSP`, no `corsEnabled`, no `supportFetchAPI`: nothing here needs them.
 */
export const registerAppScheme = (protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void => {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, codeCache: true } }]);
};

/** @param folder where the built popover lies; nothing outside of it is ever read. */
export const serveAppScheme = (protocol: Pick<Protocol, 'handle'>, folder: string): void => {
  protocol.handle(scheme, (request) => answerFromFolder(folder, request));
};

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** 404 for whatever is not a known kind of file inside the folder, links out of it included. */
export const answerFromFolder = async (
  folder: string,
  request: { readonly url: string; readonly method: string },
): Promise<Response> => {
  const path = request.method === 'GET' ? pathInside(request.url) : null;
  const contentType = path === null ? undefined : contentTypes[extname(path)];
  if (path === null || contentType === undefined) return notFound();
  try {
    const [root, file] = await Promise.all([realpath(folder), realpath(join(folder, path))]);
    if (!file.startsWith(root + sep)) return notFound();
    return new Response(await readFile(file), { headers: { ...headers, 'content-type': contentType } });
  } catch {
    return notFound();
  }
};

const headers = {
  'content-security-policy': contentSecurityPolicy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

const notFound = (): Response => new Response('Not found', { status: 404, headers });

/** The path of a URL of ours; null for another host and for what does not decode to a plain path. */
const pathInside = (url: string): string | null => {
  try {
    const { protocol, host, pathname } = new URL(url);
    const path = decodeURIComponent(pathname);
    const isPlain = !path.includes('\0') && !path.includes('\\') && !path.split('/').includes('..');
    return `${protocol}//${host}` === appOrigin && isPlain ? path : null;
  } catch {
    return null;
  }
};

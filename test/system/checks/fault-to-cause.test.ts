import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { diagnose } from '../../../electron/core/diagnosis/engine';
import { createHostsCheck } from '../../../electron/system/checks/hosts-check';
import { runChecks } from '../../../electron/system/checks/run-checks';
import { someHost } from '../some-host';
import { type LoopbackNetwork, openLoopbackNetwork } from './loopback-network';
import { closedPort, startBlackHole, startHttps, startProxy } from './loopback-servers';
import { type MadeCertificates, makeCertificates } from './made-certificates';

/** The three hosts of Claude Code. */
const names = ['api.anthropic.com', 'claude.ai', 'platform.claude.com'] as const;

let certificates: MadeCertificates;
let network: LoopbackNetwork;
beforeAll(() => {
  certificates = makeCertificates(...names);
});
beforeEach(async () => {
  network = await openLoopbackNetwork([certificates.authority]);
});
afterEach(() => network.close());

/** What is said in the end, after real connections to servers of this machine. */
const firstCause = async (environment: Record<string, string> = {}) => {
  const host = someHost({ root: '/nonexistent', environment });
  const check = createHostsCheck(host, network.door, 'claude-code');
  const [result] = await runChecks([check], { signal: new AbortController().signal });
  expect(result?.tookMs).toBeLessThan(15_000);
  return diagnose({ tool: 'claude-code', ...result?.facts }).causes[0]?.id;
};

const all = (use: (name: string) => void) => names.forEach(use);
const leadAll = (port: number) => all((name) => network.lead(name, port));
const serve = async (answer: RequestListener, certificate = certificates.good) =>
  leadAll((await network.with(startHttps(certificate, answer))).port);
const ok: RequestListener = (_request, response) => response.end('fine');
const status =
  (code: number, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    response.writeHead(code, headers).end();

describe('a fault of the network is named as what it is:', () => {
  it.each<[string, string, () => Promise<unknown>]>([
    ['names that hang', 'names-hang', async () => all((name) => network.names.set(name, 'hangs'))],
    ['names that are not known', 'name-not-found', async () => all((name) => network.names.set(name, 'nxdomain'))],
    [
      'names that lead to a private address',
      'private-answer',
      async () => {
        await serve(ok);
        network.names.set('claude.ai', { a: '10.0.0.9' });
      },
    ],
    ['a connection that is refused', 'connection-refused', async () => leadAll(await closedPort())],
    [
      'a connection that is swallowed',
      'connection-swallowed',
      async () => leadAll((await network.with(startBlackHole())).port),
    ],
    ['an issuer that nobody knows', 'connection-intercepted', () => serve(ok, certificates.unknownIssuer)],
    ['a certificate that has ended', 'certificate-expired', () => serve(ok, certificates.expired)],
    ['a certificate of another name', 'network-login-page', () => serve(ok, certificates.wrongName)],
    ['HTTP 500', 'service-error', () => serve(status(500))],
    ['HTTP 503', 'service-error', () => serve(status(503))],
    ['HTTP 429 with Retry-After', 'service-overloaded', () => serve(status(429, { 'retry-after': '30' }))],
    [
      'JSON that is cut short',
      'connection-cut',
      () => serve((_request, response) => response.setHeader('content-type', 'application/json').end('{"a":')),
    ],
  ])('%s', async (_fault, cause, prepare) => {
    await prepare();
    expect(await firstCause()).toBe(cause);
  });

  it('a proxy that needs a password', async () => {
    const { port } = await network.with(startProxy(407));
    expect(await firstCause({ HTTPS_PROXY: `http://127.0.0.1:${port}` })).toBe('proxy-password-needed');
  });

  it('a proxy that is not there', async () => {
    expect(await firstCause({ HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}` })).toBe('proxy-not-reachable');
  });

  it('none, where all is well', async () => {
    await serve(status(404));
    expect(await firstCause()).toBe('unexplained');
  });
});

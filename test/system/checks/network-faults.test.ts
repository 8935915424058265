import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { HostFacts } from '../../../electron/core/diagnosis/host-facts';
import { lookAtHost } from '../../../electron/system/checks/network/look-at-host';
import type { ProxySetting } from '../../../electron/system/checks/network/proxy-setting';
import { activeResources, type LoopbackNetwork, leftBehind, openLoopbackNetwork } from './loopback-network';
import { closedPort, startBlackHole, startHttps, startPlain, startProxy } from './loopback-servers';
import { type MadeCertificates, makeCertificates } from './made-certificates';

const host = { host: 'api.example.com', role: 'api', tools: ['claude-code'], path: '/' } as const;
const limits = { stepMs: 800, answerMs: 1_000 } as const;
/** So long that only being called off can end it. */
const patient = { stepMs: 15_000, answerMs: 15_000 } as const;
const none = { kind: 'none' } as const;

let certificates: MadeCertificates;
let network: LoopbackNetwork;

beforeAll(() => {
  certificates = makeCertificates(host.host);
});
beforeEach(async () => {
  network = await openLoopbackNetwork([certificates.authority]);
});
afterEach(() => network.close());

/** Looks, and proves of every look that it keeps its bound and leaves nothing behind. */
const look = async (
  proxy: ProxySetting = none,
  signal = new AbortController().signal,
  bounds: { readonly stepMs: number; readonly answerMs: number } = limits,
) => {
  const before = activeResources();
  const startedMs = performance.now();
  const found = await lookAtHost({ door: network.door, hostsFile: new Map(), limits: bounds }, proxy, host, signal);
  expect(performance.now() - startedMs).toBeLessThan(4 * limits.stepMs + limits.answerMs);
  expect(await leftBehind(before)).toEqual([]);
  return found;
};

const steps = ({ dns, tcp, tls, http }: HostFacts) => ({
  dns: dns.kind,
  tcp: tcp.kind,
  tls: tls.kind,
  http: http.kind,
});

const ok: RequestListener = (_request, response) => response.end('fine');
const serve = async (answer: RequestListener = ok, certificate = certificates.good) => {
  const server = await network.with(startHttps(certificate, answer));
  network.lead(host.host, server.port);
  return server;
};

describe('a name', () => {
  const rest = { tcp: 'not-measured', tls: 'not-measured', http: 'not-measured' };

  it('whose server does not answer hangs', async () => {
    network.names.set(host.host, 'hangs');
    const { facts } = await look();
    expect(steps(facts)).toEqual({ dns: 'hangs', ...rest });
    expect(network.wentTo).toEqual([]);
  });

  it('that the server does not know is not found', async () => {
    network.names.set(host.host, 'nxdomain');
    expect(steps((await look()).facts)).toEqual({ dns: 'nxdomain', ...rest });
  });

  it('that the server fails at is no name that is not there', async () => {
    network.names.set(host.host, 'server-failure');
    const { facts } = await look();
    expect(facts.dns).toMatchObject({ kind: 'failed', reason: 'the name server failed' });
  });

  it.each(['10.1.2.3', '172.20.0.1', '192.168.178.1', '127.0.0.1', '100.100.1.1', '198.18.0.7', '0.0.0.0'])(
    'that leads to %s leads to a private address, which is tried all the same',
    async (address) => {
      network.names.set(host.host, { a: address });
      const { facts } = await look();
      expect(facts.dns.kind).toBe('private-address');
      expect(network.wentTo).toEqual([`${address}:443`]);
    },
  );

  it('that has an address of the newer kind only is found too', async () => {
    network.names.set(host.host, { aaaa: '2001:db8::7' });
    expect((await look()).facts.dns.kind).toBe('ok');
    network.names.set(host.host, { aaaa: 'fd00::7' });
    expect((await look()).facts.dns.kind).toBe('private-address');
  });
});

describe('a connection', () => {
  const rest = { tls: 'not-measured', http: 'not-measured' };

  it('to a closed port is refused', async () => {
    network.lead(host.host, await closedPort());
    expect(steps((await look()).facts)).toEqual({ dns: 'ok', tcp: 'refused', ...rest });
  });

  it('into a black hole runs out of time', async () => {
    const { port } = await network.with(startBlackHole());
    network.lead(host.host, port);
    const { facts } = await look();
    expect(steps(facts)).toEqual({ dns: 'ok', tcp: 'timed-out', ...rest });
  });
});

describe('a certificate', () => {
  it('that is good is found to be so, and the page is asked for with nothing but the request', async () => {
    const headers: unknown[] = [];
    await serve((request, response) => {
      headers.push({ method: request.method, url: request.url, ...request.headers });
      response.end('fine');
    });
    const { facts } = await look();
    expect(steps(facts)).toEqual({ dns: 'ok', tcp: 'ok', tls: 'ok', http: 'answered' });
    expect(headers).toEqual([{ method: 'GET', url: '/', host: host.host, accept: '*/*', connection: 'close' }]);
  });

  it.each([
    ['of an unknown issuer names it', 'unknownIssuer', { kind: 'unknown-issuer', issuer: 'Example Corp Inspection' }],
    ['that has ended', 'expired', { kind: 'expired' }],
    ['that is not yet valid', 'notYetValid', { kind: 'not-yet-valid' }],
    ['of another name', 'wrongName', { kind: 'wrong-name' }],
  ] as const)('%s', async (_what, which, tls) => {
    await serve(ok, certificates[which]);
    const { facts } = await look();
    expect(facts.tls).toMatchObject(tls);
    expect(facts.http).toEqual({ kind: 'not-measured', reason: 'the connection is not secure' });
  });

  it('is not asked for a page where it is not good, but for the date where it may be the clock', async () => {
    const asked: string[] = [];
    const count: RequestListener = (request, response) => {
      asked.push(request.url ?? '');
      response.end();
    };
    await serve(count, certificates.unknownIssuer);
    expect((await look()).answer).toBeNull();
    expect(asked).toEqual([]);
    await serve(count, certificates.expired);
    expect((await look()).answer?.date).toEqual(expect.any(Number));
  });

  it.each([
    ['is cut off', () => startPlain((socket) => socket.destroy()), 'the connection was cut off'],
    ['is no TLS', () => startPlain((socket) => socket.resume().end('HTTP/1.1 400 Bad Request\r\n\r\n')), /./],
    ['does not come', () => startPlain(), 'there was no answer'],
  ] as const)('that %s fails with a reason', async (_what, start, reason) => {
    const { port } = await network.with(start());
    network.lead(host.host, port);
    expect((await look()).facts.tls).toMatchObject({ kind: 'failed', reason: expect.stringMatching(reason) });
  });
});

describe('an answer', () => {
  it.each([500, 503, 529, 401, 403])('of HTTP %d is told as that', async (status) => {
    await serve((_request, response) => response.writeHead(status).end());
    expect((await look()).facts.http).toMatchObject({ kind: 'answered', status, body: 'whole' });
  });

  it.each([
    ['120', 120],
    ['Thu, 10 Sep 2026 12:01:30 GMT', 90],
  ])('of HTTP 429 tells how long to wait: %s', async (text, retryAfterSeconds) => {
    await serve((_request, response) =>
      response.writeHead(429, { 'retry-after': text, date: 'Thu, 10 Sep 2026 12:00:00 GMT' }).end(),
    );
    expect((await look()).facts.http).toMatchObject({ kind: 'answered', status: 429, retryAfterSeconds });
  });

  it.each<[string, RequestListener]>([
    [
      'whose JSON ends in the middle',
      (_request, response) => response.setHeader('content-type', 'application/json').end('{"a": [1,'),
    ],
    [
      'that is shorter than it says',
      (_request, response) => {
        response.writeHead(200, { 'content-length': 1000 }).write('half');
        setTimeout(() => response.destroy(), 20);
      },
    ],
  ])('%s is truncated', async (_what, answer) => {
    await serve(answer);
    expect((await look()).facts.http).toMatchObject({ kind: 'answered', status: 200, body: 'truncated' });
  });

  it('without end is not read to its end', async () => {
    await serve((_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(16_384)));
      };
      response.on('drain', more);
      more();
    });
    expect((await look()).facts.http).toMatchObject({ kind: 'answered', body: 'not-looked-at' });
  });

  it('that does not come runs out of time', async () => {
    await serve(() => {});
    expect((await look()).facts.http.kind).toBe('timed-out');
  });

  it('that sends elsewhere is not followed', async () => {
    await serve((_request, response) => response.writeHead(302, { location: 'https://other.example.com/' }).end());
    expect((await look()).facts.http).toMatchObject({ status: 302 });
    expect(network.nameServer.asked).toEqual([host.host]);
  });
});

describe('a proxy', () => {
  const proxyAt = (port: number): ProxySetting => ({ kind: 'proxy', variable: 'HTTPS_PROXY', host: '127.0.0.1', port });

  it('that needs a password is named as that, and no name is asked for', async () => {
    const { port } = await network.with(startProxy(407));
    const { facts, proxy } = await look(proxyAt(port));
    expect(proxy).toBe('password-needed');
    expect(facts.http.kind).toBe('proxy-password-needed');
    expect(network.nameServer.asked).toEqual([]);
  });

  it('that leads on is gone through, and the host behind it is looked at', async () => {
    const { port } = await network.with(startProxy(200, await serve()));
    const { facts, proxy } = await look(proxyAt(port));
    expect(proxy).toBe('works');
    expect(steps(facts)).toEqual({ dns: 'not-measured', tcp: 'not-measured', tls: 'ok', http: 'answered' });
  });

  it('that is not there is not reachable', async () => {
    expect((await look(proxyAt(await closedPort()))).proxy).toBe('not-reachable');
  });

  it('that says no to this host is there', async () => {
    const { port } = await network.with(startProxy(403));
    const { facts, proxy } = await look(proxyAt(port));
    expect(proxy).toBe('works');
    expect(facts.http).toMatchObject({ kind: 'failed', reason: 'the proxy answered with HTTP 403' });
  });

  it('whose address has a password in it is not asked', async () => {
    const { facts, proxy } = await look({
      kind: 'not-usable',
      variable: 'HTTPS_PROXY',
      reason: 'it carries a password',
    });
    expect(proxy).toBe('not-tried');
    expect(steps(facts).tls).toBe('not-measured');
    expect(network.wentTo).toEqual([]);
  });
});

describe('a look that is called off', () => {
  it.each<[string, () => Promise<void>]>([
    ['while a name is asked for', async () => void network.names.set(host.host, 'hangs')],
    ['while it connects', async () => network.lead(host.host, (await network.with(startBlackHole())).port)],
    ['while the connection is secured', async () => network.lead(host.host, (await network.with(startPlain())).port)],
    ['while it waits for the answer', async () => void (await serve(() => {}))],
  ])('ends at once and leaves nothing behind: %s', async (_when, prepare) => {
    await prepare();
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    expect((await look(none, controller.signal, patient)).answer).toBeNull();
  });
});

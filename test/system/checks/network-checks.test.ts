import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { CheckResult } from '../../../electron/core/diagnosis/check-result';
import { failure, success } from '../../../electron/core/outcome';
import type { Check } from '../../../electron/system/checks/check';
import { createClockCheck } from '../../../electron/system/checks/clock-check';
import { createHostsCheck } from '../../../electron/system/checks/hosts-check';
import {
  newestVersion,
  npmRegistryHost,
  publicHosts,
  releasesHost,
  statusPageFor,
} from '../../../electron/system/checks/network/public-hosts';
import { askForNewestRelease } from '../../../electron/system/checks/newest-release';
import { createNewestVersionCheck } from '../../../electron/system/checks/newest-version-check';
import { runChecks } from '../../../electron/system/checks/run-checks';
import { createServiceStatusCheck, parseStatusPage } from '../../../electron/system/checks/service-status-check';
import type { MacHost } from '../../../electron/system/mac/host';
import { macWithDoors, twoKeychains } from '../simulated-doors';
import { someHost } from '../some-host';
import { activeResources, type LoopbackNetwork, leftBehind, openLoopbackNetwork } from './loopback-network';
import { startBlackHole, startHttps, startProxy } from './loopback-servers';
import { type MadeCertificates, makeCertificates } from './made-certificates';

const apiHost = 'api.anthropic.com';
const serverNow = Date.parse('2026-09-10T12:00:00Z');

let certificates: MadeCertificates;
let network: LoopbackNetwork;

beforeAll(() => {
  certificates = makeCertificates(
    apiHost,
    'claude.ai',
    'platform.claude.com',
    'status.claude.com',
    npmRegistryHost,
    releasesHost,
  );
});
beforeEach(async () => {
  network = await openLoopbackNetwork([certificates.authority]);
});
afterEach(() => network.close());

const lead = async (answer: RequestListener, ...names: readonly string[]) => {
  const { port } = await network.with(startHttps(certificates.good, answer));
  for (const name of names) network.lead(name, port);
};

const run = async (...checks: readonly Check[]): Promise<readonly CheckResult[]> => {
  const before = activeResources();
  const startedMs = performance.now();
  const results = await runChecks(checks, { signal: new AbortController().signal });
  expect(performance.now() - startedMs).toBeLessThan(15_000);
  expect(await leftBehind(before)).toEqual([]);
  return results;
};

/** Its own name file and tools, which are not there. */
const host = (changes: Partial<MacHost> = {}): MacHost =>
  someHost({ root: '/nonexistent', now: () => serverNow, ...changes });
const ok: RequestListener = (_request, response) => response.end('fine');
const json =
  (text: string, status = 200): RequestListener =>
  (_request, response) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(text);

describe('the hosts', () => {
  it('are named beforehand, and no others are asked for', async () => {
    await lead(ok, apiHost, 'claude.ai', 'platform.claude.com');
    const check = createHostsCheck(host(), network.door, 'claude-code');
    expect(check.hosts).toEqual([apiHost, 'claude.ai', 'platform.claude.com']);
    const [result] = await run(check);
    expect(result).toMatchObject({ result: 'fine', lookedAt: check.hosts.join(', ') });
    expect([...new Set(network.nameServer.asked)].sort()).toEqual([...check.hosts].sort());
  });

  it('that are well are told with the time that each step took, of the slowest', async () => {
    await lead(ok, apiHost, 'platform.claude.com');
    await lead((_request, response) => void setTimeout(() => response.end('slow'), 60), 'claude.ai');
    const [result] = await run(createHostsCheck(host(), network.door, 'claude-code'));
    expect(result?.sentence).toMatch(
      /; the slowest is claude\.ai with \d+ ms \(name \d+, connection \d+, certificate \d+, answer \d+\)\.$/,
    );
  });

  it('that are all out of reach in one way or another are told one by one, within the bound of all', async () => {
    network.names.set(apiHost, 'hangs');
    const { port } = await network.with(startBlackHole());
    network.lead('claude.ai', port);
    await lead((_request, response) => response.writeHead(503).end(), 'platform.claude.com');
    const [result] = await run(createHostsCheck(host(), network.door, 'claude-code'));
    expect(result?.result).toBe('problem');
    expect(result?.sentence).toMatch(
      /^api\.anthropic\.com is not resolved: .*; claude\.ai does not answer in \d+ ms; platform\.claude\.com answers with HTTP 503\.$/,
    );
    const hosts = result?.facts.hosts;
    expect(hosts?.kind === 'known' && hosts.value.map(({ dns, tcp, http }) => [dns.kind, tcp.kind, http.kind])).toEqual(
      [
        ['hangs', 'not-measured', 'not-measured'],
        ['ok', 'timed-out', 'not-measured'],
        ['ok', 'ok', 'answered'],
      ],
    );
  });

  it('behind a proxy that needs a password say so, and the proxy is named beforehand', async () => {
    const { port } = await network.with(startProxy(407));
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${port}` };
    const check = createHostsCheck(host({ environment }), network.door, 'claude-code');
    expect(check.hosts[0]).toBe(`127.0.0.1:${port} (proxy)`);
    const [result] = await run(check);
    expect(result?.sentence).toContain('is behind a proxy that asks for a password');
    expect(result?.facts.proxy).toMatchObject({ value: { variables: ['HTTPS_PROXY'], answer: 'password-needed' } });
    expect(network.nameServer.asked).toEqual([]);
  });

  it('are not asked through a proxy whose address has a password in it, which is nowhere told', async () => {
    const environment = { HTTPS_PROXY: 'http://alice:CANARY-secret@proxy.example.com:3128' };
    const check = createHostsCheck(host({ environment }), network.door, 'claude-code');
    const [result] = await run(check);
    expect(result?.result).toBe('not-possible');
    expect(JSON.stringify([result, check.hosts])).not.toMatch(/CANARY|alice/);
    expect([network.wentTo, network.nameServer.asked]).toEqual([[], []]);
  });

  it('of a tool that nobody knows the hosts of are none', async () => {
    expect((await run(createHostsCheck(host(), network.door, 'aws-vault')))[0]?.result).toBe('not-possible');
  });

  it('that this Mac’s own file of names leads elsewhere are found to be led there', async () => {
    const at = await macWithDoors({
      ...twoKeychains,
      files: { '/etc/hosts': '# ads\n10.0.0.9\tapi.anthropic.com x # y\n' },
    });
    const [result] = await run(createHostsCheck({ ...at.host(), environment: {} }, network.door, 'claude-code'));
    const hosts = result?.facts.hosts;
    expect(hosts?.kind === 'known' && hosts.value.map(({ dns }) => dns.kind)).toEqual([
      'private-address',
      'nxdomain',
      'nxdomain',
    ]);
    expect(network.wentTo).toEqual(['10.0.0.9:443']);
  });

  it('are all named in the documentation, the registry by its name', () => {
    const page = readFileSync('docs/diagnosis-checks.md', 'utf8');
    const tools = [...new Set(publicHosts.flatMap((one) => one.tools))];
    const named = publicHosts.filter(({ role }) => role !== 'registry').map((one) => one.host);
    const pages = tools.flatMap((tool) => statusPageFor(tool)?.host ?? []);
    expect([...named, ...pages].filter((name) => !page.includes(name))).toEqual([]);
    expect(page).not.toContain(newestVersion.host);
  });

  it('are each in the table once, with a page and a tool', () => {
    expect(new Set(publicHosts.map((one) => one.host)).size).toBe(publicHosts.length);
    expect(publicHosts.filter(({ path, tools }) => !path.startsWith('/') || tools.length === 0)).toEqual([]);
  });
});

describe('the clock', () => {
  const dated: RequestListener = (_request, response) =>
    response.writeHead(404, { date: new Date(serverNow).toUTCString() }).end();

  it.each([
    [30_000, 'fine', 30],
    [600_000, 'problem', 600],
    [-86_400_000, 'problem', -86_400],
  ])('that is %d ms off is measured', async (offMs, result, seconds) => {
    await lead(dated, apiHost);
    const [found] = await run(createClockCheck(host({ now: () => serverNow + offMs }), network.door));
    expect(found).toMatchObject({ result, facts: { clockSkewSeconds: { kind: 'known', value: seconds } } });
  });

  it('is measured also where the certificate seems to have ended', async () => {
    const { port } = await network.with(startHttps(certificates.expired, dated));
    network.lead(apiHost, port);
    const [found] = await run(createClockCheck(host(), network.door));
    expect(found).toMatchObject({ result: 'fine' });
  });

  it('is not known where nobody tells the date', async () => {
    network.names.set(apiHost, 'nxdomain');
    const [found] = await run(createClockCheck(host(), network.door));
    expect(found).toMatchObject({ result: 'not-possible', facts: { clockSkewSeconds: { kind: 'not-measured' } } });
  });
});

describe('the status page', () => {
  const page = (indicator: string) =>
    JSON.stringify({ page: { id: 'x', name: 'Claude' }, status: { indicator, description: 'Some words\u001b[31m' } });

  it.each([
    ['none', 'operational', 'fine'],
    ['minor', 'degraded', 'problem'],
    ['maintenance', 'degraded', 'problem'],
    ['major', 'outage', 'problem'],
    ['critical', 'outage', 'problem'],
  ])('that says %s means %s', async (indicator, state, result) => {
    await lead(json(page(indicator)), 'status.claude.com');
    const [found] = await run(createServiceStatusCheck(host(), network.door, null));
    const value = { state, description: 'Some words␛[31m' };
    expect(found).toMatchObject({ result, facts: { service: { kind: 'known', value } } });
  });

  it.each([
    ['is cut short', json(page('major').slice(0, 40)), 'sends an answer that ends in the middle'],
    ['fails', json(page('major'), 500), 'answers with HTTP 500'],
    ['has moved', json('{}', 301), 'answers with HTTP 301'],
    ['is another page', json('{"status":{"indicator":"purple"}}'), 'does not answer as a status page does'],
    ['is no JSON', ok, 'does not answer as a status page does'],
  ])('that %s tells nothing of the service', async (_what, answer, reason) => {
    await lead(answer, 'status.claude.com');
    const [found] = await run(createServiceStatusCheck(host(), network.door, 'claude-code'));
    expect(found).toMatchObject({ result: 'not-possible', sentence: `Not known: status.claude.com ${reason}.` });
  });

  it.each(['', 'null', '[]', '{"status":null}', '{"status":{"indicator":"none"}}', '{"__proto__":{"status":1}}'])(
    'is not read into %s',
    (text) => expect(parseStatusPage(text)).toBeNull(),
  );

  it('is asked of nobody for a tool whose service has none that is known', async () => {
    const check = createServiceStatusCheck(host(), network.door, 'aws');
    expect([check.hosts, (await run(check))[0]?.result]).toEqual([[], 'not-possible']);
  });
});

describe('the newest release of Latchkey', () => {
  const ask = () =>
    askForNewestRelease(host(), 'example/latchkey', new AbortController().signal, success(network.door));
  const redirecting =
    (location: string): RequestListener =>
    (request, response) =>
      response.writeHead(request.url === '/example/latchkey/releases/latest' ? 302 : 404, { location }).end();

  it('is named by the address that its page leads to', async () => {
    await lead(redirecting('https://github.com/example/latchkey/releases/tag/v1.2.3'), releasesHost);
    expect(await ask()).toEqual(success('1.2.3'));
  });

  it.each([
    ['another repository', 'https://github.com/example/else/releases/tag/v1.2.3'],
    ['another host', 'https://example.com/example/latchkey/releases/tag/v1.2.3'],
    ['something that is no version', 'https://github.com/example/latchkey/releases/tag/v1.2.3\u00a0now'],
    ['no release at all', 'https://github.com/example/latchkey/releases'],
  ])('is not known where it leads to %s', async (_what, location) => {
    await lead(redirecting(encodeURI(location)), releasesHost);
    expect(await ask()).toEqual(failure('not-answered', 'github.com names no release'));
  });

  it('is not known where nobody answers', async () => {
    expect(await ask()).toMatchObject({ ok: false, code: 'not-answered' });
  });
});

describe('the newest version', () => {
  const host0 = npmRegistryHost;

  it('is the one of the tag, asked for without naming anybody', async () => {
    const asked: unknown[] = [];
    await lead((request, response) => {
      asked.push(request.url);
      json('{"latest":"2.1.240","stable":"2.1.230"}')(request, response);
    }, host0);
    const [found] = await run(createNewestVersionCheck(host(), network.door));
    expect(found).toMatchObject({ result: 'fine', facts: { claudeNewest: { value: '2.1.240' } } });
    expect(asked).toEqual(['/-/package/@anthropic-ai%2Fclaude-code/dist-tags']);
  });

  it.each(['{"latest":"2.1"', '{"latest":7}', '{"latest":"<b>"}', '{}'])('is not known from %s', async (text) => {
    await lead(json(text), host0);
    const [found] = await run(createNewestVersionCheck(host(), network.door));
    expect(found).toMatchObject({ result: 'not-possible', facts: { claudeNewest: { kind: 'not-measured' } } });
  });
});

import { describe, expect, it } from 'vitest';
import { proxyFor, proxyVariables } from '../../../electron/system/checks/network/proxy-setting';
import { createProxyCheck } from '../../../electron/system/checks/proxy-check';
import { parseSystemProxy } from '../../../electron/system/checks/system-proxy';
import { macWithDoors, twoKeychains, waysToFail } from '../simulated-doors';

const never = () => new AbortController().signal;

describe('the proxy of the variables', () => {
  it.each([
    [{}, { kind: 'none' }],
    [{ HTTPS_PROXY: '' }, { kind: 'none' }],
    [{ HTTPS_PROXY: 'http://proxy.example:3128' }, { variable: 'HTTPS_PROXY', host: 'proxy.example', port: 3128 }],
    [{ https_proxy: 'proxy.example:3128' }, { variable: 'https_proxy', host: 'proxy.example', port: 3128 }],
    [
      { HTTP_PROXY: 'http://a', HTTPS_PROXY: 'http://b' },
      { variable: 'HTTPS_PROXY', host: 'b', port: 80 },
    ],
    [{ ALL_PROXY: 'http://[::1]:8080' }, { host: '::1', port: 8080 }],
    [{ HTTPS_PROXY: 'socks5://127.0.0.1:1080' }, { kind: 'not-usable', reason: 'it is of the kind socks5' }],
    [{ HTTPS_PROXY: 'http://alice:secret@proxy' }, { kind: 'not-usable' }],
    [{ HTTPS_PROXY: 'not an address' }, { kind: 'not-usable', reason: 'its value is no address' }],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'example.com' }, { kind: 'none' }],
    [{ HTTPS_PROXY: 'http://p', no_proxy: 'localhost, .example.com' }, { kind: 'none' }],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: '*' }, { kind: 'none' }],
    [{ HTTPS_PROXY: 'http://p', NO_PROXY: 'ample.com' }, { kind: 'proxy' }],
  ])('of %j for api.example.com is %j', (environment, setting) => {
    expect(proxyFor(environment, 'api.example.com')).toMatchObject(setting);
  });

  it('is told by the names of the variables, never by what they hold', () => {
    const environment = { HTTPS_PROXY: 'http://alice:CANARY@p', NO_PROXY: 'x', OTHER: 'y' };
    expect(proxyVariables(environment)).toEqual(['HTTPS_PROXY', 'NO_PROXY']);
  });
});

describe('the proxy of System Settings', () => {
  const check = async (changes: object) => {
    const at = await macWithDoors({ ...twoKeychains, ...changes });
    return createProxyCheck(at.host()).run(never());
  };

  it('is off on a Mac that has none', async () => {
    expect(await check({})).toMatchObject({
      result: 'fine',
      facts: { proxy: { value: { variables: [], system: 'off', answer: 'no-proxy' } } },
    });
  });

  it.each([
    { HTTPSEnable: 1, HTTPSProxy: 'proxy.example', HTTPSPort: 3128 },
    { ProxyAutoConfigEnable: 1, ProxyAutoConfigURLString: 'http://proxy.example/proxy.pac' },
    { SOCKSEnable: 1 },
  ])('is on with %j', async (systemProxy) => {
    expect((await check({ systemProxy })).facts.proxy).toMatchObject({ value: { system: 'on', answer: 'not-tried' } });
  });

  it('is off where a kind is named and not switched on', () => {
    expect(parseSystemProxy('<dictionary> {\n  HTTPEnable : 0\n  HTTPProxy : old.example\n}\n')).toBe(false);
  });

  it.each(waysToFail)('is unknown, with a reason, when the tool %s', async (_way, fault) => {
    const found = await check({ faults: [{ tool: 'scutil', ...fault }] });
    expect(found).toMatchObject({ result: 'not-possible', facts: { proxy: { value: { system: 'unknown' } } } });
  });

  it('is not waited for once the check is called off', async () => {
    const at = await macWithDoors({ ...twoKeychains, faults: [{ tool: 'scutil', hangMs: 20_000 }] });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 200);
    const startedMs = performance.now();
    expect((await createProxyCheck(at.host()).run(controller.signal)).result).toBe('not-possible');
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});

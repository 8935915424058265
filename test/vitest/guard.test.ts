import { execFile, spawn, spawnSync } from 'node:child_process';
import dgram from 'node:dgram';
import { lookup, Resolver } from 'node:dns/promises';
import { get } from 'node:http';
import { connect, createServer } from 'node:net';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { checkLibrary } from './refuse-keytar';
import { checkCommand } from './refuse-real-keychain';

const networkRefused = (address: string): RegExp => new RegExp(`reached for the network: ${address}`);

describe('what a test may not reach', () => {
  it('refuses fetch to another host and names the address', async () => {
    const refusal = await fetch('https://198.51.100.7/').catch((error: unknown) => error);
    expect(String((refusal as Error).cause ?? refusal)).toMatch(networkRefused('198.51.100.7:443'));
  });

  it('refuses http and plain sockets to another host', () => {
    expect(() => get('http://example.com/')).toThrow(networkRefused('example.com:80'));
    expect(() => connect(22, 'example.com')).toThrow(networkRefused('example.com:22'));
  });

  it('refuses to look a name up', async () => {
    await expect(async () => lookup('example.com')).rejects.toThrow(networkRefused('example.com'));
  });

  it('refuses a resolver whose servers are elsewhere, and lets one of this machine ask for any name', async () => {
    const resolver = new Resolver({ timeout: 200, tries: 1 });
    resolver.setServers(['198.51.100.7']);
    await expect(async () => resolver.resolve4('example.com')).rejects.toThrow(networkRefused('example.com'));
    resolver.setServers(['127.0.0.1:9']);
    await expect(async () => resolver.resolve4('example.com')).rejects.toMatchObject({ hostname: 'example.com' });
  });

  it('refuses datagrams to another host', () => {
    const socket = dgram.createSocket('udp4');
    expect(() => socket.send('hello', 53, '198.51.100.7')).toThrow(networkRefused('198.51.100.7'));
    socket.close();
  });

  it('lets loopback through', async () => {
    const server = createServer((socket) => socket.end('hello'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const heard = await new Promise<string>((resolve) =>
      connect(port, '127.0.0.1').on('data', (data) => resolve(String(data))),
    );
    server.close();
    expect(heard).toBe('hello');
  });

  it.each([
    ['spawn', () => spawn('/usr/bin/security', ['list-keychains'])],
    ['spawnSync', () => spawnSync('/usr/bin/security', ['list-keychains'])],
    ['a promised execFile', () => promisify(execFile)('/usr/bin/security', ['list-keychains'])],
    ['a shell line', () => spawn('/usr/bin/security list-keychains', { shell: true })],
    ['a shell', () => spawnSync('sh', ['-c', 'cd /; /usr/bin/security list-keychains'])],
  ])('refuses the real security through %s', async (_means, start) => {
    await expect(async () => start()).rejects.toThrow('reached for the real keychain');
  });

  it('refuses a bare name that PATH resolves to the real one or to nothing', () => {
    expect(() => checkCommand('security', [], '/nonexistent')).toThrow('real keychain');
  });

  it('does not let keytar’s native part load', async () => {
    await expect(import('keytar')).rejects.toThrow('Failed to load keytar');
    expect(() => process.dlopen({ exports: {} }, '/x/prebuilds/linux-x64/keytar.node')).toThrow('real keychain');
  });

  it.each([
    ['no bus is named', {}, 'linux'],
    ['none is named and none is there', { DBUS_SESSION_BUS_ADDRESS: '' }, 'linux'],
    ['another is named', { LATCHKEY_SIMULATED_KEYRING_BUS: 'a', DBUS_SESSION_BUS_ADDRESS: 'b' }, 'linux'],
    ['it is a Mac', { LATCHKEY_SIMULATED_KEYRING_BUS: 'a', DBUS_SESSION_BUS_ADDRESS: 'a' }, 'darwin'],
  ] as const)('refuses keytar where %s', (_why, environment, platform) => {
    expect(() => checkLibrary('/x/keytar.node', environment, platform)).toThrow('reached for the real keychain');
  });

  it('lets keytar through on the private bus of the test, and every other library anywhere', () => {
    const own = { LATCHKEY_SIMULATED_KEYRING_BUS: 'a', DBUS_SESSION_BUS_ADDRESS: 'a' };
    expect(() => checkLibrary('/x/keytar.node', own, 'linux')).not.toThrow();
    expect(() => checkLibrary('/x/koffi.node', {}, 'linux')).not.toThrow();
  });

  it('lets the simulated tool through', () => {
    expect(() => checkCommand('/tmp/mac/usr/bin/security', ['list-keychains'], '')).not.toThrow();
    expect(() => checkCommand('sh', ['-c', '/tmp/mac/usr/bin/security lock-keychain -a'], '')).not.toThrow();
  });
});

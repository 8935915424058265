import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNetworkDoor } from '../../../electron/system/checks/network/network-door';
import { someHost } from '../some-host';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-network-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const doorOf = (content?: string) => {
  const path = join(folder, 'network.json');
  if (content !== undefined) writeFileSync(path, content);
  const environment = { LATCHKEY_SIMULATED_NETWORK: path };
  return createNetworkDoor(someHost({ kind: 'simulated-macos', environment }));
};

describe('the way to the network', () => {
  it('of a Mac is its own, whatever the variable says', () => {
    const door = createNetworkDoor(someHost({ environment: { LATCHKEY_SIMULATED_NETWORK: '/x' } }));
    if (!door.ok) throw new Error(door.reason);
    expect(door.value).toMatchObject({ nameServers: null, authorities: null });
    expect(door.value.route('192.0.2.1', 443)).toEqual({ address: '192.0.2.1', port: 443 });
  });

  it('of the simulated Mac is none, unless it is described', () => {
    const without = createNetworkDoor(someHost({ kind: 'simulated-macos' }));
    expect(without).toMatchObject({ ok: false, code: 'no-network' });
    for (const content of [
      undefined,
      '',
      '{}',
      'null',
      '{"nameServers":["192.0.2.53"]}',
      '{"nameServers":"127.0.0.1:53"}',
    ]) {
      expect(doorOf(content)).toMatchObject({ ok: false, code: 'no-network' });
    }
  });

  it('of the simulated Mac never leads off this machine', () => {
    const routes = { '203.0.113.7:443': '127.0.0.1:5302', '203.0.113.8:443': '198.51.100.1:443', '203.0.113.9:443': 7 };
    const door = doorOf(
      JSON.stringify({ nameServers: ['127.0.0.1:5301', '192.0.2.53'], routes, authorities: ['PEM'] }),
    );
    if (!door.ok) throw new Error(door.reason);
    expect(door.value).toMatchObject({ nameServers: ['127.0.0.1:5301'], authorities: ['PEM'] });
    expect(door.value.route('203.0.113.7', 443)).toEqual({ address: '127.0.0.1', port: 5302 });
    for (const address of ['203.0.113.8', '203.0.113.9', '192.0.2.1']) {
      expect(door.value.route(address, 443)).toEqual({ address: '127.0.0.1', port: 9 });
    }
  });
});

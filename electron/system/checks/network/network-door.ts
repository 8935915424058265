import { readFileSync } from 'node:fs';
import { failure, type Outcome, success } from '../../../core/outcome';
import { memberOf, parseJson } from '../../../core/text/json';
import type { MacHost } from '../../mac/host';

/**
 * The way out to the network, as addresses only, so that the very same code can be sent to servers on this machine: whom
 * to ask for names, where a connection to an address really goes, and whose signature on a certificate counts.
 */
export interface NetworkDoor {
  /** `192.0.2.1` or `127.0.0.1:5353`; null: the servers that this Mac has set. */
  readonly nameServers: readonly string[] | null;
  route(address: string, port: number): { readonly address: string; readonly port: number };
  /** Certificates in PEM; null: the public authorities that come with Node. */
  readonly authorities: readonly string[] | null;
}

const openNetwork: NetworkDoor = {
  nameServers: null,
  route: (address, port) => ({ address, port }),
  authorities: null,
};

/**
 * The network of this Mac. The simulated Mac has the one that its environment describes (docs/simulator.md), and none
 * without: no program on it ever reaches the real one.
 */
export const createNetworkDoor = (host: MacHost): Outcome<NetworkDoor, 'no-network'> => {
  if (!__LATCHKEY_RELEASE__ && host.kind === 'simulated-macos') return simulatedNetwork(host);
  return success(openNetwork);
};

/**
 * A file like `{ "nameServers": ["127.0.0.1:5301"], "routes": { "203.0.113.7:443": "127.0.0.1:5302" },
 * "authorities": ["-----BEGIN CERTIFICATE…"] }`. What has no route ends at a closed port of this machine.
 */
const simulatedNetwork = ({ environment }: MacHost): Outcome<NetworkDoor, 'no-network'> => {
  const path = environment.LATCHKEY_SIMULATED_NETWORK;
  if (!path) return failure('no-network', 'The simulated Mac has no network.');
  try {
    const value = parseJson(readFileSync(path, 'utf8'));
    const nameServers = textsIn(memberOf(value, 'nameServers')).filter((server) =>
      /^127(?:\.\d+){3}:\d+$/.test(server),
    );
    if (nameServers.length === 0) return failure('no-network', `${path} names no name server of this machine.`);
    const authorities = textsIn(memberOf(value, 'authorities'));
    const routes = memberOf(value, 'routes');
    const route: NetworkDoor['route'] = (address, port) => {
      const to = memberOf(routes, `${address}:${port}`);
      const [, toAddress, toPort] = /^(127(?:\.\d+){3}):(\d+)$/.exec(typeof to === 'string' ? to : '') ?? [];
      return toAddress === undefined ? { address: '127.0.0.1', port: 9 } : { address: toAddress, port: Number(toPort) };
    };
    return success({ nameServers, route, authorities });
  } catch {
    return failure('no-network', `The simulated Mac’s network in ${path} cannot be read.`);
  }
};

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

import { type NetworkInterfaceInfo, networkInterfaces } from 'node:os';
import { measured, notMeasured } from '../../core/diagnosis/facts';
import type { MacHost } from '../mac/host';
import type { Check } from './check';

type Interfaces = Readonly<Record<string, readonly Pick<NetworkInterfaceInfo, 'address' | 'family'>[] | undefined>>;

/** Tunnels by the names that macOS and the usual VPN programs give them. */
const tunnelName = /^(?:utun|ppp|ipsec|tun|tap|wg|gpd|feth|zt)\d*/;

/**
 * Whether a VPN's interface is up, as a hint. macOS keeps several `utun` of its own; they have no address but one that
 * holds for the link only, and do not count.
 *
 * @param read Default: the interfaces of this machine.
 */
export const createVpnCheck = (host: MacHost, read: (() => Interfaces) | null = interfacesOf(host)): Check => ({
  id: 'vpn',
  hosts: [],
  async run() {
    const lookedAt = 'the network interfaces';
    if (read === null) {
      const reason = 'the simulated Mac has no network interfaces';
      return { lookedAt, result: 'not-possible', sentence: sentenceOf(reason), facts: { vpn: notMeasured(reason) } };
    }
    const interfaces = tunnelsIn(read());
    const isUp = interfaces.length > 0;
    const sentence = isUp ? `A VPN seems to be up: ${interfaces.join(', ')}.` : 'No VPN’s interface is up.';
    return { lookedAt, result: 'fine', sentence, facts: { vpn: measured({ isUp, interfaces }) } };
  },
});

const interfacesOf = ({ kind }: MacHost): (() => Interfaces) | null => (kind === 'macos' ? networkInterfaces : null);

const sentenceOf = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;

const tunnelsIn = (interfaces: Interfaces): readonly string[] =>
  Object.entries(interfaces)
    .filter(([name, addresses]) => tunnelName.test(name) && addresses?.some(({ address }) => !isOfLink(address)))
    .map(([name]) => name)
    .sort();

/** fe80::/10 */
const isOfLink = (address: string): boolean => /^fe[89ab]/i.test(address);

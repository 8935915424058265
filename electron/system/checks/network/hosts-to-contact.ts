import type { MacHost } from '../../mac/host';
import { proxyFor } from './proxy-setting';
import { clockHost, hostsFor, newestVersion, statusPageFor } from './public-hosts';

/** The hosts that a look at these would talk to: the proxies on the way as well. */
export const contacted = ({ environment }: MacHost, hosts: readonly string[]): readonly string[] => {
  const ways = hosts.map((name) => ({ name, proxy: proxyFor(environment, name) }));
  const proxies = ways.flatMap(({ proxy }) => (proxy.kind === 'proxy' ? [`${proxy.host}:${proxy.port} (proxy)`] : []));
  return [...new Set([...proxies, ...ways.filter(({ proxy }) => proxy.kind !== 'not-usable').map(({ name }) => name)])];
};

/**
 * The hosts that the network checks would talk to, in their order, to be named before they are switched on. Nobody is
 * contacted, and none of the checks is loaded.
 */
export const hostsToContact = (host: MacHost, tool: string | null): readonly string[] => {
  const page = statusPageFor(tool);
  const perCheck = [
    [newestVersion.host],
    hostsFor(tool).map((one) => one.host),
    [clockHost.host],
    page === null ? [] : [page.host],
  ];
  return [...new Set(perCheck.flatMap((hosts) => contacted(host, hosts)))];
};

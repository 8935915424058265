import { getServers, Resolver } from 'node:dns';
import { isIP } from 'node:net';
import type { DnsStep } from '../../../core/diagnosis/host-facts';
import { type Bound, boundedStep, calledOff, errorCode } from './bounded-step';
import type { NetworkDoor } from './network-door';
import { isPrivateAddress } from './private-address';

export interface ResolvedName {
  readonly step: DnsStep;
  /** To connect to, the first one first; empty unless there was an answer. */
  readonly addresses: readonly string[];
}

type Answer =
  | { readonly kind: 'addresses'; readonly addresses: readonly string[] }
  | { readonly kind: 'error'; readonly code: string };

const reasons: Readonly<Record<string, string>> = {
  ENODATA: 'the name has no address',
  ESERVFAIL: 'the name server failed',
  EREFUSED: 'the name server refused to answer',
  ECONNREFUSED: 'no name server answers at its address',
  EBADRESP: 'the name server’s answer makes no sense',
};

/**
 * Asks the name servers themselves, because that can be called off: macOS's own call (`getaddrinfo`) cannot, and would
 * hold the process until it gives up after half a minute. What is written in /etc/hosts comes first, as it does there.
 *
 * @param hostsFile addresses by name, from /etc/hosts.
 */
export const resolveName = async (
  door: NetworkDoor,
  name: string,
  hostsFile: ReadonlyMap<string, readonly string[]>,
  bound: Bound,
): Promise<ResolvedName> => {
  const written = isIP(name) ? [name] : hostsFile.get(name);
  if (written) return told(written, 0);
  const end = await boundedStep<Answer>(bound, (tell) => {
    const resolver = resolverFor(door, bound.limitMs);
    resolver.resolve4(name, (error, addresses) => {
      if (!error) return tell({ kind: 'addresses', addresses });
      if (error.code !== 'ENODATA') return tell({ kind: 'error', code: errorCode(error) });
      resolver.resolve6(name, (noSixth, sixth) =>
        tell(noSixth ? { kind: 'error', code: errorCode(noSixth) } : { kind: 'addresses', addresses: sixth }),
      );
    });
    return () => resolver.cancel();
  });
  if (end.kind === 'called-off') return { step: calledOff, addresses: [] };
  const { tookMs } = end;
  if (end.kind === 'late') return { step: { kind: 'hangs', tookMs }, addresses: [] };
  if (end.value.kind === 'addresses') return told(end.value.addresses, tookMs);
  return { step: failed(end.value.code, tookMs), addresses: [] };
};

/** Where there are several name servers, the bound leaves time for each. */
const resolverFor = ({ nameServers }: NetworkDoor, limitMs: number): Resolver => {
  const servers = nameServers ?? getServers();
  const resolver = new Resolver({ timeout: Math.ceil(limitMs / Math.max(1, servers.length)), tries: 1 });
  if (nameServers !== null) resolver.setServers(nameServers);
  return resolver;
};

const told = (addresses: readonly string[], tookMs: number): ResolvedName => ({
  step: { kind: addresses.some(isPrivateAddress) ? 'private-address' : 'ok', tookMs },
  addresses,
});

const failed = (code: string, tookMs: number): DnsStep => {
  if (code === 'ENOTFOUND') return { kind: 'nxdomain', tookMs };
  if (code === 'ETIMEOUT') return { kind: 'hangs', tookMs };
  return { kind: 'failed', tookMs, reason: reasons[code] ?? `it ended with ${code}` };
};

/** A name with more is one that nothing is known of. */
const mostAddresses = 32;

/** Addresses by name, of a text like /etc/hosts. */
export const parseHostsFile = (text: string): ReadonlyMap<string, readonly string[]> => {
  const byName = new Map<string, string[]>();
  addHosts(byName, text);
  return byName;
};

const mostCharactersAtOnce = 128 * 1024;

/** The same for a file of whatever length: lists of what to block have megabytes, so others get their turn in between. */
export const parseHostsInTurns = async (text: string): Promise<ReadonlyMap<string, readonly string[]>> => {
  const byName = new Map<string, string[]>();
  for (let at = 0; at < text.length; ) {
    const endOfLine = text.indexOf('\n', at + mostCharactersAtOnce);
    const end = endOfLine < 0 ? text.length : endOfLine;
    addHosts(byName, text.slice(at, end));
    at = end + 1;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return byName;
};

const addHosts = (byName: Map<string, string[]>, text: string): void => {
  for (const line of text.split('\n')) {
    const [address = '', ...names] = line.replace(/#.*/, '').trim().split(/\s+/);
    if (!isIP(address)) continue;
    for (const name of names) {
      const addresses = byName.get(name.toLowerCase()) ?? [];
      byName.set(name.toLowerCase(), addresses);
      if (addresses.length < mostAddresses) addresses.push(address);
    }
  }
};

import { measured, type ProxyFact } from '../../core/diagnosis/facts';
import { readBoundedFile } from '../files/bounded-file';
import type { MacHost } from '../mac/host';
import type { Check, Finding } from './check';
import { hostTrouble, slowestHost } from './host-trouble';
import { contacted } from './network/hosts-to-contact';
import { type HostLook, lookAtHost, type Network } from './network/look-at-host';
import type { NetworkDoor } from './network/network-door';
import { type ProxySetting, proxyFor, proxyVariables } from './network/proxy-setting';
import { hostsFor } from './network/public-hosts';
import { parseHostsInTurns } from './network/resolve-name';
import { readSystemProxy } from './system-proxy';

const hostsFileLimitBytes = 4 * 1024 * 1024;

/** The network as this process would use it. */
export const openNetworkFor = async (host: MacHost, door: NetworkDoor): Promise<Network> => {
  const file = await readBoundedFile(host, '/etc/hosts', hostsFileLimitBytes);
  return { door, hostsFile: file.kind === 'text' ? await parseHostsInTurns(file.text) : new Map() };
};

/** Looks at each host that the tool needs, step by step: name, connection, certificate, answer. */
export const createHostsCheck = (host: MacHost, door: NetworkDoor, tool: string | null): Check => {
  const wanted = hostsFor(tool);
  const hosts = contacted(
    host,
    wanted.map((one) => one.host),
  );
  return {
    id: 'hosts',
    hosts,
    async run(signal) {
      const lookedAt = hosts.join(', ');
      if (wanted.length === 0) return { ...nothing, lookedAt };
      const network = await openNetworkFor(host, door);
      const [system, ...looks] = await Promise.all([
        readSystemProxy(host, signal),
        ...wanted.map((one) => lookAtHost(network, proxyFor(host.environment, one.host), one, signal)),
      ]);
      return describe(host, lookedAt, looks, system.state);
    },
  };
};

const nothing = {
  result: 'not-possible',
  sentence: 'It is not known which hosts this tool needs.',
  facts: {},
} as const satisfies Partial<Finding>;

const describe = (
  { environment }: MacHost,
  lookedAt: string,
  looks: readonly HostLook[],
  system: ProxyFact['system'],
): Finding => {
  const hosts = looks.map(({ facts }) => facts);
  const variables = proxyVariables(environment);
  const proxy: ProxyFact = { variables, system, answer: worstProxy(looks) };
  const facts = {
    hosts: measured(hosts),
    ...(proxy.answer === 'no-proxy' || proxy.answer === 'not-tried' ? {} : { proxy: measured(proxy) }),
  };
  const troubles = hosts.flatMap((one) => {
    const clause = hostTrouble(one);
    return clause === null ? [] : [`${one.host} ${clause}`];
  });
  const [unmeasured] = hosts.filter(({ dns, tls }) => dns.kind === 'not-measured' && tls.kind === 'not-measured');
  if (proxy.answer === 'not-reachable') {
    return {
      lookedAt,
      result: 'problem',
      sentence: `The proxy in ${proxyVariable(environment)} does not answer.`,
      facts,
    };
  }
  if (troubles.length > 0) {
    return { lookedAt, result: 'problem', sentence: `${troubles.join('; ')}.`, facts };
  }
  if (unmeasured?.dns.kind === 'not-measured') {
    return { lookedAt, result: 'not-possible', sentence: `Not looked at: ${unmeasured.dns.reason}.`, facts };
  }
  const sentence = `Each of them answers, with a certificate that is good${slowestHost(hosts)}.`;
  return { lookedAt, result: 'fine', sentence, facts };
};

const proxyVariable = (environment: MacHost['environment']): string => {
  const setting: ProxySetting = proxyFor(environment, '');
  return setting.kind === 'none' ? 'the variables' : setting.variable;
};

const worstProxy = (looks: readonly HostLook[]): ProxyFact['answer'] => {
  const order = ['password-needed', 'not-reachable', 'works', 'not-tried'] as const;
  return order.find((answer) => looks.some(({ proxy }) => proxy === answer)) ?? 'no-proxy';
};

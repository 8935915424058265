import { formatTimeout } from '../time/format-timeout';
import type { HostFacts } from './host-facts';
import { isPassedBy } from './provider-in-place';
import { aboutFact, type Context, type Question, type Trouble } from './question';

/** Only what a login or its work needs: a status page or registry that cannot be reached explains no logout. */
export const needed = (hosts: readonly HostFacts[], { tools }: Context): readonly HostFacts[] =>
  hosts
    .filter(({ role }) => role === 'login' || role === 'api')
    .filter((host) => tools === null || host.tools.length === 0 || host.tools.some((tool) => tools.includes(tool)));

const aboutHosts = (
  text: string,
  find: (host: HostFacts) => string | null,
  isHarmless: (host: HostFacts, context: Context) => boolean = () => false,
): Question =>
  aboutFact('hosts', text, (hosts, context): Trouble | null => {
    const troubled = needed(hosts, context).flatMap((host) => {
      const clause = find(host);
      return clause === null ? [] : [{ host, says: `${host.host} ${clause}` }];
    });
    if (troubled.length === 0) return null;
    const weight = troubled.every(({ host }) => isHarmless(host, context)) ? 'hint' : 'certain';
    return { says: troubled.map(({ says }) => says), weight };
  });

const tookOf = ({ tookMs }: { readonly tookMs: number }): string => `${Math.round(tookMs)} ms`;

const hasNoWay = ({ dns, tcp }: HostFacts): boolean => dns.kind === 'failed' || tcp.kind === 'unreachable';

const answeredWith = (text: string, isIt: (status: number) => boolean): Question =>
  aboutHosts(
    text,
    ({ http }) => {
      if (http.kind !== 'answered' || !isIt(http.status)) return null;
      const wait =
        http.retryAfterSeconds === undefined ? '' : ` and asks to wait ${formatTimeout(http.retryAfterSeconds)}`;
      return `answers with HTTP ${http.status}${wait}`;
    },
    isPassedBy,
  );

/** 529 is what the service says when it is short of capacity; 429 to a request without an account means the same. */
const isCapacity = (status: number): boolean => status === 529 || status === 429;

export const networkQuestions = {
  'hosts-looked-at': aboutFact('hosts', 'Were the login and work hosts looked at?', (hosts, context) =>
    needed(hosts, context).length > 0 ? { says: 'the hosts were looked at' } : null,
  ),
  'network-down': aboutFact('hosts', 'Is no host in reach at all?', (all, context) => {
    const hosts = needed(all, context);
    return hosts.length > 0 && hosts.every(hasNoWay)
      ? { says: hosts.map(({ host }) => `${host} is out of reach`) }
      : null;
  }),
  'proxy-password': aboutFact('proxy', 'Does the proxy ask for a password?', ({ answer }) =>
    answer === 'password-needed' ? { says: 'the proxy asks for a password' } : null,
  ),
  'proxy-password-on-the-way': aboutHosts('Does a proxy on the way ask for a password?', ({ http }) =>
    http.kind === 'proxy-password-needed' ? 'is behind a proxy that asks for a password (HTTP 407)' : null,
  ),
  'proxy-gone': aboutFact('proxy', 'Is the proxy out of reach?', ({ answer, variables }) => {
    if (answer !== 'not-reachable') return null;
    return { says: `the proxy${variables.length === 0 ? '' : ` in ${variables.join(', ')}`} does not answer` };
  }),
  'names-hang': aboutHosts('Does name resolution hang?', ({ dns }) =>
    dns.kind === 'hangs' ? `was asked for by name, and no answer came in ${tookOf(dns)}` : null,
  ),
  'name-not-found': aboutHosts(
    'Is a host’s name not found?',
    ({ dns }) => {
      if (dns.kind === 'nxdomain') return 'is not known to this network’s name server';
      return dns.kind === 'failed' ? `could not be resolved: ${dns.reason}` : null;
    },
    isPassedBy,
  ),
  'private-answer': aboutHosts(
    'Does a host’s name lead to a private address?',
    ({ dns }) => (dns.kind === 'private-address' ? 'resolves to a private address' : null),
    // A company's own way to the service may work: then it is no trouble.
    (host, context) => (host.http.kind === 'answered' && host.http.status < 500) || isPassedBy(host, context),
  ),
  'connection-refused': aboutHosts(
    'Is a connection refused?',
    ({ tcp }) => (tcp.kind === 'refused' ? 'refuses the connection' : null),
    isPassedBy,
  ),
  'connection-swallowed': aboutHosts(
    'Does a connection get no answer?',
    ({ tcp, http }) => {
      if (tcp.kind === 'timed-out') return `did not answer in ${tookOf(tcp)}`;
      if (tcp.kind === 'unreachable') return 'cannot be reached from this network';
      return http.kind === 'timed-out' ? `took the request and did not answer in ${tookOf(http)}` : null;
    },
    isPassedBy,
  ),
  'wrong-name': aboutHosts('Is the certificate another host’s?', ({ tls }) =>
    tls.kind === 'wrong-name' ? 'shows a certificate with another name' : null,
  ),
  'unknown-issuer': aboutHosts('Is the certificate’s issuer not a public one?', ({ tls }) => {
    if (tls.kind !== 'unknown-issuer') return null;
    return `shows a certificate of an issuer that is not public${tls.issuer === undefined ? '' : ` (${tls.issuer})`}`;
  }),
  'certificate-dates': aboutHosts('Is the certificate outside its dates?', ({ tls }) => {
    if (tls.kind === 'expired') return 'shows a certificate that has ended, by this Mac’s clock';
    return tls.kind === 'not-yet-valid' ? 'shows a certificate that is not yet valid, by this Mac’s clock' : null;
  }),
  'connection-cut': aboutHosts('Is a connection or an answer cut off?', ({ tls, http }) => {
    if (tls.kind === 'failed') return `broke off while the connection was secured: ${tls.reason}`;
    if (http.kind === 'failed') return `broke off: ${http.reason}`;
    return http.kind === 'answered' && http.body === 'truncated' ? 'sent an answer that ends in the middle' : null;
  }),
  overloaded: answeredWith('Does the service turn requests away for lack of capacity?', isCapacity),
  'server-error': answeredWith(
    'Does the service answer with an error of its own?',
    (status) => status >= 500 && !isCapacity(status),
  ),
  'vpn-up': aboutFact('vpn', 'Is a VPN up?', ({ isUp, interfaces }) =>
    isUp ? { says: `a VPN is up (${interfaces.join(', ')})`, weight: 'hint' } : null,
  ),
} as const satisfies Readonly<Record<string, Question>>;

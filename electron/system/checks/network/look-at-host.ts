import type { Socket } from 'node:net';
import type { HostFacts, HttpStep, TcpStep } from '../../../core/diagnosis/host-facts';
import { askHttp, type HttpEnd } from './ask-http';
import { type Bound, calledOff } from './bounded-step';
import { connectTcp } from './connect-tcp';
import type { NetworkDoor } from './network-door';
import { openTls } from './open-tls';
import { openTunnel } from './open-tunnel';
import type { ProxySetting } from './proxy-setting';
import type { PublicHost } from './public-hosts';
import { resolveName } from './resolve-name';

/** What one step may take. All of them together, through a proxy five, stay below the bound of all checks. */
const stepLimitMs = 2_500;
const answerLimitMs = 3_500;
const httpsPort = 443;

export interface Network {
  readonly door: NetworkDoor;
  /** Addresses by name, from /etc/hosts. */
  readonly hostsFile: ReadonlyMap<string, readonly string[]>;
  /** Default: the limits of a look, in milliseconds; shorter ones for tests. */
  readonly limits?: { readonly stepMs: number; readonly answerMs: number };
}

export interface HostLook {
  readonly facts: HostFacts;
  /** What was answered; null when it did not come to that. */
  readonly answer: Extract<HttpEnd, { kind: 'answered' }> | null;
  readonly proxy: 'no-proxy' | 'works' | 'password-needed' | 'not-reachable' | 'not-tried';
}

type Steps = Pick<HostFacts, 'dns' | 'tcp' | 'tls' | 'http'>;
type Way = { readonly socket: Socket | null } & Pick<HostLook, 'proxy'> & Steps;

/** Goes to a host step by step, as a tool would, and stops at the first one that fails. Leaves no connection behind. */
export const lookAtHost = async (
  network: Network,
  proxy: ProxySetting,
  { host, role, tools, path }: PublicHost,
  signal: AbortSignal,
): Promise<HostLook> => {
  const { stepMs, answerMs } = network.limits ?? { stepMs: stepLimitMs, answerMs: answerLimitMs };
  const step: Bound = { limitMs: stepMs, signal };
  const facts = (steps: Steps): HostFacts => ({ host, role, tools, ...steps });
  const {
    socket,
    proxy: proxyAnswer,
    ...steps
  } = await (proxy.kind === 'none' ? goStraight(network, host, step) : goThrough(network, host, proxy, step));
  if (socket === null) return { facts: facts(steps), answer: null, proxy: proxyAnswer };
  try {
    const secured = await openTls(network.door, socket, host, step);
    const isOutOfDate = secured.step.kind === 'expired' || secured.step.kind === 'not-yet-valid';
    // Where the dates do not fit it may be this Mac's clock: what time it is there tells.
    if (secured.socket === null || (secured.step.kind !== 'ok' && !isOutOfDate)) {
      const http = not(secured.step.kind === 'not-measured' ? calledOff.reason : 'the connection is not secure');
      return { facts: facts({ ...steps, tls: secured.step, http }), answer: null, proxy: proxyAnswer };
    }
    const end = await askHttp(secured.socket, host, path, { limitMs: answerMs, signal });
    secured.socket.destroy();
    const http = isOutOfDate ? not('the connection is not secure') : httpStep(end);
    return {
      facts: facts({ ...steps, tls: secured.step, http }),
      answer: end.kind === 'answered' ? end : null,
      proxy: proxyAnswer,
    };
  } finally {
    socket.destroy();
  }
};

const not = (reason: string) => ({ kind: 'not-measured', reason }) as const;
const notYet = { tls: not('there is no connection'), http: not('there is no connection') } as const;

const goStraight = async ({ door, hostsFile }: Network, host: string, step: Bound): Promise<Way> => {
  const { step: dns, addresses } = await resolveName(door, host, hostsFile, step);
  const [address] = addresses;
  const nowhere = { proxy: 'no-proxy', socket: null, dns, ...notYet } as const;
  if (address === undefined) return { ...nowhere, tcp: not('there is no address to connect to') };
  const { step: tcp, socket } = await connectTcp(door, address, httpsPort, step);
  return { ...nowhere, tcp, socket };
};

const goThrough = async (
  { door, hostsFile }: Network,
  host: string,
  proxy: Exclude<ProxySetting, { kind: 'none' }>,
  step: Bound,
): Promise<Way> => {
  const all = (reason: string) => ({ dns: not(reason), tcp: not(reason), tls: not(reason), http: not(reason) });
  if (proxy.kind === 'not-usable') {
    return { socket: null, proxy: 'not-tried', ...all(`the proxy in ${proxy.variable} is not asked: ${proxy.reason}`) };
  }
  const gone = {
    socket: null,
    proxy: 'not-reachable',
    ...all(`the proxy in ${proxy.variable} does not answer`),
  } as const;
  const { addresses, step: dns } = await resolveName(door, proxy.host, hostsFile, step);
  if (dns.kind === 'not-measured') return { ...gone, proxy: 'not-tried', ...all(dns.reason) };
  const [address] = addresses;
  if (address === undefined) return gone;
  const connected = await connectTcp(door, address, proxy.port, step);
  if (connected.socket === null) {
    return isCalledOff(connected.step) ? { ...gone, proxy: 'not-tried', ...all(calledOff.reason) } : gone;
  }
  const tunnel = await openTunnel(connected.socket, host, httpsPort, step);
  const through = all('it went through a proxy');
  if (tunnel.kind === 'open') return { socket: connected.socket, proxy: 'works', ...through };
  connected.socket.destroy();
  if (tunnel.kind === 'not-measured') return { ...gone, proxy: 'not-tried', ...all(tunnel.reason) };
  const { tookMs } = tunnel;
  if (tunnel.kind === 'password-needed') {
    return { ...gone, proxy: 'password-needed', ...through, http: { kind: 'proxy-password-needed', tookMs } };
  }
  // It is there and says no, or nothing, about this host.
  return { ...gone, proxy: 'works', ...through, http: tunnel };
};

const isCalledOff = (step: TcpStep): boolean => step.kind === 'not-measured';

const httpStep = (end: HttpEnd): HttpStep => {
  if (end.kind !== 'answered') return end;
  const { tookMs, status, retryAfterSeconds, body } = end;
  if (status === 407) return { kind: 'proxy-password-needed', tookMs };
  return {
    kind: 'answered',
    tookMs,
    status,
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
    body: body.kind === 'more' ? 'not-looked-at' : body.kind,
  };
};

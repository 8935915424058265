import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '::ffff:127.0.0.1' || host === '' || /^127(\.\d+){3}$/.test(host);

const refuse = (address: string): never => {
  throw new Error(`A test reached for the network: ${address}. Tests talk to this machine only.`);
};

/** The host and port of `socket.connect(...)`'s arguments; null for a pipe or Unix socket. */
const target = (values: readonly unknown[]): { host: string; port: unknown } | null => {
  // `net.connect` hands its arguments on as one normalised array.
  const [first, second] = Array.isArray(values[0]) ? values[0] : values;
  if (typeof first === 'object' && first !== null) {
    const options = first as { path?: unknown; host?: unknown; port?: unknown };
    return options.path ? null : { host: String(options.host ?? 'localhost'), port: options.port };
  }
  if (typeof first === 'string' && !/^\d+$/.test(first)) return null;
  return { host: typeof second === 'string' ? second : 'localhost', port: first };
};

type Callable = (this: unknown, ...values: unknown[]) => unknown;
type Check = (values: readonly unknown[], owner: unknown) => void;

const wrap = (owner: object, name: string, check: Check): void => {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') return;
  const guarded: Callable = function (...values) {
    check(values, this);
    return Reflect.apply(original, this, values);
  };
  Reflect.set(owner, name, guarded);
};

const lookups = ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveMx', 'resolveTxt', 'resolveSrv'];

const checkName = ([name]: readonly unknown[]): void => {
  if (typeof name === 'string' && !isLoopback(name)) refuse(name);
};

/** A resolver may ask for any name where all of its servers are on this machine. */
const checkResolver: Check = (values, owner) => {
  const servers = owner instanceof dns.Resolver || owner instanceof dns.promises.Resolver ? owner.getServers() : [];
  const areHere = servers.length > 0 && servers.every((server) => isLoopback(server.replace(/:\d+$/, '')));
  if (!areHere) checkName(values);
};

/** From here on TCP (fetch, http and tls stand on it), UDP and name lookups of this process reach loopback only. */
export const refuseNetwork = (): void => {
  wrap(net.Socket.prototype, 'connect', (values) => {
    const to = target(values);
    if (to && !isLoopback(to.host)) refuse(`${to.host}:${to.port}`);
  });
  for (const name of lookups) {
    wrap(dns, name, checkName);
    wrap(dns.promises, name, checkName);
    wrap(dns.Resolver.prototype, name, checkResolver);
    wrap(dns.promises.Resolver.prototype, name, checkResolver);
  }
  const checkDatagram = (values: readonly unknown[]): void => {
    const host = values.slice(1).find((value) => typeof value === 'string');
    if (typeof host === 'string' && !isLoopback(host)) refuse(host);
  };
  wrap(dgram.Socket.prototype, 'send', checkDatagram);
  wrap(dgram.Socket.prototype, 'connect', checkDatagram);
  syncBuiltinESMExports();
};

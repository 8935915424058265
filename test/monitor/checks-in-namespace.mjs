// Runs every check and prints what the kernel has counted meanwhile. It refuses to run where there is a way out.
// Started by network-off.test.ts inside a network namespace of its own.
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { runnerImport } from 'vite';

if (Object.keys(networkInterfaces()).some((name) => name !== 'lo')) throw new Error('This is no namespace of its own.');
Reflect.set(globalThis, '__LATCHKEY_RELEASE__', false);
Reflect.set(globalThis, '__LATCHKEY_REPOSITORY__', '');

/** The name of each counter of /proc/net/snmp with its value, `Ip.OutRequests`, and of its newer sibling, `Ip6OutRequests`. */
const readCounters = () => {
  const lines = readFileSync('/proc/net/snmp', 'utf8').trim().split('\n');
  const pairs = [];
  for (let index = 0; index + 1 < lines.length; index += 2) {
    const [[group = '', ...names], [, ...values]] = [lines[index] ?? '', lines[index + 1] ?? ''].map((line) =>
      line.split(' '),
    );
    for (const [at, name] of names.entries()) pairs.push([`${group}${name}`.replace(':', '.'), Number(values[at])]);
  }
  for (const line of readFileSync('/proc/net/snmp6', 'utf8').trim().split('\n')) {
    const [name, value] = line.split(/\s+/);
    pairs.push([name, Number(value)]);
  }
  return Object.fromEntries(pairs);
};

const { module } = await runnerImport(new URL('./every-check.ts', import.meta.url).pathname, { configFile: false });
/** The way out as it is, from where there is none. */
const openDoor = {
  nameServers: null,
  /** @type {(address: string, port: number) => { address: string; port: number }} */
  route: (address, port) => ({ address, port }),
  authorities: null,
};
const before = readCounters();
const results = await Reflect.get(Object(module), 'runEveryCheck')(process.argv[2] === 'on' ? openDoor : null);
const after = readCounters();
const counted = [
  'Ip.OutRequests',
  'Ip.OutNoRoutes',
  'Tcp.ActiveOpens',
  'Udp.OutDatagrams',
  'Ip6OutRequests',
  'Ip6OutNoRoutes',
];
const attempts = Object.fromEntries(counted.map((name) => [name, after[name] - before[name]]));
process.stdout.write(`${JSON.stringify({ attempts, results })}\n`);

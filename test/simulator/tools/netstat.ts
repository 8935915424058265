import type { MacPlan } from '../mac-plan';
import { print, type Tool } from '../tool-call';

const row = (protocol: string, local: string, foreign: string, state: string): string =>
  `${protocol.padEnd(5)}  ${'0'.padStart(5)}  ${'0'.padStart(5)}  ${local.padEnd(21)}  ${foreign.padEnd(21)}  ${state}\n`;

const listening = (port: number): string =>
  row('tcp4', `*.${port}`, '*.*', 'LISTEN') + row('tcp6', `*.${port}`, '*.*', 'LISTEN');

/** launchd holds port 22 while Remote Login is on; each login from an address is one connection. */
const connections = ({ sessions }: MacPlan): string =>
  sessions
    .filter(({ kind, from }) => kind === 'ssh' && from !== null && /^[\d.]+$/.test(from))
    .map(({ from }, index) => row('tcp4', '192.168.1.20.22', `${from}.${52144 + index}`, 'ESTABLISHED'))
    .join('');

export const netstat: Tool = ({ mac }) => {
  print('Active Internet connections (including servers)\n');
  print('Proto Recv-Q Send-Q  Local Address          Foreign Address        (state)    \n');
  print(connections(mac.plan));
  if (mac.plan.remoteLogin) print(listening(22));
  if (mac.plan.screenSharing) print(listening(5900));
  return 0;
};

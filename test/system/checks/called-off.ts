import type { Finding } from '../../../electron/system/checks/check';
import { lookAtHost } from '../../../electron/system/checks/network/look-at-host';
import { runChecks } from '../../../electron/system/checks/run-checks';
import { openLoopbackNetwork } from './loopback-network';
import { startPlain } from './loopback-servers';

const hosts = { 'names-hang.example': 'hangs', 'no-tls.example': 'silent' } as const;
const limits = { stepMs: 20_000, answerMs: 20_000 } as const;
const fine: Finding = { lookedAt: 'hosts', result: 'fine', sentence: 'Fine.', facts: {} };

/** Calls a run of looks off that would take twenty seconds. All servers are closed afterwards. */
export const callOffLooks = async (): Promise<void> => {
  const network = await openLoopbackNetwork([]);
  const { port } = await network.with(startPlain());
  for (const [name, what] of Object.entries(hosts)) {
    if (what === 'hangs') network.names.set(name, 'hangs');
    else network.lead(name, port);
  }
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 200);
  await runChecks(
    Object.keys(hosts).map((host) => ({
      id: 'hosts',
      hosts: [host],
      async run(signal) {
        const page = { host, role: 'api', tools: [], path: '/' } as const;
        await lookAtHost({ door: network.door, hostsFile: new Map(), limits }, { kind: 'none' }, page, signal);
        return fine;
      },
    })),
    { signal: controller.signal },
  );
  await network.close();
};

import type { CheckResult } from '../../electron/core/diagnosis/check-result';
import { createDiagnosisChecks } from '../../electron/monitor/diagnosis/diagnosis-checks';
import { createCredentials } from '../../electron/monitor/look/credentials';
import { timerScheduler } from '../../electron/monitor/loop/scheduler';
import { createMonitor } from '../../electron/monitor/monitor';
import type { NetworkDoor } from '../../electron/system/checks/network/network-door';
import { runChecks } from '../../electron/system/checks/run-checks';
import { macWithDoors, twoKeychains } from '../system/simulated-doors';

/** A whole run of the checks on a simulated Mac, as after a click. @param network null while network checks are off. */
export const runEveryCheck = async (network: NetworkDoor | null): Promise<readonly CheckResult[]> => {
  const at = await macWithDoors(twoKeychains);
  const doors = at.doors();
  const monitor = createMonitor(doors, createCredentials(doors), timerScheduler);
  const lookOnce = async () => (await monitor.lookOnce()).snapshot;
  const look = () => ({ come: lookOnce, soFar: lookOnce, awaited: () => [], awaitedTools: () => [] });
  const results = await runChecks(createDiagnosisChecks(doors, { tool: null, network, look }), {
    signal: new AbortController().signal,
  });
  await monitor.stop();
  const shown = at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt');
  if (shown.length > 0) throw new Error(`A check showed something: ${JSON.stringify(shown)}`);
  return results;
};

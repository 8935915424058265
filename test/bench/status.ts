import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../project-files';
import type { Scenario } from '../simulator/parsing/scenario';
import { createSimulatedMac } from '../simulator/simulated-mac';
import { manyLogins, writeDatabases } from '../tools/many-logins';
import { crowdedLogins } from './crowded-logins';
import type { Figure } from './figure';

const starts = 11;

/** What somebody waits who types `latchkey status`: from the start of the process to its end, its children among it. */
export const measureStatus = async (): Promise<readonly Figure[]> => {
  const oneOfEach = await waitedFor(manyLogins);
  const crowded = await waitedFor(crowdedLogins);
  return [
    { name: 'wall time, a login of each tool, median', value: oneOfEach.middle, unit: 'ms', atMost: 500 },
    { name: 'the fastest', value: oneOfEach.fastest, unit: 'ms' },
    { name: 'wall time, 300 logins, median', value: crowded.middle, unit: 'ms' },
    { name: 'the fastest', value: crowded.fastest, unit: 'ms' },
  ];
};

const waitedFor = async (scenario: Scenario): Promise<{ readonly middle: number; readonly fastest: number }> => {
  const mac = await createSimulatedMac(scenario, { isFrozen: true });
  try {
    writeDatabases(`${mac.root}/Users/alice`);
    const waited: number[] = [];
    for (let count = 0; count < starts; count += 1) waited.push(await millisecondsOf(mac.environment()));
    waited.sort((one, other) => one - other);
    return { middle: waited[Math.floor(starts / 2)] ?? Number.NaN, fastest: waited[0] ?? Number.NaN };
  } finally {
    await mac.dispose();
  }
};

/** Not waited for at a stretch: the model that answers the simulated tools lives in this process. */
const millisecondsOf = (environment: NodeJS.ProcessEnv): Promise<number> =>
  new Promise((resolve, reject) => {
    const before = performance.now();
    const commandLine = join(projectFolder, 'dist/cli/latchkey.cjs');
    const child = spawn(process.execPath, [commandLine, 'status'], { env: environment, stdio: 'ignore' });
    child.on('error', reject);
    child.on('close', (code) =>
      code !== null && code <= 2
        ? resolve(performance.now() - before)
        : reject(new Error(`latchkey status ended with ${code}`)),
    );
  });

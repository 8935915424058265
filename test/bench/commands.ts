import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../project-files';
import { createSimulatedMac } from '../simulator/simulated-mac';
import { manyLogins, writeDatabases } from '../tools/many-logins';
import type { Figure } from './figure';
import { medianOf } from './median';

const starts = 11;

/** What each answer of the command line costs beside Node itself; by turns, so that all meet the same machine. */
export const measureCommands = async (): Promise<readonly Figure[]> => {
  const mac = await createSimulatedMac(manyLogins, { isFrozen: true });
  try {
    writeDatabases(`${mac.root}/Users/alice`);
    const commandLine = join(projectFolder, 'dist/cli/latchkey.cjs');
    const commands = {
      bare: ['-e', '0'],
      version: [commandLine, '--version'],
      status: [commandLine, 'status'],
      doctor: [commandLine, 'doctor', 'gh'],
    };
    const spent: Record<keyof typeof commands, Spent[]> = { bare: [], version: [], status: [], doctor: [] };
    const names = Object.keys(commands) as (keyof typeof commands)[];
    for (let count = 0; count < starts; count += 1) {
      for (const name of names) spent[name].push(await spentBy(commands[name], mac.environment()));
    }
    const middle = (name: keyof typeof commands, of: keyof Spent) => medianOf(spent[name].map((one) => one[of]));
    const bareMs = middle('bare', 'cpuMs');
    const compared = (name: keyof typeof commands, atMost?: number): readonly Figure[] => [
      { name: `\`latchkey ${name}\`, wall time`, value: middle(name, 'wallMs'), unit: 'ms' },
      { name: 'processor time of its own', value: middle(name, 'cpuMs'), unit: 'ms' },
      {
        name: 'the same, times bare Node',
        value: middle(name, 'cpuMs') / bareMs,
        unit: '×',
        ...(atMost === undefined ? {} : { atMost }),
      },
    ];
    return [
      { name: '`node -e 0`, wall time', value: middle('bare', 'wallMs'), unit: 'ms' },
      { name: 'processor time', value: bareMs, unit: 'ms' },
      ...compared('version', 1.3),
      ...compared('status', 2),
      ...compared('doctor'),
    ];
  } finally {
    await mac.dispose();
  }
};

interface Spent {
  readonly wallMs: number;
  readonly cpuMs: number;
}

const spentBy = (args: readonly string[], environment: NodeJS.ProcessEnv): Promise<Spent> =>
  new Promise((resolve, reject) => {
    const meter = join(projectFolder, 'test/bench/tell-cpu.cjs');
    const before = performance.now();
    const child = spawn(process.execPath, ['-r', meter, ...args], {
      env: environment,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let told = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      told += text;
    });
    child.on('error', reject);
    child.on('close', () => {
      const cpuMs = Number(told.trim().split('\n').at(-1));
      if (cpuMs > 0) resolve({ wallMs: performance.now() - before, cpuMs });
      else reject(new Error(`It told no time: ${told}`));
    });
  });

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../project-files';
import type { Figure } from './figure';

const starts = 20;

/** What the command line's shortest answer costs beside Node itself; the two by turns, so that both meet the same machine. */
export const measureVersion = (): Promise<readonly Figure[]> => {
  const commandLine = join(projectFolder, 'dist/cli/latchkey.cjs');
  const [bare, version]: [number[], number[]] = [[], []];
  for (let count = 0; count < starts; count += 1) {
    bare.push(cpuMillisecondsOf('-e', '0'));
    version.push(cpuMillisecondsOf(commandLine, '--version'));
  }
  const [bareMs, versionMs] = [medianOf(bare), medianOf(version)];
  return Promise.resolve([
    { name: '`node -e 0`, processor time, median', value: bareMs, unit: 'ms' },
    { name: '`latchkey --version`, times as long', value: versionMs / bareMs, unit: '×', atMost: 1.3 },
  ]);
};

const cpuMillisecondsOf = (...args: readonly string[]): number => {
  const meter = join(projectFolder, 'test/bench/tell-cpu.cjs');
  const { stderr } = spawnSync(process.execPath, ['-r', meter, ...args], { encoding: 'utf8' });
  const spentMs = Number(stderr);
  if (!(spentMs > 0)) throw new Error(`It told no time: ${stderr}`);
  return spentMs;
};

const medianOf = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;

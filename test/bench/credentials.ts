import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../project-files';
import { createSimulatedMac } from '../simulator/simulated-mac';
import { writeDatabases } from '../tools/many-logins';
import { crowdedLogins, madeUpTools } from './crowded-logins';
import type { Figure } from './figure';
import type { LooksCost } from './first-look';
import { medianOf } from './median';
import { bundleProgram, type Runtime, resultOf } from './program';

const processes = 3;

/**
 * What one look at all tools' logins costs, in a process of its own that runs what the app runs: bundled, and nothing
 * else before it. What no listing of a keychain tells is a child: what starting it costs is in the figure, what the child does is
 * macOS's (here the simulator's).
 */
export const measureCredentials = async (): Promise<readonly Figure[]> => {
  // Beside the other builds, where Node finds the native modules.
  const folder = mkdtempSync(join(projectFolder, 'dist/.bench-'));
  const mac = await createSimulatedMac(crowdedLogins, { isFrozen: true });
  try {
    writeDatabases(`${mac.root}/Users/alice`);
    const bundle = await bundleFirstLook(folder);
    const costs = Array.from({ length: processes }, () => measureOnce(bundle, mac.environment()));
    const inNode = Array.from({ length: processes }, () => measureOnce(bundle, mac.environment(), 'node'));
    const middle = (of: (cost: LooksCost) => number, some = costs): number => medianOf(some.map(of));
    return [
      { name: 'tools', value: middle(({ tools }) => tools), unit: 'tools' },
      { name: 'logins told', value: middle(({ logins }) => logins), unit: 'logins' },
      { name: 'CPU of the first look of a process', value: middle(({ coldMs }) => coldMs), unit: 'ms', atMost: 150 },
      {
        name: 'searches of that look, a child each',
        value: middle(({ coldSearches }) => coldSearches),
        unit: 'children',
        atMost: 8,
      },
      {
        name: 'CPU of a look at which nothing has changed',
        value: middle(({ warmMs }) => warmMs),
        unit: 'ms',
        atMost: 5,
      },
      {
        name: 'the same with the list of processes, for running Claude Codes',
        value: middle(({ withProcessesMs }) => withProcessesMs),
        unit: 'ms',
      },
      { name: 'searches of such a look', value: middle(({ warmSearches }) => warmSearches), unit: 'children' },
      {
        name: `the first look in this Node (${process.version})`,
        value: middle(({ coldMs }) => coldMs, inNode),
        unit: 'ms',
      },
      {
        name: `a look at which nothing has changed in this Node (${process.version})`,
        value: middle(({ warmMs }) => warmMs, inNode),
        unit: 'ms',
      },
    ];
  } finally {
    await mac.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const bundleFirstLook = (folder: string): Promise<string> => bundleProgram(folder, 'first-look');

/** @param runtime default: the app's. */
export const measureOnce = (bundle: string, environment: NodeJS.ProcessEnv, runtime: Runtime = 'electron'): LooksCost =>
  resultOf(bundle, environment, { runtime, args: [String(madeUpTools)] });

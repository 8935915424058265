import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { besidePrograms, librariesBy } from '../../scripts/format-libraries.mjs';
import { projectFolder } from '../project-files';
import { createSimulatedMac } from '../simulator/simulated-mac';
import { writeDatabases } from '../tools/many-logins';
import { crowdedLogins, madeUpTools } from './crowded-logins';
import type { Figure } from './figure';
import type { LooksCost } from './first-look';

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
    const middle = (of: (cost: LooksCost) => number): number =>
      costs.map(of).sort((one, other) => one - other)[Math.floor(processes / 2)] ?? Number.NaN;
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
    ];
  } finally {
    await mac.dispose();
    rmSync(folder, { recursive: true, force: true });
  }
};

export const bundleFirstLook = async (folder: string): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    // As those of dist/, it lies in a folder of its own there.
    define: {
      __LATCHKEY_RELEASE__: 'false',
      __LATCHKEY_LIBRARIES__: JSON.stringify(librariesBy(besidePrograms)),
      __LATCHKEY_PARSE_WORKER__: JSON.stringify('../parse-worker/parse-worker.cjs'),
    },
    ssr: { noExternal: true, target: 'node' },
    resolve: { conditions: ['node', 'import', 'module', 'default'] },
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: join(projectFolder, 'test/bench/first-look.ts'),
        external: ['koffi', 'keytar', /^node:/],
        output: { format: 'cjs', entryFileNames: 'first-look.cjs', codeSplitting: false },
      },
    },
  });
  return join(folder, 'first-look.cjs');
};

export const measureOnce = (bundle: string, environment: NodeJS.ProcessEnv): LooksCost =>
  JSON.parse(execFileSync(process.execPath, [bundle, String(madeUpTools)], { env: environment, encoding: 'utf8' }));

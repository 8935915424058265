import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'vite';
import { installedElectron } from '../../scripts/electron-path.mjs';
import { besidePrograms, librariesBy } from '../../scripts/format-libraries.mjs';
import { projectFolder } from '../project-files';

/** Bundles a program of this folder as the app is bundled. @param folder as those of dist/, a folder of its own there. */
export const bundleProgram = async (folder: string, name: string): Promise<string> => {
  await build({
    configFile: false,
    logLevel: 'error',
    define: {
      __LATCHKEY_RELEASE__: 'false',
      __LATCHKEY_REPOSITORY__: '""',
      __LATCHKEY_LIBRARIES__: JSON.stringify(librariesBy(besidePrograms)),
      __LATCHKEY_PARSE_WORKER__: JSON.stringify('../parse-worker/parse-worker.cjs'),
    },
    ssr: { noExternal: true, target: 'node' },
    resolve: { conditions: ['node', 'import', 'module', 'default'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: join(projectFolder, `test/bench/${name}.ts`),
        external: ['koffi', 'keytar', /^node:/],
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
  });
  return join(folder, `${name}.cjs`);
};

/** What a program runs in: the app's Electron as Node, which brings a newer V8 than the Node of the command line may be. */
export type Runtime = 'electron' | 'node';

/** Runs it to its end; what it prints is its result. */
export const resultOf = <Result>(
  bundle: string,
  environment: NodeJS.ProcessEnv,
  { runtime, args }: { readonly runtime: Runtime; readonly args: readonly string[] },
): Result => {
  const executable = runtime === 'electron' ? installedElectron().executable : process.execPath;
  const env = runtime === 'electron' ? { ...environment, ELECTRON_RUN_AS_NODE: '1' } : environment;
  return JSON.parse(execFileSync(executable, [bundle, ...args], { env, encoding: 'utf8' }));
};

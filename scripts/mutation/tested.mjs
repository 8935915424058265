import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfigFromFile } from 'vite';
import { startVitest } from 'vitest/node';
import { projectFolder } from '../project-folder.mjs';
import { readResults } from './results.mjs';

/** @typedef {import('./results.mjs').MutationResult} MutationResult */

/** So many seconds of its own without a line, and it hangs: on a quiet machine no file of these takes a tenth of that. */
const hangsAfterSeconds = 60;

const unitProject = async () => {
  const loaded = await loadConfigFromFile({ command: 'serve', mode: 'test' }, join(projectFolder, 'vitest.config.ts'));
  const { test } = /** @type {import('vitest/config').ViteUserConfig} */ (loaded?.config ?? {});
  for (const project of test?.projects ?? [])
    if (typeof project === 'object' && 'test' in project && project.test?.name === 'unit') return project;
  throw new Error('vitest.config.ts has no project “unit”.');
};

/**
 * Runs the tests without a mutant, and then for each mutant those that reach it, in the given order.
 * @param {ReadonlyMap<string, string>} texts the instrumented sources by their absolute path
 * @param {readonly string[]} tests paths in the project
 * @param {string} resultsFile
 * @returns {Promise<{ results: readonly MutationResult[], seconds: number }>} the seconds in which it was not stopped
 */
export const tested = async (texts, tests, resultsFile) => {
  writeFileSync(resultsFile, '');
  process.env.LATCHKEY_MUTATION_RESULTS = resultsFile;
  const { define, test } = await unitProject();
  let seconds = 0;
  const isDone = () => {
    const done = new Set(readResults(resultsFile).flatMap((one) => (one.kind === 'done' ? [one.file] : [])));
    return tests.every((path) => done.has(join(projectFolder, path)));
  };
  let before = 0;
  while (!isDone()) {
    const first = readResults(resultsFile).length;
    let length = first;
    let silentSeconds = 0;
    const watching = setInterval(() => {
      seconds += 1;
      const results = readResults(resultsFile);
      silentSeconds = results.length === length ? silentSeconds + 1 : 0;
      length = results.length;
      const worker = results.slice(first).findLast((one) => one.kind === 'worker');
      if (silentSeconds === hangsAfterSeconds && worker) process.kill(worker.pid, 'SIGKILL');
    }, 1000);
    const vitest = await startVitest(
      'test',
      [],
      {
        ...test,
        config: false,
        watch: false,
        root: projectFolder,
        include: [...tests],
        exclude: ['**/node_modules/**'],
        globalSetup: [],
        runner: join(projectFolder, 'test/vitest/mutant-runner.ts'),
        reporters: [{}],
        pool: 'forks',
        isolate: false,
        maxWorkers: 1,
        // Whoever stops the run for a while is not to be taken for a test that hangs.
        testTimeout: 0,
        hookTimeout: 0,
        dangerouslyIgnoreUnhandledErrors: true,
        sequence: { sequencer: inOrderOf(tests) },
      },
      {
        ...(define ? { define } : {}),
        plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => texts.get(id.replace(/\?.*/, '')) }],
      },
    );
    clearInterval(watching);
    await vitest.close();
    const told = readResults(resultsFile).filter(({ kind }) => kind !== 'worker').length;
    if (told === before) throw new Error(`vitest could not run these tests: see ${resultsFile}.`);
    before = told;
  }
  process.exitCode = 0;
  return { results: readResults(resultsFile), seconds };
};

/** @param {readonly string[]} tests @returns {import('vitest/node').TestSequencerConstructor} */
const inOrderOf = (tests) =>
  class {
    /** @param {import('vitest/node').TestSpecification[]} files */
    shard(files) {
      return files;
    }
    /** @param {import('vitest/node').TestSpecification[]} files */
    sort(files) {
      const place = (/** @type {import('vitest/node').TestSpecification} */ { moduleId }) =>
        tests.indexOf(moduleId.slice(projectFolder.length + 1));
      return [...files].sort((one, other) => place(one) - place(other));
    }
  };

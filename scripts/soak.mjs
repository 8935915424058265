// `npm run soak [-- STEPS [SEED]]`: the random walk of test/model for as long as wanted, from a new seed. Never part of `npm test`.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { librariesBy } from './format-libraries.mjs';
import { projectFolder } from './project-folder.mjs';

/** @typedef {{ seed: number, steps: number, walks: number, failure: string | null }} Walked as test/model/walks.ts tells it */

const [stepsWanted = '1000000', seedGiven = String(Date.now() % 2_000_000_000)] = process.argv.slice(2);
const wanted = Number(stepsWanted);
const seed = Number(seedGiven);
if (!(wanted > 0) || !Number.isSafeInteger(seed)) {
  console.error('npm run soak [-- STEPS [SEED]]: two whole numbers');
  process.exit(64);
}

Reflect.set(globalThis, '__LATCHKEY_RELEASE__', false);
Reflect.set(globalThis, '__LATCHKEY_REPOSITORY__', '');
Reflect.set(
  globalThis,
  '__LATCHKEY_LIBRARIES__',
  librariesBy((name) => name),
);
Reflect.set(globalThis, '__LATCHKEY_PARSE_WORKER__', '../../../dist/parse-worker/parse-worker.cjs');
const { module } = await runnerImport(join(projectFolder, 'test/model/walks.ts'), { configFile: false });
/** @type {(seed: number, steps: number) => Promise<Walked>} */
const walkFrom = Reflect.get(Object(module), 'walkFrom');

const stepsEach = 20_000;
console.log(`seed ${seed}, ${wanted} steps`);
console.log('| steps | walks | heap, MiB | failures |\n|---|---|---|---|');
let steps = 0;
let walks = 0;
let hasFailed = false;
for (let part = 0; steps < wanted && !hasFailed; part += 1) {
  const walked = await walkFrom(seed + part * 7919, Math.min(stepsEach, wanted - steps));
  steps += walked.steps;
  walks += walked.walks;
  hasFailed = walked.failure !== null;
  const heapMiB = Math.round(process.memoryUsage().heapUsed / 1024 ** 2);
  console.log(`| ${steps} | ${walks} | ${heapMiB} | ${hasFailed ? 1 : 0} |`);
  if (hasFailed) console.log(`\nfrom seed ${walked.seed}: ${walked.failure}`);
}
process.exit(hasFailed ? 1 : 0);

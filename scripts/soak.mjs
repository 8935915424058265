// `npm run soak [-- [walk|diagnosis] [COUNT [SEED]]]`: one of the two below for as long as wanted, from a new seed. Never part of
// `npm test`, which does a little of each.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { librariesBy } from './format-libraries.mjs';
import { projectFolder } from './project-folder.mjs';

/**
 * @typedef {object} Soak
 * @property {string} file that has `from`
 * @property {string} from takes a seed and how many, and tells `failure`, which is null where nothing was wrong
 * @property {string} counts what is counted: its name among what `from` tells
 * @property {number} each so many at a time
 * @property {Readonly<Record<string, (part: any) => number>>} columns what else is told of a part; the sum of all parts so far
 * @property {ReadonlySet<string>} [greatest] of the columns, those of which it is the greatest
 * @property {(sums: Readonly<Record<string, number>>) => string | null} [verdict] what is wrong with all of it
 */

/** @type {Readonly<Record<string, Soak>>} */
const soaks = {
  // The random walk of test/model over everything that can happen.
  walk: {
    file: 'test/model/walks.ts',
    from: 'walkFrom',
    counts: 'steps',
    each: 20_000,
    columns: { walks: ({ walks }) => walks },
  },
  // Mutated and random texts for the diagnosis: test/core/diagnosis/fuzzed.ts.
  diagnosis: {
    file: 'test/core/diagnosis/fuzzed.ts',
    from: 'fuzzFrom',
    counts: 'texts',
    each: 20_000,
    columns: {
      noise: ({ noise }) => noise,
      'of it taken for a message': ({ mistaken }) => mistaken.length,
      'dearest, ms of processor': ({ slowestMs }) => slowestMs,
    },
    greatest: new Set(['dearest, ms of processor']),
    verdict: ({ noise = 0, 'of it taken for a message': mistaken = 0 }) =>
      mistaken * 10_000 > noise ? 'More than one in ten thousand is taken for a message.' : null,
  },
};

const words = process.argv.slice(2);
const named = Object.keys(soaks).find((name) => name === words[0]);
const soak = soaks[named ?? 'walk'];
const [countWanted = '1000000', seedGiven = String(Date.now() % 2_000_000_000)] = named ? words.slice(1) : words;
const wanted = Number(countWanted);
const seed = Number(seedGiven);
if (soak === undefined || !(wanted > 0) || !Number.isSafeInteger(seed)) {
  console.error(`npm run soak [-- [${Object.keys(soaks).join('|')}] [COUNT [SEED]]]: the two are whole numbers`);
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
const { module } = await runnerImport(join(projectFolder, soak.file), { configFile: false });
/** @type {(seed: number, count: number) => any} */
const runFrom = Reflect.get(Object(module), soak.from);

const columns = Object.keys(soak.columns);
console.log(`seed ${seed}, ${wanted} ${soak.counts}`);
console.log(`| ${[soak.counts, ...columns, 'heap, MiB', 'failures'].join(' | ')} |`);
console.log(`|${'---|'.repeat(columns.length + 3)}`);
/** @type {Record<string, number>} */
const sums = Object.fromEntries(columns.map((name) => [name, 0]));
let count = 0;
/** @type {string | null} */
let failure = null;
for (let part = 0; count < wanted && failure === null; part += 1) {
  const partSeed = seed + part * 7919;
  const told = await runFrom(partSeed, Math.min(soak.each, wanted - count));
  count += told[soak.counts];
  for (const [name, of] of Object.entries(soak.columns)) {
    const before = sums[name] ?? 0;
    sums[name] = soak.greatest?.has(name) ? Math.max(before, of(told)) : before + of(told);
  }
  if (told.failure !== null) failure = `from seed ${partSeed}: ${told.failure}`;
  const heapMiB = Math.round(process.memoryUsage().heapUsed / 1024 ** 2);
  const cells = columns.map((name) => Math.round((sums[name] ?? 0) * 10) / 10);
  console.log(`| ${[count, ...cells, heapMiB, failure === null ? 0 : 1].join(' | ')} |`);
}
failure ??= soak.verdict?.(sums) ?? null;
if (failure !== null) console.log(`\n${failure}`);
process.exit(failure === null ? 0 : 1);

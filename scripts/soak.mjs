// `npm run soak [-- WHAT [COUNT [SEED [PART-OF-A-NAME]]]]`: what `npm test` tries a little of, for as long as wanted and from a new seed. Never part of `npm test`.
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { build } from './build.mjs';
import { librariesBy } from './format-libraries.mjs';
import { projectFolder } from './project-folder.mjs';

/**
 * One line of the table that a soak prints, and what was wrong, if anything was.
 *
 * @typedef {{ cells: readonly (string | number)[], failure: string | null }} SoakRow
 * @typedef {{ columns: readonly string[], rows: (wanted: number, seed: number, part: string) => AsyncIterable<SoakRow> }} Soak
 */

/** @type {readonly import('./build.mjs').BuildTarget[]} What the real Electron runs. */
const app = ['simulator', 'cli', 'main', 'preload', 'renderer', 'parse-worker', 'formats', 'diagnosis', 'command-link'];

/**
 * What there is, what its count counts, and what it runs of `dist/`. Each module exports a `soak`.
 *
 * @type {Readonly<Record<string, { module: string, counts: string, usual: number, runs?: typeof app }>>}
 */
const soaks = {
  walk: { module: 'test/model/soak-walk.ts', counts: 'steps of the random walk', usual: 1_000_000 },
  breaks: { module: 'test/model/soak-breaks.ts', counts: 'steps for each way of breaking the code', usual: 4_000 },
  diagnosis: { module: 'test/fuzz/soak-diagnosis.ts', counts: 'texts for the diagnosis', usual: 1_000_000 },
  parsers: { module: 'test/fuzz/soak-parsers.ts', counts: 'cases for each parser', usual: 1_000_000 },
  ipc: { module: 'test/e2e/faults/soak-ipc.ts', counts: 'mutated calls of each verb', usual: 100_000, runs: app },
  faults: { module: 'test/e2e/faults/soak-faults.ts', counts: 'rounds of each fault', usual: 1, runs: app },
};

const given = process.argv.slice(2);
const [name, countGiven, seedGiven, part = ''] = /^\d/.test(given[0] ?? '')
  ? ['walk', ...given]
  : [given[0] ?? 'walk', ...given.slice(1)];
const chosen = Object.hasOwn(soaks, name) ? soaks[name] : undefined;
const wanted = Number(countGiven ?? chosen?.usual);
const seed = Number(seedGiven ?? Date.now() % 2_000_000_000);
if (!chosen || !(wanted > 0) || !Number.isSafeInteger(seed)) {
  console.error('npm run soak [-- WHAT [COUNT [SEED [PART-OF-A-NAME]]]], of which');
  for (const [what, { counts, usual }] of Object.entries(soaks))
    console.error(`  ${what.padEnd(8)} ${usual} ${counts}`);
  process.exit(64);
}

if (chosen.runs) await build(chosen.runs);
Reflect.set(globalThis, '__LATCHKEY_RELEASE__', false);
Reflect.set(globalThis, '__LATCHKEY_REPOSITORY__', '');
Reflect.set(globalThis, '__LATCHKEY_REPOSITORY__', '');
Reflect.set(
  globalThis,
  '__LATCHKEY_LIBRARIES__',
  librariesBy((library) => library),
);
Reflect.set(globalThis, '__LATCHKEY_PARSE_WORKER__', '../../../dist/parse-worker/parse-worker.cjs');
const { module } = await runnerImport(join(projectFolder, chosen.module), { configFile: false });
/** @type {Soak} */
const { columns, rows } = Reflect.get(Object(module), 'soak');

console.log(`${name}: ${wanted} ${chosen.counts}, seed ${seed}`);
console.log(`| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`);
let failures = 0;
for await (const { cells, failure } of rows(wanted, seed, part)) {
  console.log(`| ${cells.join(' | ')} |`);
  if (failure === null) continue;
  failures += 1;
  console.log(`\n${failure}\n`);
}
process.exit(failures === 0 ? 0 : 1);

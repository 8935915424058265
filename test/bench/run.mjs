// Runs the benchmarks that are named, or all, and prints their figures. Started by scripts/bench.mjs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';
import { installedElectron } from '../../scripts/electron-path.mjs';
import { librariesBy } from '../../scripts/format-libraries.mjs';
import { projectFolder } from '../../scripts/project-folder.mjs';

/** @typedef {import('./figure').Figure} Figure */
/** @typedef {{ name: string, title: string, file: string, measure: string }} Bench */

/** @type {readonly Bench[]} */
const benches = [
  // First, for its first look is one of a process that has done nothing yet.
  { name: 'logins', title: 'The logins of 60 tools', file: './credentials.ts', measure: 'measureCredentials' },
  { name: 'start', title: 'The start of the app', file: './start.ts', measure: 'measureStart' },
  { name: 'idle', title: 'A minute in which nobody does anything', file: './idle.ts', measure: 'measureIdle' },
  { name: 'bytes', title: 'Bytes of JavaScript', file: './bytes.ts', measure: 'measureBytes' },
  { name: 'commands', title: 'The command line', file: './commands.ts', measure: 'measureCommands' },
  { name: 'scale', title: 'A full beat', file: './scale.ts', measure: 'measureScale' },
  { name: 'items', title: 'A keychain of 10,000 items', file: './many-items.ts', measure: 'measureManyItems' },
  { name: 'status', title: '`latchkey status`', file: './status.ts', measure: 'measureStatus' },
  { name: 'look', title: 'A look', file: './looks.ts', measure: 'measureLooks' },
  {
    name: 'sessions',
    title: 'Remote sessions, on a Mac with 2,000 processes, 200 logins and 50 tmux servers',
    file: './remote-sessions.ts',
    measure: 'measureRemoteSessions',
  },
  { name: 'busy', title: 'A busy Mac, ten minutes of its clock', file: './busy-mac.ts', measure: 'measureBusyMac' },
  {
    name: 'busy-electron',
    title: 'A busy Mac, in the real Electron',
    file: '../e2e/measured/busy-mac-in-electron.ts',
    measure: 'measureBusyMacInElectron',
  },
  {
    name: 'opening',
    title: 'Opening the popover',
    file: '../e2e/measured/popover-opening.ts',
    measure: 'measurePopoverOpening',
  },
  {
    name: 'change',
    title: 'From a change to the menu bar and the popover',
    file: '../e2e/measured/state-change.ts',
    measure: 'measureStateChange',
  },
];

const wanted = process.argv.slice(2);
/** @param {Bench} bench */
const isWanted = ({ name, title }) =>
  wanted.length === 0 || wanted.some((word) => word === name || (word.length > 10 && title.includes(word)));
const chosen = benches.filter(isWanted);
if (chosen.length === 0) {
  console.error(`There is none of that name. There are: ${benches.map(({ name }) => name).join(', ')}.`);
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
const folder = join(projectFolder, 'out/bench');
mkdirSync(folder, { recursive: true });

/** @param {number} value */
const inWords = (value) => (Math.abs(value) < 1 ? value.toFixed(3) : value < 100 ? value.toFixed(1) : value.toFixed(0));

for (const { name, title, file, measure } of chosen) {
  const load = loadavg()[0];
  const { module } = await runnerImport(new URL(file, import.meta.url).pathname, { configFile: false });
  /** @type {readonly Figure[]} */
  const figures = await Reflect.get(Object(module), measure)();
  const run = {
    ...{ name, title, date: new Date().toISOString(), node: process.version, electron: installedElectron().version },
    machine: { processors: cpus().length, model: cpus()[0]?.model, platform: process.platform, loadBefore: load },
    figures,
  };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(run, null, 2)}\n`);
  console.log(`\n${title} (out/bench/${name}.json; load ${load?.toFixed(1)} before it)\n`);
  console.log('| | measured | asked for | |\n|---|---|---|---|');
  for (const { name: what, value, unit, atMost } of figures) {
    const asked = atMost === undefined ? ' | ' : `${atMost} ${unit} | ${value <= atMost ? 'held' : 'missed'}`;
    console.log(`| ${what} | ${inWords(value)} ${unit} | ${asked} |`);
  }
}

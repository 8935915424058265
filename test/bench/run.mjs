// Runs the benchmarks and prints their figures. Started by scripts/bench.mjs.
import { runnerImport } from 'vite';
import { librariesBy } from '../../scripts/format-libraries.mjs';

/** @typedef {import('./figure').Figure} Figure */

const benches = [
  // First, for its first look is one of a process that has done nothing yet.
  { title: 'The logins of 60 tools', file: './credentials.ts', measure: 'measureCredentials' },
  { title: 'The shortest answer of the command line', file: './version.ts', measure: 'measureVersion' },
  { title: 'A keychain of 10,000 items', file: './many-items.ts', measure: 'measureManyItems' },
  { title: '`latchkey status`', file: './status.ts', measure: 'measureStatus' },
  { title: 'A look', file: './looks.ts', measure: 'measureLooks' },
  {
    title: 'Remote sessions, on a Mac with 2,000 processes, 200 logins and 50 tmux servers',
    file: './remote-sessions.ts',
    measure: 'measureRemoteSessions',
  },
  { title: 'A busy Mac, ten minutes of its clock', file: './busy-mac.ts', measure: 'measureBusyMac' },
  {
    title: 'A busy Mac, in the real Electron',
    file: '../e2e/busy-mac-in-electron.ts',
    measure: 'measureBusyMacInElectron',
  },
  { title: 'Opening the popover', file: '../e2e/popover-opening.ts', measure: 'measurePopoverOpening' },
];

Reflect.set(globalThis, '__LATCHKEY_RELEASE__', false);
Reflect.set(globalThis, '__LATCHKEY_REPOSITORY__', '');
const [wanted = ''] = process.argv.slice(2);
Reflect.set(
  globalThis,
  '__LATCHKEY_LIBRARIES__',
  librariesBy((name) => name),
);
Reflect.set(globalThis, '__LATCHKEY_PARSE_WORKER__', '../../../dist/parse-worker/parse-worker.cjs');
for (const { title, file, measure } of benches) {
  if (!title.includes(wanted)) continue;
  const { module } = await runnerImport(new URL(file, import.meta.url).pathname, { configFile: false });
  /** @type {readonly Figure[]} */
  const figures = await Reflect.get(Object(module), measure)();
  console.log(`\n${title}`);
  for (const { name, value, unit, atMost } of figures) {
    const limit = atMost === undefined ? '' : `  (${(value / atMost).toFixed(2)} of ${atMost} ${unit})`;
    console.log(`${value.toFixed(value < 1 ? 3 : 1).padStart(10)} ${unit.padEnd(8)} ${name}${limit}`);
  }
}

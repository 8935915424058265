// Runs the benchmarks and prints their figures. Started by scripts/bench.mjs.
import { runnerImport } from 'vite';

/** @typedef {import('./figure').Figure} Figure */

const benches = [
  // First, for its first look is one of a process that has done nothing yet.
  { title: 'The logins of 30 tools', file: './credentials.ts', measure: 'measureCredentials' },
  { title: 'A look', file: './looks.ts', measure: 'measureLooks' },
  {
    title: 'Remote sessions, on a Mac with 2,000 processes, 200 logins and 50 tmux servers',
    file: './remote-sessions.ts',
    measure: 'measureRemoteSessions',
  },
];

Reflect.set(globalThis, '__LATCHKEY_RELEASE__', false);
for (const { title, file, measure } of benches) {
  const { module } = await runnerImport(new URL(file, import.meta.url).pathname, { configFile: false });
  /** @type {readonly Figure[]} */
  const figures = await Reflect.get(Object(module), measure)();
  console.log(`\n${title}`);
  for (const { name, value, unit, atMost } of figures) {
    const limit = atMost === undefined ? '' : `  (${(value / atMost).toFixed(2)} of ${atMost} ${unit})`;
    console.log(`${value.toFixed(value < 1 ? 3 : 1).padStart(10)} ${unit.padEnd(8)} ${name}${limit}`);
  }
}

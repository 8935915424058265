// Prints what one look for remote sessions costs on a crowded Mac: 2,000 processes, 200 logins, 50 tmux servers.
import { runnerImport } from 'vite';

/** @typedef {import('./remote-sessions')} RemoteSessionsBench */

Reflect.set(globalThis, '__LATCHKEY_RELEASE__', false);
const { module } = await runnerImport(new URL('./remote-sessions.ts', import.meta.url).pathname, { configFile: false });
const { measureRemoteSessions } = /** @type {RemoteSessionsBench} */ (module);

for (const { name, value, unit, atMost } of await measureRemoteSessions()) {
  const limit = atMost === undefined ? '' : `  (${(value / atMost).toFixed(2)} of ${atMost} ${unit})`;
  console.log(`${value.toFixed(1).padStart(8)} ${unit.padEnd(8)} ${name}${limit}`);
}

// Calls a run of looks off and then does nothing more: whatever is left behind would keep this process alive.
// Started by nothing-left.test.ts.
import { runnerImport } from 'vite';

Reflect.set(globalThis, '__LATCHKEY_RELEASE__', false);
const { module } = await runnerImport(new URL('./called-off.ts', import.meta.url).pathname, { configFile: false });
await Reflect.get(Object(module), 'callOffLooks')();
process.stdout.write('called off\n');

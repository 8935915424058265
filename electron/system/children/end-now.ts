import { createRequire } from 'node:module';
import type Koffi from 'koffi';
import { endAllGroups } from './process-group';

/**
 * Ends this process at once. `process.exit` and Electron's quitting wait for the threads of libuv's pool (`uv_library_shutdown`
 * joins them), and one that waits for a keyring may never come back; there is no way to call it off. What is to be written must
 * have been written. It may go once keytar can cancel a call.
 */
export const endNow = (exitCode: number): void => {
  // Nothing that listens to `exit` is told of this end.
  endAllGroups();
  try {
    const require = createRequire(import.meta.url);
    const koffi = require('koffi') as typeof Koffi;
    koffi.load(null).func('void _exit(int status)')(exitCode);
  } catch {
    process.exit(exitCode);
  }
};

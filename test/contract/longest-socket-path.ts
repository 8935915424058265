import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { promisify } from 'node:util';

/** A process of its own: in this one a test may not make a socket whose path is too long for a Mac. */
const trial = `const { existsSync } = require('node:fs');
const { createServer } = require('node:net');
const [, folder] = process.argv;
const canListen = (path) => new Promise((resolve) => {
  const server = createServer();
  server.once('error', () => resolve(false));
  // What is too long may be cut short without a word.
  server.listen(path, () => { const isThere = existsSync(path); server.close(() => resolve(isThere)); });
});
(async () => {
  let bytes = 80;
  while (bytes < 200 && (await canListen((folder + '/').padEnd(bytes + 1, 's')))) bytes += 1;
  console.log(bytes);
})();`;

/** Tries, from a length that any kernel takes. */
export const longestSocketPath = async (): Promise<number> => {
  const folder = mkdtempSync('/tmp/lk-');
  try {
    const { stdout } = await promisify(execFile)(process.execPath, ['-e', trial, folder]);
    return Number(stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

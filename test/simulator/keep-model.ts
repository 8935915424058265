import { closeSync, existsSync, writeSync } from 'node:fs';
import { startModel } from './model';

const lookEveryMs = 500;
/** The executable that has started it waits at the other end of this pipe (native/start-model.h). */
const readyFile = 3;
/** The next call starts another one. */
const longestIdleMs = 5 * 60_000;

/**
 * Keeps a Mac's model in a process of its own, for a Mac that no test has in its hands: to the end of its folder, or until nobody
 * has called for a while.
 *
 * @returns the exit code, at that end
 */
export const keepModel = async (root: string): Promise<number> => {
  const model = await startModel(root);
  if (!model) return 0;
  writeSync(readyFile, '1');
  closeSync(readyFile);
  return new Promise((resolve) => {
    const looking = setInterval(() => {
      if (existsSync(root) && model.idleMs() < longestIdleMs) return;
      clearInterval(looking);
      void model.close().then(() => resolve(0));
    }, lookEveryMs);
  });
};

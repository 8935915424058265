import type { TestProject } from 'vitest/node';
import { startVirtualDisplay } from '../../scripts/virtual-display.mjs';

/**
 * vitest's global setup for what opens windows: on Linux always displays of its own, so that tests look alike anywhere, and one for
 * each worker, so that no window takes the keyboard from another test's (`own-display.ts` chooses).
 */
export default async function virtualDisplays({ config }: TestProject): Promise<(() => void) | undefined> {
  if (process.platform !== 'linux') return undefined;
  const started = await Promise.all(Array.from({ length: Number(config.maxWorkers) }, () => startVirtualDisplay()));
  process.env.LATCHKEY_DISPLAYS = started.map(({ display }) => display).join(' ');
  return () => {
    for (const { stop } of started) stop();
  };
}

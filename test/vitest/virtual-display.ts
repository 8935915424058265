import { startVirtualDisplay } from '../../scripts/virtual-display.mjs';

/** vitest's global setup for what opens windows: on Linux always a display of its own, so that tests look alike anywhere. */
export default async function virtualDisplay(): Promise<(() => void) | undefined> {
  if (process.platform !== 'linux') return undefined;
  const { display, stop } = await startVirtualDisplay();
  process.env.DISPLAY = display;
  return stop;
}

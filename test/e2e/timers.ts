import type { LatchkeyApp } from './latchkey-app';

/** Makes the app's long timers of exactly this length short, so that a test need not wait for minutes. */
export const shortenTimer = (app: LatchkeyApp, { fromMs, toMs }: { fromMs: number; toMs: number }): Promise<void> =>
  app.electron.evaluate(
    (_electron, lengths) => {
      const real = globalThis.setTimeout;
      const shortened = (run: () => void, delayMs?: number) =>
        real(run, delayMs === lengths.fromMs ? lengths.toMs : delayMs);
      globalThis.setTimeout = Object.assign(shortened, real) as unknown as typeof globalThis.setTimeout;
    },
    { fromMs, toMs },
  );

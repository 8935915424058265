import { vi } from 'vitest';

/**
 * How long a test waits for what must come: as long as on the machine that the yardstick is from, longer on a slower one. Not for
 * a bound that the product itself promises.
 */
export const patience = (ms: number): number => Math.ceil(ms * Number(process.env.LATCHKEY_SLOWNESS ?? 1));

/** Waits until it holds, for as long as what must come may take on this machine. */
export const eventually = <Value>(check: () => Value | Promise<Value>): Promise<Value> =>
  vi.waitFor(check, { timeout: patience(20_000), interval: 20 });

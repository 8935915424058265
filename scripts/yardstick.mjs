import { spawnSync } from 'node:child_process';

/** What `node -e 0` takes on the machine that the tests' limits were chosen on, with two cores and nothing else to do. */
const referenceMs = 50;
/** A machine that is even slower is one on which something else is wrong. */
const mostSlowness = 10;

const once = () => {
  const startedAt = performance.now();
  spawnSync(process.execPath, ['-e', '0']);
  return performance.now() - startedAt;
};

/**
 * How fast this machine is right now: the time of `node -e 0`, the middle one of five. A run that starts others hands it on.
 * @returns {number}
 */
export const yardstickMs = () => {
  const known = Number(process.env.LATCHKEY_YARDSTICK_MS);
  if (known > 0) return known;
  const times = Array.from({ length: 5 }, once).sort((one, other) => one - other);
  return Math.round(times[2] ?? referenceMs);
};

/**
 * By how much the tests' limits are longer here. Never shorter than written.
 * @param {number} measuredMs
 */
export const slownessFrom = (measuredMs) => Math.min(Math.max(measuredMs / referenceMs, 1), mostSlowness);

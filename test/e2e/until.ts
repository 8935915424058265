import { setTimeout as wait } from 'node:timers/promises';

const againMs = 50;

/** Asks until there is an answer; for what is run outside of vitest as well, whose own waiting is not there then. */
export const until = async <Value>(
  ask: () => Value | Promise<Value>,
  timeoutMs: number,
): Promise<Exclude<Value, false | null | undefined>> => {
  for (const givesUpAt = performance.now() + timeoutMs; ; await wait(againMs)) {
    const answer = await ask();
    if (answer) return answer as Exclude<Value, false | null | undefined>;
    if (performance.now() > givesUpAt) throw new Error('It did not come about in time.');
  }
};

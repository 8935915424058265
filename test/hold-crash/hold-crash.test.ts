import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Aftermath, type CrashingMac, createCrashingMac } from './crashing-mac';
import type { Death } from './victim';

const randomPoints = 200;
/** `LATCHKEY_CRASH_SEED=… ` brings the same random points again. */
const seed = Number(process.env.LATCHKEY_CRASH_SEED ?? Date.now() % 1_000_000);

const before = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const slowTools = ['set-keychain-settings', 'lock-keychain'];

let macs: readonly CrashingMac[];
let wholeSteps: readonly string[];
let stepCount: number;
let recoverySteps: number;
let lengthMs: number;

beforeAll(async () => {
  macs = await Promise.all([
    createCrashingMac({ lockOnSleep: true, idleTimeoutSeconds: 300 }, { lockOnSleep: false, idleTimeoutSeconds: 7201 }),
    createCrashingMac({ lockOnSleep: true, idleTimeoutSeconds: null }, { lockOnSleep: true, idleTimeoutSeconds: 1 }),
    createCrashingMac({ lockOnSleep: false, idleTimeoutSeconds: 61 }, { lockOnSleep: true, idleTimeoutSeconds: 300 }),
    createCrashingMac(
      { lockOnSleep: true, idleTimeoutSeconds: 86_399 },
      { lockOnSleep: true, idleTimeoutSeconds: null },
    ),
  ]);
  const [first] = macs;
  if (!first) throw new Error('no Mac');
  const whole = await first.whole();
  expect(whole.said.filter((line) => /^(held|ended)/.test(line))).toEqual(['held {"ok":true}', 'ended {"ok":true}']);
  wholeSteps = whole.steps;
  stepCount = wholeSteps.length;
  lengthMs = whole.lastedMs;
  recoverySteps = Math.ceil(stepCount / 2);
});

afterAll(() => Promise.all(macs.map((mac) => mac.dispose())));

interface Point {
  readonly name: string;
  readonly death: Death;
  readonly secondDeath?: Death;
}

/** Runs the points on several Macs at once. @returns those after which something was not as before. */
const crashAt = async (points: readonly Point[], on = macs) => {
  const lost: { readonly point: Point; readonly lastStep: string | undefined; readonly aftermath: Aftermath }[] = [];
  const queue = [...points];
  let killed = 0;
  const work = async (mac: CrashingMac) => {
    for (let point = queue.shift(); point; point = queue.shift()) {
      const { life, aftermath } = await mac.crash(point.death, point.secondDeath);
      if (life.exitCode === null) killed += 1;
      try {
        const { isWorkLocked } = aftermath;
        expect(isWorkLocked).not.toBe(false);
        expect(aftermath).toEqual({ ...mac.original, isWorkLocked });
      } catch {
        lost.push({ point, lastStep: life.steps.at(-1), aftermath });
      }
    }
  };
  await Promise.all(on.map(work));
  return { lost, killed };
};

describe('a Latchkey that is killed while it begins or ends a hold', () => {
  it('leaves, at every step, what the next one puts back exactly', async () => {
    const points = Array.from({ length: stepCount }, (_, index) => ({
      name: `step ${index + 1}`,
      death: { atStep: index + 1 },
    }));
    const { lost, killed } = await crashAt(points);
    expect(lost).toEqual([]);
    expect(killed).toBe(stepCount);
    expect(stepCount).toBeGreaterThan(60);
  });

  it('waits for a write that outlives it before anything is taken for put back', async () => {
    const faults = slowTools.map((when) => ({ tool: 'security' as const, when, hangMs: 1000 }));
    const slow = await Promise.all(
      macs.map(() => createCrashingMac(before, { ...before, idleTimeoutSeconds: 900 }, faults)),
    );
    try {
      const during = wholeSteps.flatMap((step, index) => (/during (set|lock)/.test(step) ? [index + 1] : []));
      expect(during).toHaveLength(5);
      const points = during.map((atStep) => ({ name: `step ${atStep}`, death: { atStep } }));
      const { lost, killed } = await crashAt(points, slow);
      expect(lost).toEqual([]);
      expect(killed).toBe(during.length);
    } finally {
      await Promise.all(slow.map((mac) => mac.dispose()));
    }
  });

  it(`leaves it so at ${randomPoints} random points, also where the next one is killed at it (seed ${seed})`, async () => {
    const random = pseudoRandom(seed);
    const points = Array.from({ length: randomPoints }, (_, index): Point => {
      const death = { afterMs: random() * lengthMs * 1.1 };
      const name = `random point ${index} of seed ${seed}: after ${death.afterMs} ms`;
      if (index % 2 === 0) return { name, death };
      return { name, death, secondDeath: { atStep: 1 + Math.floor(random() * recoverySteps) } };
    });
    const { lost, killed } = await crashAt(points);
    expect(lost).toEqual([]);
    // Some come after the hold has ended.
    expect(killed).toBeGreaterThan(randomPoints / 2);
  });
});

/** Numbers from 0 to below 1, the same for the same seed (a linear congruential generator). */
const pseudoRandom = (start: number): (() => number) => {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
};

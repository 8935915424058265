import fc from 'fast-check';
import { leastProcessorMs, machineSlowness } from '../processor-time';
import { casesOf, lengthen } from './cases';
import type { Foreign, Parser } from './parser';

/** What came of trying one parser. */
export interface Tried {
  readonly name: string;
  readonly cases: number;
  readonly longCases: number;
  readonly slowestMs: number;
  /** What the dearest cases took of memory and had not given back when they were through. */
  readonly mostMiB: number;
  /** The smallest case that was found to what is wrong first, and that; null: nothing is. */
  readonly failure: string | null;
}

export interface Trial {
  readonly seed: number;
  readonly cases: number;
  /** Every so many cases one is made long. */
  readonly longEach: number;
  readonly longest: number;
}

/** What no reading of anybody's bytes may cost the process that has the windows. */
const mostMs = 50;
const mostMiB = 64;
/** Worth measuring once more, alone. */
const dearMs = 5;
const longestShown = 1_500;

export const tryParser = async (parser: Parser, { seed, cases, longEach, longest }: Trial): Promise<Tried> => {
  const [most, tally] = [mostMs * slowness(), { cases: 0, longCases: 0, slowestMs: 0, mostMiB: 0 }];
  const read = parser.read as (foreign: Foreign) => unknown;
  const judge = parser.judge as ((found: unknown, foreign: Foreign) => string | null) | undefined;
  const isReadHere = (parser.isReadHere ?? (() => true)) as (foreign: Foreign) => boolean;

  const measure = async (foreign: Foreign): Promise<void> => {
    const before = memoryMiB();
    await read(foreign);
    tally.mostMiB = Math.max(tally.mostMiB, Math.round(memoryMiB() - before));
    const ms =
      read(foreign) instanceof Promise ? await leastMs(read, foreign) : leastProcessorMs(3, () => read(foreign));
    tally.slowestMs = Math.max(tally.slowestMs, Math.round(ms));
    // The machine may have become slower since.
    if (ms > most && ms > mostMs * machineSlowness()) throw new Error(`It took ${Math.round(ms)} ms.`);
    if (tally.mostMiB > mostMiB) throw new Error(`It took ${tally.mostMiB} MiB.`);
  };

  const tryOne = async (foreign: Foreign): Promise<void> => {
    if (!isReadHere(foreign)) return;
    const startedAt = performance.now();
    const found = await read(foreign);
    const tookMs = performance.now() - startedAt;
    tally.slowestMs = Math.max(tally.slowestMs, tookMs < dearMs ? Math.ceil(tookMs) : 0);
    if (tookMs >= dearMs) await measure(foreign);
    const wrong = judge?.(found, foreign) ?? null;
    if (wrong !== null) throw new Error(wrong);
  };

  const property = fc.asyncProperty(casesOf(parser), async (foreign) => {
    tally.cases += 1;
    await tryOne(foreign);
    const long = tally.cases % longEach === 0 ? lengthen(foreign, Math.min(longest, parser.longest)) : null;
    if (long === null) return;
    tally.longCases += 1;
    await tryOne(long);
  });
  const found = await fc.check(property, { seed, numRuns: cases, unbiased: true, interruptAfterTimeLimit: 3_600_000 });
  const failure = found.failed ? tell(parser.name, found) : null;
  return { name: parser.name, ...tally, failure };
};

/** Measured once: it takes longer than most trials. */
let measured: number | null = null;
const slowness = (): number => {
  measured ??= machineSlowness();
  return measured;
};

const memoryMiB = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 ** 2;
};

/** Of one that waits in between, which counts as well. */
const leastMs = async (read: (foreign: Foreign) => unknown, foreign: Foreign): Promise<number> => {
  const costs: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const { user, system } = process.cpuUsage();
    await read(foreign);
    const after = process.cpuUsage();
    costs.push((after.user + after.system - user - system) / 1000);
  }
  return Math.min(...costs);
};

const tell = (name: string, { counterexample, errorInstance, seed }: fc.RunDetails<[Foreign]>): string => {
  const [foreign] = counterexample ?? [];
  const shown = Buffer.isBuffer(foreign) ? foreign.toString('latin1') : foreign;
  let text: string;
  try {
    text = JSON.stringify(shown);
  } catch {
    text = String(shown);
  }
  const reason =
    errorInstance instanceof Error ? `${errorInstance.message}\n${errorInstance.stack}` : String(errorInstance);
  return `${name}, seed ${seed}: ${reason}\nof ${text?.slice(0, longestShown)}`;
};

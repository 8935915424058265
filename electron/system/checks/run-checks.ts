import type { CheckId } from '../../core/diagnosis/causes/checks';
import type { CheckResult } from '../../core/diagnosis/check-result';
import { nameOfError } from '../../core/text/name-of-error';
import { formatTimeout } from '../../core/time/format-timeout';
import { fewAtATime } from '../files/few-at-a-time';
import type { Check, Finding } from './check';

/** One that has not ended after a while. */
export interface SlowCheck {
  readonly id: CheckId;
  readonly sentence: string;
}

/** How far a run has come. */
export interface CheckProgress {
  /** In the order in which they ended. */
  readonly finished: readonly CheckResult[];
  readonly running: readonly CheckId[];
  readonly waiting: readonly CheckId[];
  /** Of those that run, the ones that take long: each with what it can tell already, and whom it waits for. */
  readonly slow: readonly SlowCheck[];
}

export interface RunOptions {
  /** Ends the run: what is not finished is `cancelled`. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: CheckProgress) => void;
  /** Of the whole run. Default: 15 seconds. */
  readonly totalLimitMs?: number;
  /**
   * Of those that stay on this Mac; those that wait for the network do not stand in their way, and neither does one that
   * has become slow. Default: 4.
   */
  readonly mostAtOnce?: number;
  /** After so long in one check it is told as slow. Default: 1.5 seconds, so that all else is told within two. */
  readonly slowAfterMs?: number;
}

/** What a check gets to end what it has begun, once its time is up; the run waits no longer than this for it. */
const leaveMs = 1_000;

/**
 * Runs the checks, a few at a time, within one bound, and says after each how far it is. Never rejects.
 *
 * @returns one result for each check, in the order of the checks; when it resolves, each has ended what it had begun (a
 * call of macOS's own tools that does not end at once has a bound of a few seconds of its own).
 */
export const runChecks = async (
  checks: readonly Check[],
  { signal, onProgress, totalLimitMs = 15_000, mostAtOnce = 4, slowAfterMs = 1_500 }: RunOptions,
): Promise<readonly CheckResult[]> => {
  const run = startRun(signal, Math.max(0, totalLimitMs - leaveMs));
  const finished: CheckResult[] = [];
  const running = new Set<CheckId>();
  const slow = new Map<CheckId, SlowCheck>();
  const left: Promise<unknown>[] = [];
  const tell = () =>
    onProgress?.({
      finished: [...finished],
      running: [...running],
      waiting: checks.map(({ id }) => id).filter((id) => !running.has(id) && !finished.some((one) => one.id === id)),
      slow: [...slow.values()],
    });
  const tellSlow = async ({ id, soFar }: Check): Promise<void> => {
    const sentence =
      (await soFar?.().catch((error: unknown) => `No answer yet (${nameOfError(error)}).`)) ?? 'No answer yet.';
    if (!running.has(id)) return;
    slow.set(id, { id, sentence });
    tell();
  };
  const one = async (check: Check): Promise<void> => {
    running.add(check.id);
    tell();
    const startedMs = performance.now();
    const work = run.signal.aborted ? null : start(check, run.signal);
    if (work !== null) left.push(work);
    const finding = await (work === null ? run.ended : Promise.race([work, run.ended]));
    running.delete(check.id);
    slow.delete(check.id);
    finished.push({
      ...findingOf(finding, run, check),
      id: check.id,
      tookMs: Math.round(performance.now() - startedMs),
    });
    tell();
  };
  const [near, far] = [
    checks.filter(({ hosts }) => hosts.length === 0),
    checks.filter(({ hosts }) => hosts.length > 0),
  ];
  const all: Promise<void>[] = [];
  /** Until it has ended or has become slow: then its turn is over, and it goes on beside the others. */
  const inTurn = async (check: Check): Promise<void> => {
    const work = one(check);
    all.push(work);
    if (await isOverWithin(work, slowAfterMs)) return;
    void tellSlow(check);
  };
  await Promise.all([fewAtATime(far, far.length, inTurn), fewAtATime(near, mostAtOnce, inTurn)]);
  await Promise.all(all);
  await run.leave(left);
  return checks.flatMap(({ id }) => finished.filter((result) => result.id === id));
};

const isOverWithin = async (work: Promise<void>, limitMs: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), limitMs);
  });
  const isOver = await Promise.race([work.then(() => true), late]);
  clearTimeout(timer);
  return isOver;
};

type Ended = 'cancelled' | 'too-long';

interface Run {
  /** Fires when the run is called off or its time is up. */
  readonly signal: AbortSignal;
  readonly ended: Promise<Ended>;
  readonly limitMs: number;
  /** Waits a little for what is still ending, and takes the timers away. */
  leave(left: readonly Promise<unknown>[]): Promise<void>;
}

const startRun = (signal: AbortSignal, limitMs: number): Run => {
  const controller = new AbortController();
  let tellEnd: (why: Ended) => void = () => {};
  const ended = new Promise<Ended>((resolve) => {
    tellEnd = resolve;
  });
  const end = (why: Ended) => {
    tellEnd(why);
    controller.abort();
  };
  const cancel = () => end('cancelled');
  const timer = setTimeout(() => end('too-long'), limitMs);
  signal.addEventListener('abort', cancel, { once: true });
  if (signal.aborted) cancel();
  return {
    signal: controller.signal,
    ended,
    limitMs,
    async leave(left) {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
      let leaving: NodeJS.Timeout | undefined;
      const waited = new Promise((done) => {
        leaving = setTimeout(done, leaveMs);
      });
      await Promise.race([Promise.all(left), waited]);
      clearTimeout(leaving);
    },
  };
};

const start = async (check: Check, signal: AbortSignal): Promise<Finding> => {
  try {
    return await check.run(signal);
  } catch (error) {
    return notPossible(check, `The check itself failed: ${nameOfError(error)}.`);
  }
};

const findingOf = (finding: Finding | Ended, run: Run, check: Check): Omit<CheckResult, 'id' | 'tookMs'> => {
  if (finding === 'cancelled') return { ...notPossible(check, 'It was called off.'), result: 'cancelled' };
  const seconds = Math.round((run.limitMs + leaveMs) / 1000);
  if (finding === 'too-long')
    return notPossible(check, `The ${formatTimeout(seconds)} that all checks have together were up.`);
  return finding;
};

const notPossible = ({ hosts }: Check, sentence: string): Finding => ({
  lookedAt: hosts.join(', '),
  result: 'not-possible',
  sentence,
  facts: {},
});

import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { createInTurn } from '../../core/in-turn';
import { failure, type Outcome, success } from '../../core/outcome';

/** What a worker is given: plain values; the content is handed over and is no longer here afterwards. */
export interface WorkerJob {
  readonly name: string;
  readonly path: string;
  readonly content: Uint8Array;
}

/** What it says before it ends by itself. */
export type WorkerAnswer = { readonly value: unknown };

export interface WorkerLimits {
  readonly timeLimitMs: number;
  readonly mostMegabytes: number;
}

/** The dearest that is still read takes a second or two; a machine that does much else needs several times that. */
const defaultLimits: WorkerLimits = { timeLimitMs: 10_000, mostMegabytes: 256 };

export type WorkerProblem = 'too-dear' | 'no-worker';

const sources = new Map<string, Promise<string>>();

/** Out of an archive a file can be read, but not always be run: a worker gets the text of its program. */
const sourceOf = (file: string): Promise<string> => {
  const source = sources.get(file) ?? readFile(file, 'utf8');
  sources.set(file, source);
  return source;
};

const inTurn = createInTurn();

/**
 * Does in a thread what may cost more than the main process can spend. It is started for the job and ended after it, or
 * when its time or its memory is over; whatever becomes of it, the answer is a value. There is one at a time: a folder
 * full of dear files takes one core and not all.
 *
 * @param file the built program of the worker, self-contained CommonJS.
 */
export const runInWorker = (
  file: string,
  job: WorkerJob,
  limits: WorkerLimits = defaultLimits,
): Promise<Outcome<unknown, WorkerProblem>> => inTurn.run(() => runNow(file, job, limits));

const noWorker = failure('no-worker', 'the part of Latchkey that reads such files does not start');

const runNow = async (file: string, job: WorkerJob, limits: WorkerLimits): Promise<Outcome<unknown, WorkerProblem>> => {
  try {
    return await answerOf(await start(await sourceOf(file), job, limits), limits);
  } catch {
    return noWorker;
  }
};

/** It has no environment, reads no options of ours, and what a library prints in it reaches no console. */
const start = (source: string, { content, ...named }: WorkerJob, { mostMegabytes }: WorkerLimits): Worker => {
  const own = new Uint8Array(content);
  return new Worker(source, {
    eval: true,
    workerData: { ...named, content: own },
    transferList: [own.buffer],
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes, maxYoungGenerationSizeMb: 32 },
  });
};

const answerOf = (worker: Worker, { timeLimitMs }: WorkerLimits): Promise<Outcome<unknown, WorkerProblem>> =>
  new Promise((resolve) => {
    const end = (outcome: Outcome<unknown, WorkerProblem>): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(outcome);
    };
    const tooDear = failure('too-dear', 'reading it would take too long');
    const timer = setTimeout(() => end(tooDear), timeLimitMs);
    worker.once('message', ({ value }: WorkerAnswer) => end(success(value)));
    worker.once('error', (error: Error & { readonly code?: string }) =>
      end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooDear : noWorker),
    );
    worker.once('exit', () => end(noWorker));
  });

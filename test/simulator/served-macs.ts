import { Worker } from 'node:worker_threads';

export interface ThreadRequest {
  readonly number: number;
  readonly root: string;
  readonly isServed: boolean;
}

export interface ThreadAnswer {
  readonly number: number;
  /** null: done */
  readonly problem: string | null;
}

/** The thread that keeps the models of this process's Macs. A test that stands still in a call of its own does not hold it up. */
class ModelThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (problem: string | null) => void>();
  #requests = 0;

  constructor(toolFile: string) {
    this.#worker = new Worker(toolFile, { execArgv: [] });
    this.#worker.unref();
    this.#worker.on('message', ({ number, problem }: ThreadAnswer) => {
      this.#waiting.get(number)?.(problem);
      this.#waiting.delete(number);
      if (this.#waiting.size === 0) this.#worker.unref();
    });
    this.#worker.on('error', (error) => {
      for (const settle of this.#waiting.values()) settle(String(error));
      throw error;
    });
  }

  ask(request: Omit<ThreadRequest, 'number'>): Promise<void> {
    this.#requests += 1;
    const number = this.#requests;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, (problem) => (problem === null ? resolve() : reject(new Error(problem))));
      this.#worker.postMessage({ number, ...request } satisfies ThreadRequest);
    });
  }
}

const threads = new Map<string, ModelThread>();

const threadFor = (toolFile: string): ModelThread => {
  const thread = threads.get(toolFile) ?? new ModelThread(toolFile);
  threads.set(toolFile, thread);
  return thread;
};

/** From here on the executables of this Mac are answered, as long as this process lives. */
export const serveMac = (toolFile: string, root: string): Promise<void> =>
  threadFor(toolFile).ask({ root, isServed: true });

export const stopServingMac = (toolFile: string, root: string): Promise<void> =>
  threadFor(toolFile).ask({ root, isServed: false });

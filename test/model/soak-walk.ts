import { walkFrom } from './walks';

const stepsEach = 20_000;

/** The random walk for as long as wanted: it ends with the first failure. */
export const soak = {
  columns: ['steps', 'walks', 'heap, MiB', 'failures'],
  async *rows(wanted: number, seed: number) {
    let [steps, walks, hasFailed] = [0, 0, false];
    for (let part = 0; steps < wanted && !hasFailed; part += 1) {
      const walked = await walkFrom(seed + part * 7919, Math.min(stepsEach, wanted - steps));
      steps += walked.steps;
      walks += walked.walks;
      hasFailed = walked.failure !== null;
      const heapMiB = Math.round(process.memoryUsage().heapUsed / 1024 ** 2);
      const failure = hasFailed ? `from seed ${walked.seed}: ${walked.failure}` : null;
      yield { cells: [steps, walks, heapMiB, hasFailed ? 1 : 0], failure };
    }
  },
};

import { fuzzFrom } from '../core/diagnosis/fuzzed';

const textsEach = 20_000;
/** So much of what is no message may be taken for one. */
const mostMistaken = 1 / 10_000;

/** Mutated and random texts for as long as wanted: it ends with the first failure. */
export const soak = {
  columns: ['texts', 'noise', 'of it taken for a message', 'dearest, ms of processor', 'heap, MiB', 'failures'],
  async *rows(wanted: number, seed: number) {
    let [texts, noise, mistaken, dearestMs, hasFailed] = [0, 0, 0, 0, false];
    for (let part = 0; texts < wanted && !hasFailed; part += 1) {
      const partSeed = seed + part * 7919;
      const told = fuzzFrom(partSeed, Math.min(textsEach, wanted - texts));
      texts += told.texts;
      noise += told.noise;
      mistaken += told.mistaken.length;
      dearestMs = Math.max(dearestMs, told.slowestMs);
      const isOver = texts >= wanted && mistaken > noise * mostMistaken;
      const tooMany = isOver ? 'More than one in ten thousand is taken for a message.' : null;
      const failure = told.failure === null ? tooMany : `from seed ${partSeed}: ${told.failure}`;
      hasFailed = failure !== null;
      const heapMiB = Math.round(process.memoryUsage().heapUsed / 1024 ** 2);
      yield { cells: [texts, noise, mistaken, Math.round(dearestMs * 10) / 10, heapMiB, hasFailed ? 1 : 0], failure };
    }
  },
};

import { parsers } from './registry';
import { tryParser } from './try-parser';

/** Every parser, one after the other; every ten thousandth case as long as one can be. */
export const soak = {
  columns: ['parser', 'cases', 'of them long', 'dearest, ms', 'most memory, MiB', 'failures'],
  async *rows(wanted: number, seed: number, part: string) {
    for (const parser of parsers.filter(({ name }) => name.includes(part))) {
      const trial = { seed, cases: wanted, longEach: 10_000, longest: Number.POSITIVE_INFINITY };
      const { name, cases, longCases, slowestMs, mostMiB, failure } = await tryParser(parser, trial);
      yield { cells: [name, cases, longCases, slowestMs, mostMiB, failure === null ? 0 : 1], failure };
    }
  },
};

import { diagnose } from '../../../electron/core/diagnosis/engine';
import { mergeFacts } from '../../../electron/core/diagnosis/merge-facts';
import { matchMessage } from '../../../electron/core/diagnosis/messages/match-message';
import { leastProcessorMs, machineSlowness, processorMs } from '../../processor-time';
import { longText, mutated, type Next, noise, numbersFrom } from './random-texts';

export interface Fuzzed {
  readonly texts: number;
  /** How many of them were noise, and which of those were taken for a message. */
  readonly noise: number;
  readonly mistaken: readonly string[];
  /** Of processor time, the dearest text. */
  readonly slowestMs: number;
  /** The first text that cost too much, or that came to no answer; null: none did. */
  readonly failure: string | null;
}

/** What one text may cost on the machine that the bound was set on. */
const mostMs = 50;
/** One that is as long as may be among so many that are not. */
const longOneIn = 1_000;

type Kind = 'noise' | 'mutated' | 'long';
const kindOf = (next: Next): Kind => (next(longOneIn) === 0 ? 'long' : next(2) === 0 ? 'noise' : 'mutated');
const makers = { noise, mutated, long: longText } as const;

/** Diagnoses texts that nobody has written, the same ones for the same seed, until one of them is wrong. */
export const fuzzFrom = (seed: number, wanted: number): Fuzzed => {
  const next = numbersFrom(seed);
  const allowedMs = mostMs * machineSlowness();
  const mistaken: string[] = [];
  let slowestMs = 0;
  let noiseCount = 0;
  for (let count = 0; count < wanted; count += 1) {
    const kind = kindOf(next);
    const text = makers[kind](next);
    const outcome: { isKnown: boolean } = { isKnown: false };
    const run = () => {
      const message = matchMessage(text);
      const { causes } = diagnose(mergeFacts([{ message }]));
      outcome.isKnown = message.kind === 'recognised';
      if (causes.length === 0) throw new Error('There is no cause, not even that it is unexplained.');
      if (!outcome.isKnown && causes[0]?.id !== 'unexplained') throw new Error(`${causes[0]?.id} comes of nothing.`);
    };
    try {
      let spentMs = processorMs(run);
      // What else the process does, collecting garbage for one, only adds to it.
      if (spentMs > allowedMs) spentMs = leastProcessorMs(3, run);
      slowestMs = Math.max(slowestMs, spentMs);
      if (spentMs > allowedMs) throw new Error(`It cost ${Math.round(spentMs)} ms.`);
    } catch (error) {
      const failure = `${error instanceof Error ? error.message : String(error)} ${JSON.stringify(text.slice(0, 2_000))}`;
      return { texts: count + 1, noise: noiseCount, mistaken, slowestMs, failure };
    }
    if (kind !== 'noise') continue;
    noiseCount += 1;
    if (outcome.isKnown) mistaken.push(text);
  }
  return { texts: wanted, noise: noiseCount, mistaken, slowestMs, failure: null };
};

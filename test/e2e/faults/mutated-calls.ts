import fc from 'fast-check';
import type { Page } from 'playwright-core';
import { contract } from '../../../electron/contract/contract';
import type { RequestVerb } from '../../../electron/contract/verbs';
import { editValue } from '../../fuzz/mutations';
import { payloads } from '../../fuzz/parsers/words-of-others';

export interface Called {
  readonly calls: number;
  /** Of what must be refused and was not, or was refused in other words: the smallest number that is worth looking at. */
  readonly wrong: readonly string[];
}

const atOnce = 250;

const edits = fc.array(fc.tuple(fc.nat(1_000), fc.nat(), fc.nat()), { minLength: 1, maxLength: 5, size: 'max' });
const mutated = fc
  .tuple(fc.nat(1_000), edits)
  .map(([which, some]) => editValue(payloads[which % payloads.length], some));

/** What JSON cannot write; made in the page, by their number. The last two no message can carry. */
const unwritten = 13;

/** What the verb's parser refuses, so that nothing of it may be done. */
const refusedBy = (verb: RequestVerb, seed: number, count: number): readonly string[] =>
  fc
    .sample(mutated, { seed, numRuns: count })
    .filter((value) => value !== undefined && !contract[verb].payload.safeParse(value).success)
    .map((value) => JSON.stringify(value) ?? 'null')
    // As it reaches the page: what JSON has made of it may be something that is taken.
    .filter((text) => !contract[verb].payload.safeParse(JSON.parse(text)).success);

/** Calls a verb of the real bridge, in the real page, with what it must refuse: so often, many at a time. */
export const callWithMutated = async (page: Page, verb: RequestVerb, seed: number, count: number): Promise<Called> => {
  let calls = 0;
  const wrong: string[] = [];
  for (let part = 0; calls < count && wrong.length === 0; part += 1) {
    const texts = refusedBy(verb, seed + part, Math.min(atOnce, count - calls));
    const answers = await page.evaluate(callAll, { verb, texts, unwritten: part === 0 ? unwritten : 0 });
    calls += answers.length;
    wrong.push(...answers.filter((answer) => !isRefusal.test(answer)));
  }
  return { calls, wrong };
};

const isRefusal = /Latchkey did not do this\.$|could not be cloned/;

/** Runs in the page. */
const callAll = async (given: {
  readonly verb: string;
  readonly texts: readonly string[];
  readonly unwritten: number;
}): Promise<readonly string[]> => {
  const [group = '', name = ''] = given.verb.split('.');
  const bridge = window.latchkey as unknown as Record<string, Record<string, (payload: unknown) => Promise<unknown>>>;
  const circle: Record<string, unknown> = {};
  circle.itself = circle;
  const others: readonly unknown[] = [
    ...[Number.NaN, Number.POSITIVE_INFINITY, 10n, new Map([[1, 2]]), new Set([1]), new ArrayBuffer(8), /a/g],
    ...[new Error('x'), circle, Array(100_000).fill(0), 'x'.repeat(1_000_000), Symbol('x'), () => 1],
  ];
  const payloads = [...given.texts.map((text) => JSON.parse(text) as unknown), ...others.slice(0, given.unwritten)];
  return Promise.all(
    payloads.map(async (payload) => {
      try {
        await bridge[group]?.[name]?.(payload);
        return `${given.verb} took ${JSON.stringify(payload)?.slice(0, 300)}`;
      } catch (error) {
        return (error as Error).message;
      }
    }),
  );
};

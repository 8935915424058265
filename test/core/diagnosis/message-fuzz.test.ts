import { describe, expect, it } from 'vitest';
import { matchMessage } from '../../../electron/core/diagnosis/messages/match-message';
import { messages } from '../../../electron/core/diagnosis/messages/messages';
import { leastProcessorMs, machineSlowness } from '../../processor-time';

/** The same numbers each time (mulberry32), so that a failure can be seen again. */
const numbersFrom = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
};

/** A log's words, no two of which make a message. */
const words = (
  'the of and build test file line user error warn info debug time started stopped ready worker process pid port code ' +
  'status exit request response cache token key value session agent server client host name path open read write ' +
  'connect close retry failed done 25308 -25308x 25300 36 44 51 127 0.0.1 :: /status sock docker git npm'
).split(' ');

type Next = ReturnType<typeof numbersFrom>;

const randomCharacters = (next: Next): string =>
  Array.from({ length: 1 + next(400) }, () =>
    String.fromCodePoint(next(8) === 0 ? 0x20 + next(0xd000) : 0x20 + next(95)),
  ).join('');

const randomWords = (next: Next): string =>
  Array.from({ length: 1 + next(60) }, () => words[next(words.length)]).join(next(5) === 0 ? '\n' : ' ');

const texts = messages.flatMap(({ texts: own }) => own);
/** A text that means something, cut, doubled, turned or with a hole in it. */
const mutated = (next: Next): string => {
  const text = texts[next(texts.length)] ?? '';
  const [from, to] = [next(text.length), next(text.length)];
  const cut = text.slice(Math.min(from, to), Math.max(from, to));
  return (
    [cut, cut.repeat(1 + next(50)), [...cut].reverse().join(''), `${text.slice(0, from)}${randomCharacters(next)}`][
      next(4)
    ] ?? ''
  );
};

describe('texts that nobody has written', () => {
  const many = 4_000;

  it('of characters or of words at random are no message, but for one in ten thousand', () => {
    const next = numbersFrom(25308);
    const known = Array.from({ length: many }, (_, index) =>
      (index % 2 === 0 ? randomCharacters : randomWords)(next),
    ).filter((text) => matchMessage(text).kind === 'recognised');
    expect(known).toEqual([]);
  });

  it('made from messages come to an answer', () => {
    const next = numbersFrom(36);
    const kinds = new Set(Array.from({ length: many }, () => matchMessage(mutated(next)).kind));
    expect([...kinds].sort()).toEqual(['recognised', 'unknown']);
  });

  it('as long as they may be cost little', () => {
    const next = numbersFrom(529);
    const long = Array.from({ length: 6 }, (_, index) => {
      const piece = index % 2 === 0 ? randomWords : mutated;
      let text = '';
      while (text.length < 65_536) text += `${piece(next)}\n`;
      return text;
    });
    const spentMs = leastProcessorMs(3, () => {
      for (const text of long) matchMessage(text);
    });
    // On the machine that it was measured on each took some 20 ms.
    expect(spentMs / long.length).toBeLessThanOrEqual(50 * machineSlowness());
  });
});

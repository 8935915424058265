import { messages } from '../../../electron/core/diagnosis/messages/messages';

/** A whole number from 0, less than `below`. */
export type Next = (below: number) => number;

/** The same numbers each time (mulberry32), so that a failure can be seen again. */
export const numbersFrom = (seed: number): Next => {
  let state = seed;
  return (below) => {
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

const oneOf = <Value>(next: Next, values: readonly [Value, ...Value[]]): Value =>
  values[next(values.length)] ?? values[0];
const some = (next: Next, most: number, make: () => string): readonly string[] =>
  Array.from({ length: 1 + next(most) }, make);

const characters = (next: Next): string =>
  some(next, 400, () => String.fromCodePoint(next(8) === 0 ? 0x20 + next(0xd000) : 0x20 + next(95))).join('');

const wordsAtRandom = (next: Next): string =>
  some(next, 60, () => words[next(words.length)] ?? '').join(next(5) === 0 ? '\n' : ' ');

/** As servers write them: a time, a level, a process, what it did, how long it took. No trouble of a login is in it. */
const logLine = (next: Next): string =>
  [
    `2026-11-${10 + next(20)}T${10 + next(14)}:${10 + next(50)}:${10 + next(50)}.${100 + next(900)}Z`,
    oneOf(next, ['INFO', 'DEBUG', '[info]', 'WARN', 'notice:']),
    oneOf(next, [
      `pid=${next(99_999)}`,
      `[${next(99_999)}]`,
      `worker ${next(99_999)}:`,
      `thread 0x${next(1e9).toString(16)}`,
    ]),
    oneOf(next, ['opened', 'read', 'wrote', 'moved', 'compiled', 'skipped', 'cached', 'sent', 'took up', 'counted']),
    oneOf(next, [
      `/srv/${next(1e6)}/index.html`,
      `block ${next(1e6)}`,
      `${next(1e6)} rows`,
      `item#${next(1e6)}`,
      'the page',
    ]),
    oneOf(next, [
      `in ${next(9_999)} ms`,
      `(${next(100)} %)`,
      `-> ${next(99_999)} bytes`,
      `at -${next(40)} degrees`,
      '',
    ]),
  ].join(' ');

/** A text that nobody has written and that tells of no trouble. */
export const noise = (next: Next): string =>
  oneOf(next, [characters, wordsAtRandom, (more: Next) => some(more, 20, () => logLine(more)).join('\n')])(next);

const texts = messages.flatMap(({ texts: own }) => own);

/** A text that means something, cut, doubled, turned, with a hole in it, or among noise. */
export const mutated = (next: Next): string => {
  const text = texts[next(texts.length)] ?? '';
  const [from, to] = [next(text.length), next(text.length)];
  const cut = text.slice(Math.min(from, to), Math.max(from, to));
  return oneOf(next, [
    cut,
    cut.repeat(1 + next(50)),
    [...cut].reverse().join(''),
    `${text.slice(0, from)}${characters(next)}`,
    `${noise(next)}\n${text}\n${noise(next)}`,
  ]);
};

/** As long as a text may be that is pasted. */
export const longText = (next: Next): string => {
  let text = '';
  while (text.length < 65_536) text += `${(next(2) === 0 ? noise : mutated)(next)}\n`;
  return text;
};

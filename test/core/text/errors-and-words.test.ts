import { describe, expect, it } from 'vitest';
import { codeOfError } from '../../../electron/core/text/code-of-error';
import { createLineBuffer } from '../../../electron/core/text/line-buffer';
import { nameOfError } from '../../../electron/core/text/name-of-error';
import { quoteForShell } from '../../../electron/core/text/quote-for-shell';

const withCode = (code: unknown) => Object.assign(new RangeError('/Users/bob'), { code });

describe('an error without its message', () => {
  it.each([
    [new TypeError('/Users/bob'), 'TypeError', 'unknown error'],
    [withCode('ENOENT'), 'RangeError ENOENT', 'ENOENT'],
    [withCode(7), 'RangeError', '7'],
    ['/Users/bob', 'something that is no error', 'unknown error'],
    [{ name: 'bob', code: 'ENOENT' }, 'something that is no error', 'unknown error'],
  ])('%j', (error, name, code) => {
    expect(nameOfError(error)).toBe(name);
    expect(codeOfError(error)).toBe(code);
  });
});

describe('a word for a shell', () => {
  it.each([
    ['/usr/bin/a-b_c.d', '/usr/bin/a-b_c.d'],
    ['', "''"],
    ['a b', "'a b'"],
    [' a', "' a'"],
    ['a;', "'a;'"],
    ['é', "'é'"],
    ["it's o'clock", `'it'\\''s o'\\''clock'`],
  ])('%j is %s', (word, quoted) => {
    expect(quoteForShell(word)).toBe(quoted);
  });
});

describe('lines that come in pieces', () => {
  const pushed = (longest: number, ...pieces: readonly string[]) => {
    const buffer = createLineBuffer(longest);
    return pieces.map((piece) => buffer.push(piece));
  };
  const lines = (...value: readonly string[]) => ({ ok: true, value });
  const tooLong = { ok: false, code: 'too-long', reason: 'That line is too long.' };

  it('are told once they are complete', () => {
    expect(pushed(9, 'a', 'b\nc\n', '', 'd', '\n\n')).toEqual([
      ...[lines(), lines('ab', 'c'), lines(), lines(), lines('d', '')],
    ]);
  });

  it('end it where one is longer than allowed, complete or not', () => {
    expect(pushed(3, 'abc', '\nabc\n')).toEqual([lines(), lines('abc', 'abc')]);
    expect(pushed(3, 'ab', 'cd')).toEqual([lines(), tooLong]);
    expect(pushed(3, 'abcd\n')).toEqual([tooLong]);
    expect(pushed(3, 'ab\nabcd\na')).toEqual([tooLong]);
    expect(pushed(3, 'ab\nab\nab', 'c', 'd')).toEqual([lines('ab', 'ab'), lines(), tooLong]);
  });
});

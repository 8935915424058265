import { describe, expect, it } from 'vitest';
import { addBlock, hasBlock, removeBlock } from '../../../electron/core/sessions/shell-block';

const lines = ['# why', '. "$HOME/helper"'];

const added = (text: string | null): string => {
  const outcome = addBlock(text, lines);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.value.text;
};

/** Texts of one character per byte; \xe9 is no UTF-8. */
const texts: readonly [string, string | null][] = [
  ['no file', null],
  ['an empty one', ''],
  ['one line', 'export A=1\n'],
  ['a line without an end', 'export A=1'],
  ['a line with two ends', 'export A=1\n\n'],
  ['lines that end in CRLF', 'export A=1\r\nexport B=2\r\n'],
  ['a last line that ends in CR', 'export A=1\r'],
  ['one that is not UTF-8', 'echo caf\xe9\n'],
  ['one that speaks of the marks', 'echo "# >>> latchkey >>>"\n'],
  ['one line break', '\n'],
];

describe('the block in a start-up file', () => {
  it.each(texts)('leaves %s as it was when it is taken out', (_, text) => {
    expect(removeBlock(added(text))).toEqual({ ok: true, value: text });
  });

  it.each(texts)('comes after what is in %s, on lines of its own, and is found there', (_, text) => {
    const result = added(text);
    expect(result.startsWith(text ?? '')).toBe(true);
    expect(result.split('\n').slice(-5, -1)).toEqual([
      expect.stringMatching(/^# >>> latchkey/),
      ...lines,
      '# <<< latchkey <<<',
    ]);
    expect(hasBlock(result)).toEqual({ ok: true, value: true });
    expect(hasBlock(text ?? '')).toEqual({ ok: true, value: false });
  });

  it.each(texts)('is not added to %s twice', (_, text) => {
    expect(added(added(text))).toBe(added(text));
  });

  it('is brought up to date where it stands', () => {
    const old = added('before').replace('helper', 'old-helper');
    expect(added(`${old}after\n`)).toBe(`${added('before')}after\n`);
  });

  it.each([
    ['no file', null, 'after\n', 'after\n'],
    ['a line without an end', 'before', 'after\n', 'before\nafter\n'],
    ['a line', 'before\n', 'after', 'before\nafter'],
  ])('takes nothing along that was added behind it since: %s', (_, text, later, expected) => {
    expect(removeBlock(added(text) + later)).toEqual({ ok: true, value: expected });
  });

  it.each<[string, string | null, string]>(
    ['\r\n', '\r'].flatMap((end) =>
      texts
        // Turned, its CR and the line feed behind it are one end.
        .filter(([, text]) => text !== 'export A=1\r')
        .map(([what, text]): [string, string | null, string] => [`${what} and ${JSON.stringify(end)}`, text, end]),
    ),
  )('can still be taken out when every line end was turned to another: %s', (_, text, end) => {
    const turn = (some: string) => some.replace(/\r?\n/g, end);
    const turned = turn(added(text));
    expect(hasBlock(turned)).toEqual({ ok: true, value: true });
    expect(removeBlock(turned)).toEqual({ ok: true, value: text === null ? null : turn(text) });
  });

  it('takes nothing along that was added before it since', () => {
    expect(removeBlock(`new\n${added(null)}`)).toEqual({ ok: true, value: 'new\n' });
  });

  it('goes even when its last line has lost its end', () => {
    expect(removeBlock(added('before\n').slice(0, -1))).toEqual({ ok: true, value: 'before\n' });
  });

  it.each([
    ['no end', '# >>> latchkey >>>\n. x\n'],
    ['no beginning', '. x\n# <<< latchkey <<<\n'],
    ['its end first', '# <<< latchkey <<<\n# >>> latchkey >>>\n'],
    ['a second one', added('a\n') + added('b\n')],
  ])('is left to the user where it has %s', (_, text) => {
    for (const outcome of [addBlock(text, lines), removeBlock(text), hasBlock(text)])
      expect(outcome).toMatchObject({ ok: false, code: 'damaged-block' });
  });
});

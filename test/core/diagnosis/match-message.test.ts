import { describe, expect, it } from 'vitest';
import { comparableText, mostCharacters } from '../../../electron/core/diagnosis/messages/comparable-text';
import { matchMessage } from '../../../electron/core/diagnosis/messages/match-message';
import { messages } from '../../../electron/core/diagnosis/messages/messages';
import { quotedAnswers, quotedGeneral, quotedTools } from './quoted-messages';

const quoted = [...quotedGeneral, ...quotedTools, ...quotedAnswers];

const digitsFrom = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));

const scripts = [digitsFrom(0x660), digitsFrom(0xff10), digitsFrom(0x966), digitsFrom(0x6f0)];

/** Narrow terminals break anywhere, in the middle of a word too. */
const wrapped = (text: string, width: number): string =>
  text.match(new RegExp(`.{1,${width}}`, 'gsu'))?.join('\r\n  │ ') ?? text;

const mangles: Readonly<Record<string, (text: string, index: number) => string>> = {
  'with a log’s prefix and colours': (text) =>
    `\u001b[2m2026-09-10T10:00:00.123Z\u001b[0m [error] alice@mac ~ % tool: \u001b[1;31m${text.replace(' ', '\u001b[22m ')}\u001b[0m`,
  'wrapped by a narrow terminal': (text) => wrapped(text, 13),
  'in other quotes': (text) => `«${text.replaceAll(/['’‘"“”`]/g, (_, at: number) => (at % 2 ? '`' : '“'))}»`,
  'with another script’s digits': (text, index) => scripts[index % scripts.length]?.(text) ?? text,
  'from another user’s folders, in capitals': (text) =>
    `/Users/José Müller/src/my app $ ${text.replaceAll(/~|\/Users\/alice/g, '/Users/José Müller')}`.toUpperCase(),
  'in the middle of a log with all of it at once': (text, index) =>
    `${'npm notice all well\n'.repeat(50)}> \u001b[33m${wrapped(scripts[index % scripts.length]?.(text) ?? text, 29)}\u001b[39m\n${'done\n'.repeat(50)}`,
};

describe('a quoted message', () => {
  it.each(quoted)('%s points to %s', (text, cause, ...tools) => {
    const found = matchMessage(text);
    expect(found.kind === 'recognised' && found.causes[0]).toBe(cause);
    if (tools.length > 0) expect(found.kind === 'recognised' && found.tools).toEqual(expect.arrayContaining(tools));
  });

  describe.each(Object.entries(mangles))('%s', (_, mangle) => {
    it.each(quoted)('is still recognised: %s', (text, cause) => {
      const plain = matchMessage(text);
      const index = quoted.findIndex(([one]) => one === text);
      const found = matchMessage(mangle(text, index));
      expect(found).toEqual(plain);
      expect(found.kind === 'recognised' && found.causes[0]).toBe(cause);
    });
  });

  it('of two tools keeps both, unless the tool is told', () => {
    const text = 'User interaction is not allowed.';
    const untold = matchMessage(text);
    expect(untold.kind === 'recognised' && untold.tools).toEqual(expect.arrayContaining(['git', 'docker', 'codesign']));
    expect(matchMessage(text, 'git')).toMatchObject({ tools: ['git'] });
  });

  it('of another tool is recognised all the same when the told tool does not print it', () => {
    expect(matchMessage('npm error code ENEEDAUTH', 'gh')).toMatchObject({ id: 'npm-need-auth', tools: ['npm'] });
  });

  it('that proves its cause goes before one that only suggests it', () => {
    expect(matchMessage('Authentication failed: API Error: 529 Overloaded')).toMatchObject({ id: 'overloaded' });
    expect(matchMessage('Failed to authenticate: getaddrinfo ENOTFOUND claude.ai')).toMatchObject({
      id: 'name-not-found',
    });
  });
});

describe('a text that is no message', () => {
  it.each([
    '',
    '   \n\t',
    'Build finished in 401 s, 500 files, 429 tests, 529 warnings',
    'The quick brown fox',
    'ls: 25308x: nothing',
    'unauthorizedly',
    '\u0000\u001b[\u001b]\ud800',
    '🔑'.repeat(1000),
  ])('is unknown: %j', (text) => {
    expect(matchMessage(text)).toEqual({ kind: 'unknown' });
  });

  it('says no other tool’s words where they stand too far apart', () => {
    const apart = (between: string) => matchMessage(`Two-factor Authentication ${between} session`);
    expect(apart('for dev@example.com needs another')).toMatchObject({ id: 'fastlane-session' });
    expect(apart('word '.repeat(500))).toEqual({ kind: 'unknown' });
  });
});

describe('a very long text', () => {
  it('is looked at on both ends and left out in the middle', () => {
    const filler = 'lorem ipsum '.repeat(20_000);
    expect(matchMessage(`Token expired\n${filler}`)).toMatchObject({ id: 'token-expired' });
    expect(matchMessage(`${filler}\nToken expired`)).toMatchObject({ id: 'token-expired' });
    expect(matchMessage(`${filler}\nToken expired\n${filler}`)).toEqual({ kind: 'unknown' });
    expect(comparableText('x'.repeat(1_000_000)).letters).toHaveLength(mostCharacters);
    expect(comparableText('\ufdfa'.repeat(mostCharacters)).letters.length).toBeLessThanOrEqual(mostCharacters);
  });

  it.each([
    ['the beginning of a pattern over and over', 'error getting credentials '],
    ['one letter', 'e'],
    ['unfinished control sequences', '\u001b['],
    ['unfinished titles', '\u001b]0;'],
    ['numbers', '529 429 500 401 '],
    ['what grows when it is folded', '\ufdfa'],
    ['an unfinished colour', '[0;'],
  ])('of %s comes to an end', (_, unit) => {
    const text = unit.repeat(Math.ceil((2 * mostCharacters) / unit.length));
    expect(['unknown', 'recognised']).toContain(matchMessage(text).kind);
  });
});

describe('the table of messages', () => {
  it('has each identifier once, and each text in one entry', () => {
    const ids = messages.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const texts = messages.flatMap(({ texts: own }) => own.map((text) => comparableText(text).letters));
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });

  it('is found by each of its own texts', () => {
    const lost = messages.flatMap(({ id, texts }) =>
      texts.filter((text) => {
        const found = matchMessage(text.replaceAll('*', 'something'));
        return found.kind === 'unknown' || found.id !== id;
      }),
    );
    expect(lost).toEqual([]);
  });

  it('has no text that is nothing but a number', () => {
    const bare = messages
      .flatMap(({ texts }) => texts)
      .filter((text) => /^\d{1,4}$/.test(comparableText(text).letters));
    expect(bare).toEqual([]);
  });
});

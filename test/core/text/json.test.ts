import { describe, expect, it } from 'vitest';
import { memberOf, parseJson, parseJsonObject } from '../../../electron/core/text/json';

const nested = (depth: number, inside = '1') => `${'['.repeat(depth)}${inside}${']'.repeat(depth)}`;

describe('a text as JSON', () => {
  it('is read with whatever brackets are in its texts', () => {
    const value = { a: `${'['.repeat(9_000)}"`, b: ['\\', '{'.repeat(9_000), { c: '\\"' }] };
    expect(parseJson(JSON.stringify(value))).toEqual(value);
  });

  it('is none where it is nested as nothing is', () => {
    expect(parseJson(nested(200, `"${'x'.repeat(9_000)}"`))).toBeDefined();
    expect(parseJson(nested(300, `"${'x'.repeat(9_000)}"`))).toBeUndefined();
    expect(parseJson(`[${'{"a":'.repeat(9_000)}`)).toBeUndefined();
  });

  it.each([
    ['256 lists', nested(256), true],
    ['257 lists', nested(257), false],
    ['256 objects', `${'{"a":'.repeat(256)}1${'}'.repeat(256)}`, true],
    ['257 objects', `${'{"a":'.repeat(257)}1${'}'.repeat(257)}`, false],
    ['many beside each other', `[${'[],{},'.repeat(900)}[]]`, true],
    ['brackets in texts, after a text that ends in a backslash', JSON.stringify(['\\', '['.repeat(300)]), true],
    ['brackets after a text that holds a quote', `["\\"", ${nested(300)}]`, false],
    ['a text with no end', `"${'['.repeat(300)}`, false],
  ])('may be long and hold %s: %#', (_what, text, is) => {
    expect(parseJson(`${text}${' '.repeat(5_000)}`) !== undefined).toBe(is);
  });

  it('is looked at for its depth where it is long', () => {
    expect(parseJson(nested(300))).toBeDefined();
    expect(parseJson(nested(300) + ' '.repeat(4_096 - 601))).toBeDefined();
    expect(parseJson(nested(300) + ' '.repeat(4_097 - 601))).toBeUndefined();
  });

  it.each([
    ['{"a":1}', { a: 1 }],
    ['\ufeff{"a":1}', { a: 1 }],
    ['{"a":"\ufeff"}', { a: '\ufeff' }],
    ['[]', null],
    ['null', null],
    ['1', null],
    ['"a"', null],
    ['{', null],
  ])('is an object or null: %j', (text, value) => {
    expect(parseJsonObject(text)).toEqual(value);
  });

  it.each([
    [{ a: 1 }, 'a', 1],
    [{ a: 1 }, 'b', undefined],
    [{}, 'constructor', undefined],
    [null, 'a', undefined],
    ['abc', 'length', undefined],
    [['x'], '0', 'x'],
  ])('has the members that are its own: %j, %s', (value, name, member) => {
    expect(memberOf(value, name)).toBe(member);
  });
});

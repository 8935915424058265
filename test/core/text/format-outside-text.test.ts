import { describe, expect, it } from 'vitest';
import {
  formatJson,
  formatOutsideLines,
  formatOutsideText,
  keychainName,
} from '../../../electron/core/text/format-outside-text';

describe('text from outside', () => {
  it.each([
    ['plain text', 'plain text'],
    ['Grüße, שלום, 日本', 'Grüße, שלום, 日本'],
    ['👩‍👩‍👧 کتاب‌ها', '👩‍👩‍👧 کتاب‌ها'],
    ['a\u001b[31mred', 'a␛[31mred'],
    ['a\u0000\n\t\u007fb', 'a␀␊␉␡b'],
    ['a\u009b31m', 'a⟨U+009B⟩31m'],
    ['evil\u202egpj.exe', 'evil⟨U+202E⟩gpj.exe'],
    ['\u2066\u2069\u200e\u200b\ufeff', '⟨U+2066⟩⟨U+2069⟩⟨U+200E⟩⟨U+200B⟩⟨U+FEFF⟩'],
    ['line\u2028break', 'line⟨U+2028⟩break'],
    ['tag\u{e0041}', 'tag⟨U+E0041⟩'],
    ['half \ud800 pair', 'half ⟨U+D800⟩ pair'],
    ['a\u200db c\u200c', 'a⟨U+200D⟩b c⟨U+200C⟩'],
    ['❤️\u200d🔥 🏳️\u200d🌈', '❤️\u200d🔥 🏳️\u200d🌈'],
    ['\u061c\u180e\u2060\u3164\u2029\u0085', '⟨U+061C⟩⟨U+180E⟩⟨U+2060⟩⟨U+3164⟩⟨U+2029⟩⟨U+0085⟩'],
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(formatOutsideText(text)).toBe(shown);
  });
});

describe('a text of several lines', () => {
  it('keeps its line ends and tabs, and nothing else that acts', () => {
    expect(formatOutsideLines('a\n\tb\r\u001b[2J\u202e')).toBe('a\n\tb␍␛[2J⟨U+202E⟩');
  });
});

describe('a JSON text', () => {
  const acting =
    '\u0000\n\u001b\u007f\u009b\u00ad\u061c\u200b\u200c\u200d\u200e\u202e\u2028\u2066\ufeff\u{e0041}\ud800';

  it('holds nothing that acts, and is read as what was written', () => {
    const value = { [`name ${acting}`]: [`Grüße 😀 ${acting}`] };
    const text = formatJson(value);
    expect(text).toMatch(/^[ -~]*Grüße 😀 [ -~]*$/u);
    expect(JSON.parse(text)).toEqual(value);
    expect(formatJson({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
  });
});

describe('a keychain’s name', () => {
  it.each([
    ['/Users/alice/Library/Keychains/login.keychain-db', 'login'],
    ['/tmp/ci.keychain', 'ci'],
    ['/tmp/no-ending', 'no-ending'],
    ['/tmp/.keychain-db', '.keychain-db'],
    ['/tmp/folder/', '/tmp/folder/'],
  ])('%s is "%s"', (path, name) => {
    expect(keychainName(path)).toBe(name);
  });
});

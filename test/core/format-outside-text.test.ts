import { describe, expect, it } from 'vitest';
import { formatOutsideText, keychainName } from '../../electron/core/format-outside-text';

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
    ['', ''],
  ])('%j is shown as %j', (text, shown) => {
    expect(formatOutsideText(text)).toBe(shown);
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

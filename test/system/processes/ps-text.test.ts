import { describe, expect, it } from 'vitest';
import { decodePsText } from '../../../electron/system/processes/ps-text';
import { printsUtf8, visText } from '../../simulator/tools/vis';

describe('what ps prints of a character beyond ASCII', () => {
  it.each([
    ['M-CM-)', 'é'],
    ['M-C\\240', 'à'],
    ['M-CM- ', 'à'],
    ['M-CM^I', 'É'],
    ['M-CM-^I', 'É'],
    ['M-CM-?', 'ÿ'],
    ['M-eM-1M-1M-gM^TM-0', '山田'],
    ['M-pM^_M^XM^@', '😀'],
    ['eM-LM^A', 'e\u0301'],
    ['M-oM-;M-?x', '\uFEFFx'],
    ['tmux -S /Users/x/M-CM-)t/sock new-session -d', 'tmux -S /Users/x/ét/sock new-session -d'],
    ['a M-CM^\\ b', 'a Ü b'],
    ['already é', 'already é'],
  ])('%s is %s', (printed, text) => expect(decodePsText(printed)).toBe(text));

  it.each([
    'emacs -f M-x',
    'M-C',
    'M-CM-C',
    'M-CM-)M-)',
    'M-eM-1',
    'M-mM-\\240M^@',
    'M-pM-@M^@M^@',
    'M-a-M-b',
    'grep ^J M^H',
    'a\\240b',
    'C:\\dir\\new \\303\\251',
    '^[[31m',
    '',
  ])('%j stays as it is', (printed) => expect(decodePsText(printed)).toBe(printed));

  it('is read back from whatever the simulated Mac prints', () => {
    const text = 'caffè /Users/ÄÖÜß àéîõ/日本語 🔑👩‍💻 \\n "q" \u00A0\u0085 ÿ';
    expect(visText(text, false)).toMatch(/^[ -~]*$/);
    expect(decodePsText(visText(text, false))).toBe(text);
    expect(decodePsText(visText(text, true))).toBe(text);
  });
});

describe('the locale', () => {
  it.each([
    [{ LC_ALL: 'C', LANG: 'de_DE.UTF-8' }, false],
    [{ LANG: 'de_DE.UTF-8' }, true],
    [{}, false],
  ])('%j tells whether ps prints characters', (variables, isUtf8) => expect(printsUtf8(variables)).toBe(isUtf8));
});

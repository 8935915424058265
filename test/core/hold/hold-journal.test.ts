import { describe, expect, it } from 'vitest';
import {
  formatHoldJournal,
  type HoldJournal,
  isSameLogin,
  parseHoldJournal,
} from '../../../electron/core/hold/hold-journal';
import { holdEntry, holdJournal } from '../sample-hold';

const parse = (value: unknown) => parseHoldJournal(JSON.stringify(value));

describe("a hold's journal", () => {
  it.each([
    ['until a time', holdJournal()],
    ['until somebody is back', holdJournal({ end: { kind: 'back', afterMinutesAway: 5 } })],
    ['with no end', holdJournal({ end: { kind: 'open' }, phase: 'restoring', goesOn: true })],
    ['of several keychains', holdJournal({ keychains: [holdEntry(), holdEntry({ path: '/b', signature: null })] })],
    [
      'with settings that Latchkey itself would not set',
      holdJournal({ keychains: [holdEntry({ before: { lockOnSleep: false, idleTimeoutSeconds: 1 } })] }),
    ],
  ])('comes back as it was written: %s', (_what, journal) => {
    expect(parseHoldJournal(formatHoldJournal(journal))).toEqual({ ok: true, value: journal });
  });

  it('is the same text whoever has put it together, in whatever order', () => {
    const journal = holdJournal();
    const turned = Object.fromEntries(Object.entries(journal).reverse()) as unknown as HoldJournal;
    expect(formatHoldJournal(turned)).toBe(formatHoldJournal(journal));
  });

  const [entry] = holdJournal().keychains;
  it.each([
    ['nothing', ''],
    ['half of one', formatHoldJournal(holdJournal()).slice(0, 200)],
    ['a list', '[]'],
    ['null', 'null'],
  ])('is not believed where it is %s', (_what, text) => {
    expect(parseHoldJournal(text)).toMatchObject({ ok: false, code: 'garbled' });
  });

  it.each([
    ['a member that there is not', { ...holdJournal(), extra: 1 }],
    ['no keychain', holdJournal({ keychains: [] })],
    ['a keychain twice', holdJournal({ keychains: [holdEntry(), holdEntry()] })],
    ['a path that reads like an option', { ...holdJournal(), keychains: [{ ...entry, path: '-a' }] }],
    ['a path with a NUL', { ...holdJournal(), keychains: [{ ...entry, path: '/a\u0000b' }] }],
    [
      'a timeout that is none',
      { ...holdJournal(), keychains: [{ ...entry, before: { lockOnSleep: true, idleTimeoutSeconds: -1 } }] },
    ],
    [
      'a timeout as text',
      { ...holdJournal(), keychains: [{ ...entry, before: { lockOnSleep: true, idleTimeoutSeconds: '300' } }] },
    ],
    ['a signature of another kind', { ...holdJournal(), keychains: [{ ...entry, signature: 'x' }] }],
    ['a day that there is not', { ...holdJournal(), startedAt: '2026-02-31T09:00:00.000Z' }],
    ['an end of another kind', { ...holdJournal(), end: { kind: 'never' } }],
    ['an owner of another kind', { ...holdJournal(), owner: { kind: 'root', pid: 1 } }],
  ])('is not believed with %s', (_what, value) => {
    expect(parse(value)).toMatchObject({ ok: false, code: 'garbled' });
  });

  it('says so where a newer Latchkey wrote it', () => {
    expect(parse({ schemaVersion: 2, whatever: true })).toMatchObject({ ok: false, code: 'newer' });
  });

  it('is believed whole or not at all, whatever bytes there are', () => {
    const text = formatHoldJournal(holdJournal());
    for (let length = 0; length < text.trimEnd().length; length += 1)
      expect(parseHoldJournal(text.slice(0, length)).ok, `${length}`).toBe(false);
  });
});

describe('the same login', () => {
  const mark = { bootedAtMs: 1_000_000, login: '186a7' };
  it.each([
    ['the same', mark, true],
    ['a clock that was set by seconds', { ...mark, bootedAtMs: 1_030_000 }, true],
    ['a restart', { ...mark, bootedAtMs: 9_000_000 }, false],
    ['another login', { ...mark, login: '186b1' }, false],
    ['a start that is not known', { ...mark, bootedAtMs: null }, true],
  ])('%s', (_what, other, is) => {
    expect(isSameLogin(mark, other)).toBe(is);
  });
});

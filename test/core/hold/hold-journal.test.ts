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
  it.each<readonly [string, HoldJournal]>([
    ['until a time', holdJournal()],
    ['until somebody is back', holdJournal({ end: { kind: 'back', afterMinutesAway: 5 } })],
    ['with no end', holdJournal({ end: { kind: 'open' }, phase: 'restoring', goesOn: true })],
    ['of several keychains', holdJournal({ keychains: [holdEntry(), holdEntry({ path: '/b', signature: null })] })],
    [
      'with settings that Latchkey itself would not set',
      holdJournal({ keychains: [holdEntry({ before: { lockOnSleep: false, idleTimeoutSeconds: 1 } })] }),
    ],
    ['of a terminal', holdJournal({ owner: { kind: 'command-line', pid: 1 }, session: 'this-ssh-login' })],
    ['that begins', holdJournal({ phase: 'entering', startedIn: { bootedAtMs: null, login: 'A'.repeat(64) } })],
    ...(['untouched', 'put-back', 'done'] as const).map(
      (progress) => [progress, holdJournal({ keychains: [holdEntry({ progress })] })] as const,
    ),
    ...(['put-back', 'leave'] as const).map(
      (decision) => [`to ${decision}`, holdJournal({ keychains: [holdEntry({ decision })] })] as const,
    ),
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

  it.each<readonly [string, unknown]>([
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
    ...[`x${'0'.repeat(32)}`, `${'0'.repeat(32)}x`].map(
      (signature) => [`more than a signature`, holdJournal({ keychains: [holdEntry({ signature })] })] as const,
    ),
    ...['', ' 186a7', '186a7 ', 'a'.repeat(65)].map(
      (login) => [`the login “${login}”`, holdJournal({ startedIn: { bootedAtMs: null, login } })] as const,
    ),
    ['a start outside of time', holdJournal({ startedIn: { bootedAtMs: 1e17, login: null } })],
    ['a day that there is not', { ...holdJournal(), startedAt: '2026-02-31T09:00:00.000Z' }],
    ['an end of another kind', { ...holdJournal(), end: { kind: 'never' } }],
    ['an owner of another kind', { ...holdJournal(), owner: { kind: 'root', pid: 1 } }],
  ])('is not believed with %s', (_what, value) => {
    expect(parse(value)).toMatchObject({ ok: false, code: 'garbled' });
  });

  it('says so where a newer Latchkey wrote it', () => {
    const reason = 'A newer Latchkey wrote it. Open that one: it puts the settings back.';
    expect(parse({ schemaVersion: 2, whatever: true })).toEqual({ ok: false, code: 'newer', reason });
    expect(parse({ schemaVersion: 1, whatever: true })).toMatchObject({ reason: 'It is not what Latchkey writes.' });
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
    ['a clock that was set by a minute', { ...mark, bootedAtMs: 1_060_000 }, true],
    ['a clock that was set by more', { ...mark, bootedAtMs: 1_060_001 }, false],
    ['a start that is not known', { ...mark, bootedAtMs: null }, true],
  ])('%s', (_what, other, is) => {
    expect(isSameLogin(mark, other)).toBe(is);
    expect(isSameLogin(other, mark)).toBe(is);
  });
});

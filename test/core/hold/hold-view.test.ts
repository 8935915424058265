import { describe, expect, it } from 'vitest';
import { failedProblem, problemOf, waitsFor } from '../../../electron/core/hold/hold-problems';
import { holdOf } from '../../../electron/core/hold/hold-view';
import { holdWarnings } from '../../../electron/core/hold/hold-warnings';
import { loginPath } from '../sample-facts';
import { beforeHold, holdEntry, holdJournal } from '../sample-hold';

const during = Date.UTC(2026, 8, 10, 10);
const later = Date.UTC(2026, 8, 10, 14);
const own = { kind: 'own', problems: [] } as const;
const left = { kind: 'left' } as const;
const elsewhere = { kind: 'elsewhere' } as const;

describe('a hold as the snapshot tells it', () => {
  it.each([
    ['kept here', holdJournal(), own, during, { state: 'on', isElsewhere: false }],
    ['kept by another process', holdJournal(), elsewhere, during, { state: 'on', isElsewhere: true }],
    ['being ended by another process', holdJournal({ phase: 'restoring' }), elsewhere, during, { state: 'restoring' }],
    ['left by a crash', holdJournal(), left, during, { state: 'restoring', waitsFor: 'start' }],
    ['left by a crash while it began', holdJournal({ phase: 'entering' }), left, during, { waitsFor: 'start' }],
    ['to outlive the app', holdJournal({ goesOn: true }), left, during, { state: 'on', isElsewhere: true }],
    ['that outlived the app and is over', holdJournal({ goesOn: true }), left, later, { waitsFor: 'start' }],
    ['that outlived the app, with the clock set back', holdJournal({ goesOn: true }), left, 0, { waitsFor: 'start' }],
  ] as const)('%s', (_what, journal, standing, now, told) => {
    expect(holdOf(journal, standing, loginPath, now)).toMatchObject(told);
  });

  it('puts the login keychain’s settings first, wherever it stands in the list', () => {
    const other = holdEntry({ path: '/other.keychain-db', before: { lockOnSleep: false, idleTimeoutSeconds: 60 } });
    const journal = holdJournal({ keychains: [other, holdEntry()] });
    expect(holdOf(journal, own, loginPath, during)).toMatchObject({ restores: beforeHold });
    expect(holdOf(journal, own, null, during)).toMatchObject({ restores: other.before });
  });
});

describe('what a hold waits for', () => {
  const locked = problemOf(holdEntry(), { kind: 'wait-for-unlock' });
  const changed = problemOf(holdEntry(), { kind: 'ask', now: { lockOnSleep: false, idleTimeoutSeconds: 60 } });
  const failed = failedProblem(holdEntry(), 'No.');

  it('is a decision before an unlock, and nothing where it is only tried again', () => {
    expect(waitsFor([locked, changed])).toBe('decision');
    expect(waitsFor([locked, failed])).toBe('unlock');
    expect(waitsFor([failed])).toBeUndefined();
  });

  it('is told keychain by keychain, each with what can be done', () => {
    const hold = holdOf(
      holdJournal({ phase: 'restoring' }),
      { kind: 'own', problems: [locked, changed, failed] },
      null,
      0,
    );
    expect(holdWarnings(hold, []).map(({ code, actions }) => [code, actions.length])).toEqual([
      ['hold-waits-for-unlock', 1],
      ['hold-needs-decision', 0],
      ['hold-not-put-back', 0],
    ]);
  });

  it('shows a path from outside without obeying it', () => {
    const strange = problemOf(holdEntry({ path: '/\u202eevil.keychain-db' }), { kind: 'missing' });
    expect(strange.sentence).toContain('⟨U+202E⟩');
  });
});

import { describe, expect, it } from 'vitest';
import { failedProblem, problemOf, waitsFor } from '../../../electron/core/hold/hold-problems';
import { holdOf, isPast } from '../../../electron/core/hold/hold-view';
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

describe('a hold with all that is told of it', () => {
  it.each([
    [{ kind: 'at', at: '2026-09-10T13:00:00.000Z' }, { until: '2026-09-10T13:00:00.000Z' }],
    [{ kind: 'open' }, {}],
  ] as const)('ends %j', (end, until) => {
    expect(holdOf(holdJournal({ end }), own, loginPath, during)).toEqual({
      state: 'on',
      ...until,
      end,
      startedAt: '2026-09-10T09:00:00.000Z',
      keepAwake: false,
      relock: 'as-before',
      session: 'desktop',
      restores: beforeHold,
      keychains: [{ path: loginPath, restores: beforeHold, wasLocked: false }],
      owner: 'app',
      isElsewhere: false,
    });
  });

  it('is none without a keychain', () => {
    expect(holdOf(holdJournal({ keychains: [] }), own, loginPath, during)).toEqual({ state: 'off' });
  });

  it.each([
    ['at its end', holdJournal(), Date.UTC(2026, 8, 10, 13), true],
    ['just before it', holdJournal(), Date.UTC(2026, 8, 10, 13) - 1, false],
    ['at its start', holdJournal(), Date.UTC(2026, 8, 10, 9), false],
    ['before its start', holdJournal(), Date.UTC(2026, 8, 10, 9) - 1, true],
    ['that no time ends', holdJournal({ end: { kind: 'open' } }), later, false],
  ])('is past or not: one %s', (_what, journal, now, past) => {
    expect(isPast(journal, now)).toBe(past);
  });

  it.each([
    ['a decision', { kind: 'ask', now: beforeHold }, 'decision'],
    ['an unlock', { kind: 'wait-for-unlock' }, 'unlock'],
  ] as const)('waits for %s', (_what, step, waits) => {
    const problems = [problemOf(holdEntry(), step)];
    const hold = holdOf(holdJournal({ phase: 'restoring' }), { kind: 'own', problems }, null, during);
    expect(hold).toMatchObject({ state: 'restoring', waitsFor: waits, problems });
    expect(holdOf(holdJournal({ phase: 'restoring' }), own, null, during)).not.toHaveProperty('waitsFor');
  });

  it('has no problems to tell of while nobody is at it', () => {
    expect(holdOf(holdJournal(), left, null, during)).toMatchObject({ problems: [] });
    expect(holdOf(holdJournal({ phase: 'restoring' }), elsewhere, null, during)).toMatchObject({ problems: [] });
  });
});

describe('what keeps settings from being put back', () => {
  const now = { lockOnSleep: false, idleTimeoutSeconds: null };
  const other = '/Users/alice/Library/Keychains/work.keychain-db';
  const was = '5 min after last use, on sleep';
  it.each([
    [
      { kind: 'wait-for-unlock' },
      {
        kind: 'locked',
        sentence: `The login keychain is locked, and macOS changes the settings of an unlocked one only. They are put back (${was}) at its next unlock.`,
      },
    ],
    [
      { kind: 'ask', now },
      {
        kind: 'changed-elsewhere',
        now,
        sentence: `Something else has changed the settings of the login keychain. Before: ${was}. Now: no timeout, not on sleep. Choose which ones it is to have.`,
      },
    ],
    [
      { kind: 'replaced', now },
      {
        kind: 'replaced',
        now,
        sentence: `Another keychain is where the login keychain was. Before: ${was}. Now: no timeout, not on sleep. Choose which settings it is to have.`,
      },
    ],
    [
      { kind: 'look-again', reason: 'No answer.' },
      {
        kind: 'failed',
        sentence: `The settings of the login keychain (${was}) could not be put back yet: No answer. It is tried again.`,
      },
    ],
  ] as const)('%j', (step, told) => {
    expect(problemOf(holdEntry(), step)).toEqual({ path: loginPath, before: beforeHold, ...told });
  });

  const missing = `The login keychain is not at ${loginPath} any more. Its settings (${was}) are put back when it is there again; or let it be.`;
  it.each([
    [{ kind: 'none' }, { sentence: missing }],
    [
      { kind: 'unknown', reason: 'no permission' },
      { sentence: `${missing} Whether it has another name now could not be looked up: no permission.` },
    ],
    [
      { kind: 'found', path: other },
      {
        foundAt: other,
        sentence: `The login keychain seems to be ${other} now. Put its settings back there (${was}), or let it be.`,
      },
    ],
  ] as const)('a keychain that is gone, looked for under another name: %j', (renamed, told) => {
    const path = { path: loginPath, before: beforeHold, kind: 'missing' };
    expect(problemOf(holdEntry(), { kind: 'missing' }, renamed)).toEqual({ ...path, ...told });
  });

  it('is looked for under no other name unless somebody says so', () => {
    expect(problemOf(holdEntry(), { kind: 'missing' }).sentence).toBe(missing);
  });

  it.each(['ask', 'replaced', 'missing'] as const)('%s waits for a decision', (kind) => {
    const problem = problemOf(holdEntry(), kind === 'missing' ? { kind } : { kind, now });
    expect(waitsFor([problem])).toBe('decision');
    expect(
      holdWarnings(holdOf(holdJournal({ phase: 'restoring' }), { kind: 'own', problems: [problem] }, null, 0), []),
    ).toEqual([
      {
        severity: 'warning',
        detail: problem.sentence,
        code: 'hold-needs-decision',
        title: 'Keep Unlocked has ended and needs your word',
        actions: [],
      },
    ]);
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
    expect(holdWarnings(hold, []).map(({ code, title, actions }) => [code, title, actions])).toEqual([
      [
        'hold-waits-for-unlock',
        'The settings are put back at the next unlock',
        [{ kind: 'unlock', keychainPath: loginPath }],
      ],
      ['hold-needs-decision', 'Keep Unlocked has ended and needs your word', []],
      ['hold-not-put-back', 'The settings are not put back yet', []],
    ]);
  });

  it('is a start of Latchkey where the one that kept it is gone', () => {
    expect(holdWarnings(holdOf(holdJournal(), left, null, during), [])).toEqual([
      {
        code: 'hold-not-put-back',
        severity: 'warning',
        title: 'The settings are not put back yet',
        detail:
          'The Latchkey that kept it unlocked is gone. Open Latchkey, or end it on the command line: either puts them back.',
        actions: [],
      },
    ]);
  });

  it('is nothing while it holds, and a journal that nobody can read is told beside it', () => {
    expect(holdWarnings(holdOf(holdJournal(), own, null, during), ['It is not what Latchkey writes.'])).toEqual([
      {
        code: 'hold-journal-unreadable',
        severity: 'warning',
        title: 'What Keep Unlocked has to put back cannot be read',
        detail: 'It is not what Latchkey writes.',
        actions: [],
      },
    ]);
  });

  it('shows a path from outside without obeying it', () => {
    const strange = problemOf(holdEntry({ path: '/\u202eevil.keychain-db' }), { kind: 'missing' });
    expect(strange.sentence).toContain('⟨U+202E⟩');
  });
});

import { describe, expect, it } from 'vitest';
import { weighWarnings } from '../../../electron/core/state/weigh-warnings';
import type { PlaceVerdict, Verdict } from '../../../electron/core/words/verdict';
import type { Warning } from '../../../electron/core/words/warning';

const warning = (changes: Partial<Warning> = {}): Warning => ({
  code: 'desktop-locked',
  severity: 'critical',
  sessionId: 'tmux',
  title: 'tmux ‘work’ sees a locked keychain',
  detail: '',
  actions: [],
  ...changes,
});

const verdict = (...places: readonly PlaceVerdict[]): Verdict => ({
  ...{ level: 'not-yet', sentence: '', primary: { kind: 'none' } },
  places,
});

const place = (level: PlaceVerdict['level'], tools: readonly string[], sessionId = 'tmux'): PlaceVerdict => ({
  sessionId,
  level,
  tools,
});

const severityOf = (one: Warning, of: Verdict) => weighWarnings([one], of)[0]?.severity;

describe('a warning about what a session sees', () => {
  it.each([
    ['stays where a tool breaks there', place('not-yet', ['gh']), 'critical'],
    ['stays where unlocking would help', place('unlock-first', ['gh']), 'critical'],
    ['is for information where nothing breaks', place('go', []), 'info'],
    ['is for information where no tool is known', place('not-yet', []), 'info'],
    ['is a warning where it cannot be told', place('cannot-tell', ['gh']), 'warning'],
    ['is for information where the place cannot be reached', place('not-yet', ['gh'], 'another'), 'info'],
  ] as const)('%s', (_name, one, expected) => {
    expect(severityOf(warning(), verdict(one))).toBe(expected);
  });

  it('without a session goes by every place', () => {
    const { sessionId: _, ...anywhere } = warning({ code: 'this-ssh-login-locked', severity: 'warning' });
    expect(severityOf(anywhere, verdict(place('go', []), place('not-yet', ['gh'], 'other')))).toBe('warning');
    expect(severityOf(anywhere, verdict(place('go', [])))).toBe('info');
  });
});

describe('a warning that is no alarm', () => {
  it('becomes none where it cannot be told, nor where something breaks', () => {
    const info = warning({ severity: 'info' });
    expect(severityOf(info, verdict(place('cannot-tell', ['gh'])))).toBe('info');
    expect(severityOf(info, verdict(place('not-yet', ['gh'])))).toBe('info');
  });
});

describe('every other warning', () => {
  it('stays as it is', () => {
    expect(severityOf(warning({ code: 'lock-state-unknown', severity: 'warning' }), verdict())).toBe('warning');
  });
});

it('the most serious comes first, also after that', () => {
  const lock = warning();
  const soon = warning({ code: 'login-expired', severity: 'warning' });
  expect(weighWarnings([lock, soon], verdict(place('go', []))).map(({ code }) => code)).toEqual([
    'login-expired',
    'desktop-locked',
  ]);
});

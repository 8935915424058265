import { describe, expect, it } from 'vitest';
import { dayStrip } from '../../../electron/core/history/day-strip';
import type { HistoryEvent } from '../../../electron/core/history/history-event';
import { type LocalDay, localDayOf } from '../../../electron/core/time/local-day';
import { loginPath } from '../sample-facts';

const day: LocalDay = { startMs: Date.UTC(2026, 8, 10), endMs: Date.UTC(2026, 8, 11) };
/** "9:30" on that day; a minus sign before it: the day before. */
const at = (clock: string): string => {
  const [hours = 0, minutes = 0] = clock.replace('-', '').split(':').map(Number);
  return new Date(
    day.startMs + (clock.startsWith('-') ? -24 : 0) * 3_600_000 + (hours * 60 + minutes) * 60_000,
  ).toISOString();
};

type State = 'locked' | 'unlocked' | 'unknown';
type Cause = 'idle' | 'sleep' | 'manual' | 'restart' | 'unknown';
const state = (clock: string, is: State, cause: Cause = 'manual', more: object = {}): HistoryEvent => ({
  ...{ at: at(clock), kind: 'lock-state', keychainPath: loginPath, state: is, cause, by: 'elsewhere' },
  ...more,
});
const plain = (clock: string, kind: 'app-started' | 'app-stopped' | 'watching' | 'sleep' | 'wake' | 'truncated') =>
  ({ at: at(clock), kind }) as const;
const came = (clock: string, sessionId: string, more: object = {}): HistoryEvent => ({
  ...{ at: at(clock), kind: 'session-came', sessionId, sessionKind: 'ssh', from: '192.168.1.9' },
  ...more,
});
const left = (clock: string, sessionId: string): HistoryEvent => ({
  ...{ at: at(clock), kind: 'session-left', sessionId, sessionKind: 'ssh' },
});

const options = {
  keychainPath: loginPath,
  day,
  watchedUntilMs: Number.POSITIVE_INFINITY,
  nowMs: Date.parse(at('18:00')),
};
const clockOf = (iso: string): string => iso.slice(iso.startsWith('2026-09-11') ? 0 : 11, 16).replace(/^0/, '');
const drawn = (events: readonly HistoryEvent[], changes: Partial<typeof options> = {}): readonly string[] =>
  dayStrip(events, { ...options, ...changes }).segments.map(
    ({ from, to, state: is, cause }) =>
      `${clockOf(from)}–${clockOf(to)} ${is}${cause === 'unknown' ? '' : ` ${cause}`}`,
  );

describe('the states of a day', () => {
  it.each<readonly [string, readonly HistoryEvent[], readonly string[]]>([
    ['a day without a history', [], ['0:00–18:00 not-watched']],
    [
      'an ordinary day',
      [
        plain('8:00', 'app-started'),
        state('8:00', 'locked', 'unknown', { found: 'first-seen' }),
        state('8:10', 'unlocked'),
        state('9:05', 'locked', 'idle'),
        state('9:30', 'unlocked'),
      ],
      [
        '0:00–8:00 not-watched',
        '8:00–8:10 locked',
        '8:10–9:05 unlocked manual',
        '9:05–9:30 locked idle',
        '9:30–18:00 unlocked manual',
      ],
    ],
    [
      'a state from the day before goes on',
      [state('-20:00', 'unlocked'), state('9:05', 'locked', 'idle')],
      ['0:00–9:05 unlocked manual', '9:05–18:00 locked idle'],
    ],
    [
      'what was carried over at midnight keeps its cause',
      [state('-20:00', 'locked', 'idle'), state('0:10', 'locked', 'unknown', { found: 'carried-over' })],
      ['0:00–18:00 locked idle'],
    ],
    [
      'what was carried over is all there is, where the day before is lost',
      [state('0:10', 'locked', 'unknown', { found: 'carried-over' })],
      ['0:00–0:10 not-watched', '0:10–18:00 locked'],
    ],
    [
      'locked on sleep: since it fell asleep, though it was seen when it woke',
      [state('8:00', 'unlocked'), plain('12:00', 'sleep'), plain('14:00', 'wake'), state('14:00', 'locked', 'sleep')],
      ['0:00–8:00 not-watched', '8:00–12:00 unlocked manual', '12:00–18:00 locked sleep'],
    ],
    [
      'the app was quit and started again',
      [
        state('8:00', 'unlocked'),
        plain('10:00', 'app-stopped'),
        plain('11:00', 'app-started'),
        state('11:01', 'unlocked', 'unknown', { found: 'first-seen' }),
      ],
      ['0:00–8:00 not-watched', '8:00–10:00 unlocked manual', '10:00–11:01 not-watched', '11:01–18:00 unlocked'],
    ],
    [
      'the app was killed: what it saw last is the end',
      [
        state('8:00', 'unlocked'),
        plain('9:45', 'watching'),
        plain('11:00', 'app-started'),
        state('11:00', 'locked', 'restart', { found: 'first-seen' }),
      ],
      ['0:00–8:00 not-watched', '8:00–9:45 unlocked manual', '9:45–11:00 not-watched', '11:00–18:00 locked restart'],
    ],
    [
      'more than the file could take',
      [state('8:00', 'unlocked'), plain('9:00', 'truncated')],
      ['0:00–8:00 not-watched', '8:00–9:00 unlocked manual', '9:00–18:00 unknown'],
    ],
    [
      'another keychain',
      [state('8:00', 'unlocked'), state('9:00', 'locked', 'manual', { keychainPath: '/other' })],
      ['0:00–8:00 not-watched', '8:00–18:00 unlocked manual'],
    ],
    [
      'lines in no order',
      [state('9:05', 'locked', 'idle'), state('8:00', 'unlocked')],
      ['0:00–8:00 not-watched', '8:00–9:05 unlocked manual', '9:05–18:00 locked idle'],
    ],
  ])('%s', (_name, events, expected) => {
    expect(drawn(events)).toEqual(expected);
  });

  it('ends with the day where that is over, and is whole', () => {
    const events = [state('8:00', 'unlocked')];
    expect(drawn(events, { nowMs: day.endMs + 5 })).toEqual([
      '0:00–8:00 not-watched',
      '8:00–2026-09-11T00:00 unlocked manual',
    ]);
  });

  it('has nothing of a day to come', () => {
    expect(drawn([state('8:00', 'unlocked')], { nowMs: day.startMs - 1 })).toEqual([]);
  });

  it('knows no more than the last line where nobody watches now', () => {
    const events = [state('8:00', 'unlocked'), plain('9:45', 'watching')];
    expect(drawn(events, { watchedUntilMs: Number.NEGATIVE_INFINITY }).at(-1)).toBe('9:45–18:00 not-watched');
  });

  it('leaves no gap and turns no time around, whatever the lines say', () => {
    const events = ['3:00', '2:00', '23:59', '2:00', '-5:00', '17:59'].flatMap((clock, index) => [
      state(clock, index % 2 ? 'locked' : 'unlocked', index % 3 ? 'sleep' : 'idle'),
      plain(clock, index % 2 ? 'app-started' : 'app-stopped'),
      plain(clock, 'sleep'),
    ]);
    const { segments } = dayStrip(events, options);
    expect(segments[0]?.from).toBe(at('0:00'));
    expect(segments.at(-1)?.to).toBe(at('18:00'));
    for (const [index, { from, to }] of segments.entries()) {
      expect(Date.parse(to)).toBeGreaterThan(Date.parse(from));
      if (index > 0) expect(from).toBe(segments[index - 1]?.to);
    }
  });

  it.each([
    ['2026-03-29T10:00:00Z', 23],
    ['2026-10-25T10:00:00Z', 25],
  ])('on %s the day has %i hours', (moment, hours) => {
    const changed = localDayOf(Date.parse(moment), 'Europe/Berlin');
    const events = [{ ...state('0:00', 'unlocked'), at: new Date(changed.startMs - 1).toISOString() }];
    const { segments, startsAt, endsAt } = dayStrip(events, { ...options, day: changed, nowMs: changed.endMs });
    expect(segments).toHaveLength(1);
    expect(segments[0]).toMatchObject({ from: startsAt, to: endsAt, state: 'unlocked' });
    expect((Date.parse(endsAt) - Date.parse(startsAt)) / 3_600_000).toBe(hours);
  });
});

describe('what lay beside them', () => {
  const strip = (...events: readonly HistoryEvent[]) => dayStrip([state('-1:00', 'unlocked'), ...events], options);
  const span = (from: string, to: string) => ({ from: at(from), to: at(to) });

  it('sleep, over midnight and until now', () => {
    const { sleeps } = strip(plain('-23:00', 'sleep'), plain('7:00', 'wake'), plain('17:00', 'sleep'));
    expect(sleeps).toEqual([span('0:00', '7:00'), span('17:00', '18:00')]);
  });

  it('sessions, each in a lane of its own, in the order in which they came', () => {
    const { sessions } = strip(
      came('9:00', 'ssh:2', { name: 'work' }),
      came('8:00', 'ssh:1'),
      left('8:30', 'ssh:1'),
      came('10:00', 'ssh:1'),
      left('12:00', 'ssh:2'),
      left('13:00', 'ssh:never-came'),
    );
    expect(sessions).toEqual([
      {
        ...{ sessionId: 'ssh:1', sessionKind: 'ssh', comesFrom: '192.168.1.9' },
        spans: [span('8:00', '8:30'), span('10:00', '18:00')],
      },
      {
        ...{ sessionId: 'ssh:2', sessionKind: 'ssh', name: 'work', comesFrom: '192.168.1.9' },
        spans: [span('9:00', '12:00')],
      },
    ]);
  });

  it('a session that was carried over is the one that was there', () => {
    const { sessions } = strip(
      came('-9:00', 'ssh:1'),
      came('0:10', 'ssh:1', { found: 'carried-over' }),
      left('2:00', 'ssh:1'),
    );
    expect(sessions.map(({ spans }) => spans)).toEqual([[span('0:00', '2:00')]]);
  });

  it('sessions end for us when nobody watches any more', () => {
    const { sessions } = strip(came('9:00', 'ssh:1'), plain('10:00', 'app-stopped'));
    expect(sessions.map(({ spans }) => spans)).toEqual([[span('9:00', '10:00')]]);
  });

  it('holds, and where the day was cut off', () => {
    const { holds, truncatedAt } = strip(
      { at: at('9:00'), kind: 'hold-started', until: at('13:00') },
      { at: at('12:00'), kind: 'hold-ended', isRestored: true },
      plain('15:00', 'truncated'),
    );
    expect(holds).toEqual([span('9:00', '12:00')]);
    expect(truncatedAt).toBe(at('15:00'));
  });
});

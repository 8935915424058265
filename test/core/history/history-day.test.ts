import { describe, expect, it } from 'vitest';
import { filesFor, historyDay } from '../../../electron/core/history/history-day';
import type { HistoryEvent } from '../../../electron/core/history/history-event';
import { localDayOf } from '../../../electron/core/time/local-day';
import { loginPath } from '../sample-facts';

const berlin = localDayOf(Date.parse('2026-09-10T10:00:00Z'), 'Europe/Berlin');
const files = ['2026-09-01', '2026-09-08', '2026-09-09', '2026-09-10', '2026-09-11'];

describe('the files of a day', () => {
  it('are those of UTC that it touches, and the last one before, for how it began', () => {
    expect(filesFor(berlin, files)).toEqual(['2026-09-08', '2026-09-09', '2026-09-10']);
    expect(filesFor(berlin, ['2026-09-01', '2026-09-10'])).toEqual(['2026-09-01', '2026-09-10']);
    expect(filesFor(berlin, ['2026-09-11'])).toEqual([]);
  });
});

const at = (clock: string, day = '10'): string => `2026-09-${day}T${clock}:00.000Z`;
const lockState = (when: string, state: 'locked' | 'unlocked'): HistoryEvent => ({
  ...{ at: when, kind: 'lock-state', keychainPath: loginPath, state, cause: 'manual', by: 'latchkey' },
});
const events: readonly HistoryEvent[] = [
  lockState(at('12:00', '09'), 'locked'),
  { at: at('08:00'), kind: 'session-came', sessionId: 'ssh:1', sessionKind: 'ssh', from: '192.168.1.9' },
  lockState(at('09:00'), 'unlocked'),
  { at: at('09:30'), kind: 'session-left', sessionId: 'ssh:1', sessionKind: 'ssh', from: '192.168.1.9' },
  { at: at('09:40'), kind: 'watching' },
  { at: at('09:50'), kind: 'login-expired', tool: 'gh' },
];
const day = (changes: Partial<Parameters<typeof historyDay>[0]> = {}) =>
  historyDay({
    ...{ events, files, keychainPath: loginPath, day: berlin, recording: 'on', problem: null },
    nowMs: Date.parse(at('10:00')),
    ...changes,
  });

describe('a day of the history', () => {
  it('has its own events, in order, and only what is news', () => {
    expect(
      day()
        .rows.filter(({ to }) => to === null)
        .map(({ what }) => what),
    ).toEqual(['The login of gh has ended']);
    expect(day({ events: [...events].reverse() })).toEqual(day());
  });

  it('goes on until now while it is recorded, else to its last line', () => {
    expect(day().strip.segments.at(-1)).toMatchObject({ state: 'unlocked', to: at('10:00') });
    const { segments } = day({ recording: 'off' }).strip;
    expect(segments.at(-1)).toMatchObject({ state: 'not-watched', from: at('09:50') });
  });

  it('knows whether there is an earlier one', () => {
    expect(day().hasEarlier).toBe(true);
    expect(day({ events: events.slice(1), files: ['2026-09-10'] }).hasEarlier).toBe(false);
    expect(day({ files: ['2026-09-09'], events: [] }).hasEarlier).toBe(false);
    expect(day({ files: ['2026-09-08'], events: [] }).hasEarlier).toBe(true);
  });
});

describe('a day in words', () => {
  it('calls each part of the strip and each session by a name', () => {
    expect(day().segmentWords).toEqual(['Locked with Latchkey', 'Unlocked with Latchkey']);
    expect(day().sessionTitles).toEqual(['SSH login from 192.168.1.9']);
  });

  it('is a table of all that was, in order of time', () => {
    expect(day().rows.map(({ from, to, what }) => [from.slice(11, 16), to?.slice(11, 16) ?? null, what])).toEqual([
      ['22:00', '09:00', 'Locked with Latchkey'],
      ['08:00', '09:30', 'SSH login from 192.168.1.9'],
      ['09:00', '10:00', 'Unlocked with Latchkey'],
      ['09:50', null, 'The login of gh has ended'],
    ]);
  });

  it('keeps the end of a very long table, and counts the rest', () => {
    const many = Array.from(
      { length: 300 },
      (_, index): HistoryEvent => ({
        ...{
          at: new Date(Date.parse(at('09:00')) + index * 1000).toISOString(),
          kind: 'login-expired',
          tool: `t${index}`,
        },
      }),
    );
    const long = day({ events: many });
    expect(long.rows).toHaveLength(200);
    expect(long.moreRows + long.rows.length).toBeGreaterThanOrEqual(300);
    expect(long.rows.at(-1)?.what).toContain('t299');
  });
});

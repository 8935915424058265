import { describe, expect, it } from 'vitest';
import {
  calendarDay,
  changeEndDate,
  type EnteredEndDate,
  parseEndDates,
  writeEndDates,
} from '../../../electron/core/credentials/entered-end-dates';

const date = (changes: Partial<EnteredEndDate> = {}): EnteredEndDate => ({
  tool: 'gh',
  account: 'alice@github.com',
  endsOn: '2027-02-28',
  enteredAt: 1_000,
  ...changes,
});
const file = (...endDates: readonly unknown[]) => JSON.stringify({ schemaVersion: 1, endDates });

describe('a day of the calendar', () => {
  it.each(['2026-09-10', '2028-02-29', '2000-01-01', '2199-12-31'])('is %s', (day) => {
    expect(calendarDay.safeParse(day).success).toBe(true);
  });
  it.each([
    '2027-02-29',
    '2026-13-01',
    '2026-9-1',
    '10.09.2026',
    '1999-12-31',
    '2200-01-01',
    '2026-09-10T00:00Z',
    '',
    7,
    null,
  ])('is not %s', (day) => {
    expect(calendarDay.safeParse(day).success).toBe(false);
  });
});

describe('the end dates that were entered', () => {
  it('are read as they were written', () => {
    const dates = [date(), date({ tool: 'claude-code', account: null })];
    expect(parseEndDates(writeEndDates(dates))).toEqual({ ok: true, value: dates });
    expect(parseEndDates(writeEndDates([]))).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"schemaVersion":1'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another version', '{"schemaVersion":2,"endDates":[]}'],
    ['no list', '{"schemaVersion":1,"endDates":{}}'],
    ['more than the list', '{"schemaVersion":1,"endDates":[],"isAdmin":true}'],
    ['a prototype', '{"schemaVersion":1,"endDates":[],"__proto__":{"endDates":[]}}'],
    ['deep nesting', '['.repeat(50_000)],
    ['no date', file(null)],
    ['a token', file({ ...date(), token: 'secret' })],
    ['a day that is none', file(date({ endsOn: '2027-02-30' }))],
    ['a tool that is no name', file({ ...date(), tool: 7 })],
    ['an account without end', file(date({ account: 'x'.repeat(513) }))],
    ['a time that is none', file({ ...date(), enteredAt: '1000' })],
    ['more than anybody has', file(...Array.from({ length: 201 }, (_, index) => date({ account: `${index}` })))],
  ])('are refused whole where the file holds %s', (_what, text) => {
    expect(parseEndDates(text)).toMatchObject({ ok: false, code: 'not-end-dates' });
  });

  it.each([
    ['it holds something that is no end date', file({ ...date(), endsOn: 'soon' })],
    ['it holds something that is no end date', file({ ...date(), enteredAt: 1e17 })],
    ['it is not the list that Latchkey writes', '{"schemaVersion":2,"endDates":[]}'],
    ['it is not the list that Latchkey writes', '{"schemaVersion":2,"endDates":[7]}'],
  ])('are refused since %s: %s', (reason, text) => {
    expect(parseEndDates(text)).toEqual({ ok: false, code: 'not-end-dates', reason });
  });

  it('are one for each login: a later one replaces, null takes it back, and others stay', () => {
    const others = [date({ account: 'bob@github.com' }), date({ tool: 'git' })];
    const entered = changeEndDate([date(), ...others], date(), '2028-01-01', 2_000);
    expect(entered).toEqual([...others, date({ endsOn: '2028-01-01', enteredAt: 2_000 })]);
    expect(changeEndDate(entered, date(), null, 3_000)).toEqual(others);
  });

  it('stay few enough to be read again: the oldest goes', () => {
    const many = Array.from({ length: 200 }, (_, index) => date({ account: `${index}` }));
    const changed = changeEndDate(many, date(), '2028-01-01', 2_000);
    expect(changed).toHaveLength(200);
    expect(changed[0]?.account).toBe('1');
    expect(parseEndDates(writeEndDates(changed)).ok).toBe(true);
  });

  it('keep nothing but who, which day and when, whatever else was handed over', () => {
    const owner = { ...date(), token: 'secret' };
    expect(JSON.stringify(changeEndDate([], owner, '2028-01-01', 2_000))).not.toContain('secret');
  });
});

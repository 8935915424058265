import { describe, expect, it } from 'vitest';
import { allParts, type Part } from '../../../electron/core/look/look-intervals';
import { type PartConditions, whatIsDue } from '../../../electron/core/look/what-is-due';

const now = 1_000_000_000;
const secondMs = 1_000;
const minuteMs = 60_000;
const ago = (spanMs: number) => ({ lastAskedAt: now - spanMs });
const atRest: PartConditions = {
  now,
  ...ago(0),
  isUnread: false,
  popoverVisible: false,
  powerSource: 'ac',
  askedBy: null,
  hinted: [],
};
const visible = { popoverVisible: true } as const;
const battery = { powerSource: 'battery' } as const;
const changed = {
  hinted: [
    { before: 'one', now: 'one' },
    { before: 'one', now: 'other' },
  ],
};
const came = { hinted: [{ before: null, now: 'one' }] };
const went = { hinted: [{ before: 'one', now: null }] };
const same = {
  hinted: [
    { before: 'one', now: 'one' },
    { before: null, now: null },
  ],
};

const due = (part: Part, changes: Partial<PartConditions>) => {
  const { ask, reason } = whatIsDue(part, { ...atRest, ...changes });
  return `${ask ? 'ask' : 'leave'}: ${reason}`;
};

describe('of every part', () => {
  it.each(allParts)('%s', (part) => {
    expect(due(part, { lastAskedAt: null })).toBe('ask: never-asked');
    expect(due(part, { lastAskedAt: now + 5000 })).toBe('ask: clock-set-back');
    expect(due(part, { askedBy: 'user' })).toBe('ask: asked-by-user');
    expect(due(part, { askedBy: 'wake' })).toBe('ask: woke');
    expect(due(part, { ...ago(30 * secondMs), askedBy: 'opened' })).toBe('ask: popover-opened');
    expect(due(part, { ...ago(2 * secondMs), askedBy: 'opened' })).toMatch(/^leave/);
    expect(due(part, { ...ago(10 * minuteMs), ...same })).toBe('leave: not-confirmed');
    expect(due(part, { ...ago(4 * secondMs), ...changed })).toBe('leave: too-soon');
    expect(due(part, { ...ago(30 * secondMs), ...changed })).toBe('ask: files-changed');
  });
});

describe('what has no beat', () => {
  it.each(['keychain-list', 'remote-access'] as const)('%s', (part) => {
    expect(due(part, ago(24 * 60 * minuteMs))).toBe('leave: unchanged');
    expect(due(part, { ...ago(24 * 60 * minuteMs), ...visible })).toBe('leave: unchanged');
    expect(due(part, { ...ago(5 * secondMs), ...came })).toBe('ask: files-changed');
    expect(due(part, { ...ago(1 * secondMs), ...visible, ...went })).toBe('ask: files-changed');
    expect(due(part, { ...ago(14 * minuteMs), isUnread: true })).toBe('leave: too-soon');
    expect(due(part, { ...ago(15 * minuteMs), isUnread: true })).toBe('ask: unread');
    expect(due(part, { ...ago(15 * minuteMs), isUnread: true, ...battery })).toBe('leave: too-soon');
    expect(due(part, { ...ago(1 * minuteMs), isUnread: true, ...visible })).toBe('ask: unread');
  });
});

describe('what has a beat', () => {
  it.each([
    ['sessions', 10 * secondMs, 30 * secondMs],
    ['beacons', 3 * secondMs, 15 * secondMs],
    ['credentials', 15 * secondMs, 60 * secondMs],
  ] as const)('%s', (part, visibleMs, hiddenMs) => {
    expect(due(part, ago(hiddenMs - 1))).toBe('leave: too-soon');
    expect(due(part, ago(hiddenMs))).toBe('ask: beat');
    expect(due(part, { ...ago(hiddenMs), ...battery })).toBe('leave: too-soon');
    expect(due(part, { ...ago(2 * hiddenMs), ...battery })).toBe('ask: beat');
    expect(due(part, { ...ago(visibleMs), ...visible, ...battery })).toBe('ask: beat');
    expect(due(part, { ...ago(visibleMs - 1), ...visible })).toBe('leave: too-soon');
  });
});

describe('how soon a changed file has it read again', () => {
  it.each([
    ['credentials, hidden', 'credentials', { ...ago(5 * secondMs), ...changed }, 'ask: files-changed'],
    ['credentials, visible', 'credentials', { ...ago(secondMs), ...changed, ...visible }, 'ask: files-changed'],
    // Two children each time: more often would be more than four a minute where logins come and go all the time.
    ['sessions, hidden', 'sessions', { ...ago(29 * secondMs), ...changed }, 'leave: too-soon'],
    ['sessions, visible', 'sessions', { ...ago(3 * secondMs), ...changed, ...visible }, 'ask: files-changed'],
    ['sessions, on battery', 'sessions', { ...ago(30 * secondMs), ...changed, ...battery }, 'ask: files-changed'],
  ] as const)('%s', (_name, part, changes, expected) => {
    expect(due(part, changes)).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import { isDue } from '../../electron/core/beats';
import { nextLook, type PollConditions } from '../../electron/core/poll-policy';

const now = 1_000_000_000;
const calm: PollConditions = {
  now,
  popoverVisible: false,
  lastChangeAt: null,
  wokeAt: null,
  powerSource: 'ac',
  screenLocked: false,
  beat: 'normal',
  lookCostsProcess: false,
};

describe('nextLook', () => {
  it.each([
    ['hidden, on power', {}, 5000, 'relaxed'],
    ['visible', { popoverVisible: true }, 1000, 'popover-visible'],
    ['visible beats battery', { popoverVisible: true, powerSource: 'battery' }, 1000, 'popover-visible'],
    ['on battery', { powerSource: 'battery' }, 15_000, 'on-battery'],
    ['screen locked', { screenLocked: true }, 30_000, 'screen-locked'],
    ['just woke: look, wait, look again', { wokeAt: now, screenLocked: true }, 3000, 'just-woke'],
    ['woke a while ago', { wokeAt: now - 10_000 }, 5000, 'relaxed'],
    ['just changed', { lastChangeAt: now - 1000 }, 2000, 'recent-change'],
    ['changed "in the future": the clock was set back', { lastChangeAt: now + 60_000 }, 5000, 'relaxed'],
    ['woke "in the future"', { wokeAt: now + 60_000 }, 5000, 'relaxed'],
    ['a child process a look, hidden', { lookCostsProcess: true }, 15_000, 'relaxed'],
    ['a child process a look, visible', { lookCostsProcess: true, popoverVisible: true }, 3000, 'popover-visible'],
    ['relaxed', { beat: 'relaxed' }, 15_000, 'relaxed'],
    ['relaxed, on battery', { beat: 'relaxed', powerSource: 'battery' }, 30_000, 'on-battery'],
    ['relaxed, screen locked', { beat: 'relaxed', screenLocked: true }, 60_000, 'screen-locked'],
    ['relaxed, but looked at', { beat: 'relaxed', popoverVisible: true }, 1000, 'popover-visible'],
    ['relaxed, but just changed', { beat: 'relaxed', lastChangeAt: now }, 2000, 'recent-change'],
    ['quick', { beat: 'quick' }, 2000, 'relaxed'],
    ['quick, on battery', { beat: 'quick', powerSource: 'battery' }, 5000, 'on-battery'],
    ['quick, but a child process a look', { beat: 'quick', lookCostsProcess: true }, 15_000, 'relaxed'],
  ] as const)('%s', (_name, changes, delayMs, reason) => {
    expect(nextLook({ ...calm, ...changes })).toEqual({ delayMs, reason });
  });
});

describe('isDue', () => {
  const hidden = { now, popoverVisible: false, powerSource: 'ac' } as const;
  it.each([
    ['never read', null, hidden, true],
    ['just read', now - 1000, hidden, false],
    ['its beat has passed', now - 30_000, hidden, true],
    ['slower on battery', now - 30_000, { ...hidden, powerSource: 'battery' }, false],
    ['faster while visible', now - 10_000, { ...hidden, popoverVisible: true }, true],
    ['read "in the future": the clock was set back', now + 5000, hidden, true],
  ] as const)('sessions: %s', (_name, lastReadAt, conditions, expected) => {
    expect(isDue('sessions', lastReadAt, conditions)).toBe(expected);
  });
});

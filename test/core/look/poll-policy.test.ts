import { describe, expect, it } from 'vitest';
import { nextFileLookMs, nextLook, type PollConditions } from '../../../electron/core/look/poll-policy';

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
    ['child processes a look, hidden', { lookCostsProcess: true }, 60_000, 'relaxed'],
    ['child processes a look, just woke', { lookCostsProcess: true, wokeAt: now }, 15_000, 'just-woke'],
    ['child processes a look, just changed', { lookCostsProcess: true, lastChangeAt: now }, 15_000, 'recent-change'],
    ['child processes a look, visible', { lookCostsProcess: true, popoverVisible: true }, 3000, 'popover-visible'],
    ['relaxed', { beat: 'relaxed' }, 15_000, 'relaxed'],
    ['relaxed, on battery', { beat: 'relaxed', powerSource: 'battery' }, 30_000, 'on-battery'],
    ['relaxed, screen locked', { beat: 'relaxed', screenLocked: true }, 60_000, 'screen-locked'],
    ['relaxed, but looked at', { beat: 'relaxed', popoverVisible: true }, 1000, 'popover-visible'],
    ['relaxed, but just changed', { beat: 'relaxed', lastChangeAt: now }, 2000, 'recent-change'],
    ['quick', { beat: 'quick' }, 2000, 'relaxed'],
    ['quick, on battery', { beat: 'quick', powerSource: 'battery' }, 5000, 'on-battery'],
    ['quick, but child processes a look', { beat: 'quick', lookCostsProcess: true }, 60_000, 'relaxed'],
  ] as const)('%s', (_name, changes, delayMs, reason) => {
    expect(nextLook({ ...calm, ...changes })).toEqual({ delayMs, reason });
  });
});

describe('nextFileLookMs', () => {
  it.each([
    ['the first hint waits until the file is written', null, false, 300],
    ['one long after the last look because of files', now - 60_000, false, 300],
    ['hidden, at most one in five seconds', now - 1000, false, 4000],
    ['visible, at most one in a second', now - 400, true, 600],
    ['the last one "in the future": the clock was set back', now + 60_000, false, 300],
  ] as const)('%s', (_name, lastAt, popoverVisible, delayMs) => {
    expect(nextFileLookMs(now, lastAt, popoverVisible)).toBe(delayMs);
  });
});

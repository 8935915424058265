import { describe, expect, it } from 'vitest';
import type { Step } from './steps/step';
import { walk } from './walk';
import { loginPath, workPath } from './world/paths';

const settings = { lockOnSleep: false, idleTimeoutSeconds: 7201 };

/** What the random walk has found, as short as it could be made: each was wrong once. */
const cases: readonly (readonly [sentence: string, steps: readonly Step[]])[] = [
  [
    'an action whose door throws has failed, and is not under way for ever',
    [
      { kind: 'time', ms: 1_000 },
      { kind: 'fault', part: 'lock', fault: 'throws' },
      { kind: 'click-settings', path: loginPath, settings },
      { kind: 'fault', part: 'lock', fault: 'none' },
      { kind: 'time', ms: 1_000 },
    ],
  ],
  [
    'a hold whose door throws when it begins leaves nothing behind',
    [
      { kind: 'time', ms: 1_000 },
      { kind: 'fault', part: 'settings-write', fault: 'throws' },
      { kind: 'click-hold', paths: [loginPath], end: 'open', relock: 'as-before' },
      { kind: 'time', ms: 1_000 },
    ],
  ],
  [
    'a question about the list of keychains that hangs is not asked a second time because another one of the list broke',
    [
      { kind: 'time', ms: 1_000 },
      { kind: 'slow', isSlow: true },
      { kind: 'fault', part: 'list', fault: 'throws' },
      { kind: 'click-look' },
      { kind: 'time', ms: 30 },
      { kind: 'click-look' },
      { kind: 'time', ms: 5_000 },
    ],
  ],
  [
    'a hold does not begin while a change of the settings is on its way',
    [
      { kind: 'time', ms: 1_000 },
      { kind: 'fault', part: 'settings-write', fault: 'hangs' },
      { kind: 'click-settings', path: loginPath, settings },
      { kind: 'time', ms: 1_000 },
      { kind: 'click-hold', paths: [loginPath], end: 'open', relock: 'as-before' },
      { kind: 'time', ms: 16_000 },
    ],
  ],
  [
    'a hold that a crash has left, on a disk that takes nothing, is tried again now and then, and does not stop everything else',
    [
      { kind: 'time', ms: 1_000 },
      { kind: 'click-hold', paths: [loginPath], end: 'soon', relock: 'always' },
      { kind: 'time', ms: 1_000 },
      { kind: 'kill' },
      { kind: 'sleep', ms: 600_000 },
      { kind: 'fault', part: 'journal-write', fault: 'unread' },
      { kind: 'start' },
      { kind: 'time', ms: 61_000 },
    ],
  ],
  [
    'a hold that waits behind the dialog of another one does not begin once both were called off',
    [
      { kind: 'time', ms: 1_000 },
      { kind: 'click-hold', paths: [workPath], end: 'open', relock: 'as-before' },
      { kind: 'time', ms: 400 },
      { kind: 'click-hold', paths: [loginPath, workPath], end: 'open', relock: 'as-before' },
      { kind: 'click-cancel' },
      { kind: 'quit' },
      { kind: 'time', ms: 1_000 },
    ],
  ],
];

describe('found by the random walk:', () => {
  it.each(cases)('%s', async (_sentence, steps) => {
    await expect(walk(steps, false)).resolves.toBeUndefined();
  });
});

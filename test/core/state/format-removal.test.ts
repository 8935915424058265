import { describe, expect, it } from 'vitest';
import { formatRemoval, formatRemovedPart } from '../../../electron/core/state/format-removal';
import type { RemovablePart, RemovedPart } from '../../../electron/core/words/removal';

const removed = { kind: 'removed' } as const;
const part = (name: RemovablePart, outcome: RemovedPart['outcome'] = removed): RemovedPart => ({
  ...{ part: name, what: '/somewhere', outcome },
});

describe('what taking Latchkey out tells', () => {
  it.each<[RemovablePart, string]>([
    ['hold', 'Nothing is kept unlocked any more, and the settings are what they were before.'],
    ['launch-agent', 'Removed the LaunchAgent /somewhere.'],
    ['shell-lines', 'Took the shell helper’s lines out of /somewhere.'],
    ['command-link', 'Removed the link /somewhere.'],
    ['login-item', 'Latchkey is no longer opened at login.'],
    ['support-folder', 'Erased /somewhere, with settings and history.'],
  ])('of %s that is gone', (name, sentence) => expect(formatRemovedPart(part(name))).toBe(sentence));

  it.each<[RemovedPart['outcome'], string]>([
    [{ kind: 'kept', reason: 'Nobody asked.' }, 'Kept /somewhere. Nobody asked.'],
    [{ kind: 'failed', reason: 'macOS said no.' }, 'Still there: /somewhere. macOS said no.'],
  ])('of what is %j', (outcome, sentence) => expect(formatRemovedPart(part('command-link', outcome))).toBe(sentence));

  it.each<[string, readonly RemovedPart[], boolean, RegExp]>([
    ['nothing there', [], false, /^Nothing of Latchkey was found to take out\.$/],
    [
      'only what is to stay',
      [part('support-folder', { kind: 'kept', reason: '' })],
      false,
      /^Nothing of Latchkey was found/,
    ],
    ['all gone', [part('hold'), part('command-link')], false, /^Move Latchkey to the Trash/],
    [
      'one that resists',
      [part('hold'), part('command-link', { kind: 'failed', reason: '' })],
      false,
      /^Some of it is still there/,
    ],
    ['a hold that waits', [part('hold', { kind: 'failed', reason: '' })], true, /^Nothing else was taken out/],
  ])('at the end, with %s', (_what, parts, isStopped, sentence) => {
    expect(formatRemoval({ parts, isStopped })).toMatch(sentence);
  });
});

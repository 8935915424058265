import { describe, expect, it } from 'vitest';
import { exitOf } from '../../electron/cli/text/outcome-exit';
import { failure, success } from '../../electron/core/outcome';
import { sourceFiles } from '../project-files';

/** What every way to fail ends the command line with. Of one that is new it has to be told here which of the two it is. */
const endsWith = {
  /** Refused, called off, or waiting for somebody. */
  1: [
    ...['aborted', 'born-over-ssh', 'busy', 'cancelled', 'changed-meanwhile', 'damaged-block', 'dangling-link'],
    ...['duplicate', 'end-out-of-range', 'hold-elsewhere', 'hold-is-on', 'hold-restoring', 'interaction-not-allowed'],
    ...['interaction-required', 'linked-twice', 'locked', 'no-hold', 'no-such-keychain', 'no-tmux'],
    ...['not-on-the-desktop', 'not-yours', 'nothing-to-decide', 'nothing-to-undo', 'open-to-others'],
    ...['remote-login-off', 'timeout-out-of-range', 'waits-for-decision', 'waits-for-unlock', 'write-protected'],
    ...['wrong-password', 'wrong-session'],
  ],
  /** It could not be done, or not be looked at. Some of these never come as far as the command line. */
  70: [
    ...['born-by-the-system', 'born-nobody-knows-where', 'born-on-the-desktop', 'broken', 'contradicts-itself'],
    ...['could-not-install', 'could-not-log-in', 'could-not-open', 'could-not-remove', 'could-not-start'],
    ...['dark-wake', 'duplicate-item', 'garbled', 'helper-not-copied', 'hold-journal-unreadable', 'invalid-keychain'],
    ...['item-not-found', 'killed', 'live', 'lock-state-unknown', 'missing', 'missing-entitlement', 'newer'],
    ...['no-default-keychain', 'no-folder', 'no-helper', 'no-keychain', 'no-length', 'no-link', 'no-lock'],
    ...['no-network', 'no-simulated-mac', 'no-such-session', 'no-such-tool', 'no-time', 'no-verdict', 'no-worker'],
    ...['nobody-at-the-desktop', 'not-a-beacon', 'not-a-file', 'not-a-mac', 'not-a-timeout', 'not-a-tmux-server'],
    ...['not-answered', 'from-the-future', 'of-another-shell', 'stale'],
    ...['not-as-expected', 'not-end-dates', 'not-ended', 'not-found', 'not-json', 'not-known', 'not-linked'],
    ...['not-loadable', 'not-loaded', 'not-made', 'not-private', 'not-read-back', 'not-readable', 'not-removed'],
    ...['not-set-aside', 'not-settings', 'not-started', 'not-text', 'not-trusted', 'not-unloaded', 'not-writable'],
    ...['not-written', 'nothing-asked', 'occupied', 'refused', 'remote-login-unknown', 'server-gone'],
    'stopping',
    ...['settings-unknown', 'timed-out', 'too-dear', 'too-large', 'too-long', 'unreadable', 'unrecognised', 'usage'],
    ...['window-not-opened'],
  ],
} as const;

/** Where a failure is made with a code, and what an exit code of `security` means. */
const made = /\bfailure\(\s*'([a-z-]+)'|^ {2,4}(?:\d+: \{ )?code: '([a-z-]+)'/gm;

const codesIn = (layer: string): readonly string[] =>
  sourceFiles(`electron/${layer}`).flatMap(({ path, text }) =>
    [...text.matchAll(made)].flatMap(([, failed, meant]) => {
      const code = failed ?? (path.endsWith('/security-exit-codes.ts') ? meant : undefined);
      return code === undefined ? [] : [code];
    }),
  );

describe('what an action ends the command line with', () => {
  it.each(endsWith[1])('1: %s', (code) => expect(exitOf(failure(code, ''))).toBe(1));

  it.each(endsWith[70])('70: %s', (code) => expect(exitOf(failure(code, ''))).toBe(70));

  it('0: done', () => expect(exitOf(success(null))).toBe(0));

  it('is told of every code that there is', () => {
    const known: readonly string[] = [...endsWith[1], ...endsWith[70]];
    const codes = new Set(['core', 'system', 'monitor', 'cli'].flatMap(codesIn));
    expect(codes.size).toBeGreaterThan(60);
    expect([...codes].filter((code) => !known.includes(code))).toEqual([]);
  });
});

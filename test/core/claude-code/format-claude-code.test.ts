import { describe, expect, it } from 'vitest';
import { formatRefreshSubject, formatRunning } from '../../../electron/core/claude-code/format-claude-code';
import type { ClaudeCodeProcess } from '../../../electron/core/words/claude-code-activity';
import { claudeCodeActivity, claudeCodeProcess } from '../sample-facts';

const nowMs = Date.UTC(2026, 8, 10, 9, 0);

const running = (held: readonly ClaudeCodeProcess['mayHoldOldToken'][], moreProcesses = 0) =>
  formatRunning(
    claudeCodeActivity({
      processes: held.map((mayHoldOldToken) => claudeCodeProcess({ mayHoldOldToken })),
      moreProcesses,
    }),
  );

describe('how many Claude Codes run', () => {
  it.each([
    [[], 0, 'No Claude Code runs now.'],
    [['no'], 0, 'One Claude Code runs.'],
    [['yes'], 0, 'One Claude Code runs. It may hold the old token.'],
    [['no', 'no'], 0, '2 Claude Codes run.'],
    [['yes', 'no', 'unknown'], 0, '3 Claude Codes run. 1 of them may hold the old token. Of 1 it is not known.'],
    [['yes', 'yes'], 5, '7 Claude Codes run. At least 2 of them may hold the old token.'],
  ] as const)('%j and %i more: %s', (held, more, words) => {
    expect(running(held, more)).toBe(words);
  });

  it('is not told where the processes could not be read', () => {
    expect(formatRunning(claudeCodeActivity({ processes: [], problem: 'Not read.' }))).toBeNull();
  });
});

describe('the next refresh', () => {
  const at = new Date(nowMs).toISOString();
  it.each([
    [{ kind: 'stored', at, reason: '' }, nowMs - 1, 'The next token refresh is due'],
    [{ kind: 'stored', at, reason: '' }, nowMs, 'The next token refresh was due'],
    [{ kind: 'estimated', at, reason: '' }, nowMs - 1, 'The next token refresh is probably due'],
    [{ kind: 'unknown', reason: 'Not seen.' }, nowMs, null],
  ] as const)('%o is “%s”', (refresh, now, words) => {
    expect(formatRefreshSubject(refresh, now)).toBe(words);
  });
});

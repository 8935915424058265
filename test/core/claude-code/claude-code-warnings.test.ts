import { describe, expect, it } from 'vitest';
import { claudeCodeWarnings } from '../../../electron/core/claude-code/claude-code-warnings';
import type { ClaudeCodeActivity, ClaudeCodeProcess } from '../../../electron/core/words/claude-code-activity';

const claude = (pid: number, mayHoldOldToken: ClaudeCodeProcess['mayHoldOldToken']): ClaudeCodeProcess => ({
  pid,
  kind: 'interactive',
  terminal: `ttys${pid}`,
  startedAt: '2026-12-09T23:30:00.000Z',
  basis: 'process-list',
  mayHoldOldToken,
});

const activity = (changes: Partial<ClaudeCodeActivity>): ClaudeCodeActivity => ({
  processes: [],
  moreProcesses: 0,
  nextRefresh: { kind: 'none', reason: 'No login is stored.' },
  refreshLock: { state: 'free' },
  advice: [],
  ...changes,
});

const stuck = {
  state: 'stuck',
  path: '/Users/rosa/.claude/.oauth_refresh.lock',
  touchedAt: '2026-12-10T09:20:00.000Z',
  reason: 'It was not touched for ten minutes.',
} as const;

describe('the Claude Codes of a snapshot', () => {
  it('are warned of by number, terminal and start where they may hold a used-up token', () => {
    const [warning, another] = claudeCodeWarnings(activity({ processes: [claude(7000, 'yes'), claude(7006, 'no')] }));
    expect(another).toBeUndefined();
    expect(warning).toMatchObject({ code: 'old-token-held', severity: 'info', actions: [] });
    expect(warning?.detail).toContain('7000 on ttys7000, since 2026-12-09 23:30 UTC');
    expect(warning?.detail).not.toContain('7006');
  });

  it('are named up to five, the rest by their number', () => {
    const processes = Array.from({ length: 8 }, (_, index) => claude(7000 + index, 'yes'));
    expect(claudeCodeWarnings(activity({ processes }))[0]?.detail).toContain('; 3 more.');
  });

  it('are no news where one runs alone, or none may hold an old one', () => {
    expect(claudeCodeWarnings(activity({ processes: [claude(1, 'yes')] }))).toEqual([]);
    expect(claudeCodeWarnings(activity({ processes: [claude(1, 'no'), claude(2, 'unknown')] }))).toEqual([]);
    expect(claudeCodeWarnings(undefined)).toEqual([]);
  });

  it('are to be quit where their lock is stuck, and the lock removed only where none runs', () => {
    const [running] = claudeCodeWarnings(activity({ refreshLock: stuck, processes: [claude(7000, 'unknown')] }));
    expect(running).toMatchObject({ code: 'refresh-lock-stuck', severity: 'warning', actions: [] });
    expect(running?.detail).toContain('7000 on ttys7000');
    const [left] = claudeCodeWarnings(activity({ refreshLock: stuck }));
    expect(left?.actions).toEqual([{ kind: 'copy-command', command: `rmdir ${stuck.path}` }]);
  });

  it('say nothing where nobody knows which run', () => {
    expect(claudeCodeWarnings(activity({ refreshLock: stuck, problem: 'ps did not answer.' }))).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { statusText } from '../../../electron/cli/status-text';
import { paintFor } from '../../../electron/cli/text/paint';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import type { ClaudeCodeActivity } from '../../../electron/core/words/claude-code-activity';
import type { Credential } from '../../../electron/core/words/credential';
import { claudeCodeActivity, claudeCodeProcess, credential, readings } from '../../core/sample-facts';

const now = { nowMs: Date.UTC(2026, 8, 10, 9, 0), timeZone: 'UTC' };
const plain = paintFor({ isTTY: false }, {});
const show = (credentials: readonly Credential[], claudeCode?: ClaudeCodeActivity) => {
  const found = readings({ credentials, ...(claudeCode === undefined ? {} : { claudeCode }) });
  return statusText(buildSnapshot(found, null, now.nowMs), now, plain);
};
const tooLong = (text: string) => text.split('\n').filter((line) => [...line].length > 80 && !line.includes('→ '));

describe('credentials in the status', () => {
  it('are told with the account after the name, one line for each account', () => {
    const text = show([credential({ account: 'work' }), credential({ account: '~/.claude-private' })]);
    expect(text).toMatch(/^ {2}Claude Code \(work\) {2}Breaks over SSH {2}Signed in$/m);
    expect(text).toMatch(/^ {2}Claude Code \(~\/\.claude-private\) {2}Breaks over SSH/m);
  });

  it('say how those that break show, and only those', () => {
    const symptom = 'Not logged in · Please run /login';
    expect(show([credential({ symptom })])).toContain(`      Shows as: “${symptom}”`);
    expect(show([credential({ symptom, overSsh: 'survives' })])).not.toContain('Shows as');
    expect(show([credential()])).not.toContain('Shows as');
  });

  it('leave out what is not installed and begin with those that need attention', () => {
    const text = show([
      credential({ name: 'Calm', overSsh: 'survives' }),
      credential({ name: 'Absent', installed: false }),
      credential({ name: 'Ended', status: 'expired' }),
    ]);
    expect(text).not.toContain('Absent');
    expect(text.indexOf('  Ended  ')).toBeLessThan(text.indexOf('  Calm  '));
  });

  it('stay within 80 columns with a long account, and let none drive the terminal', () => {
    const symptom = 'word '.repeat(40).trim();
    const text = show([
      credential({ account: 'many words '.repeat(12).trim(), symptom, status: 'renews-itself' }),
      credential({ tool: 'gh', account: 'eve\u001b[2J\u202e', symptom: '\u001b[1A' }),
    ]);
    expect(tooLong(text)).toEqual([]);
    for (const acting of ['\u001b', '\u202e']) expect(text).not.toContain(acting);
  });
});

describe('Claude Code in the status', () => {
  it('is no part of it where none runs and none has a login to renew', () => {
    expect(show([])).not.toMatch(/^Claude Code$/m);
  });

  it('is told in short: how many run, which may hold the old token, and when it is renewed', () => {
    const processes = [claudeCodeProcess({ mayHoldOldToken: 'yes' }), claudeCodeProcess({ pid: 102 })];
    const text = show([], claudeCodeActivity({ processes })).replaceAll(/\s+/g, ' ');
    expect(text).toContain('2 Claude Codes run. 1 of them may hold the old token.');
    expect(text).toContain('The next token refresh is due in 2 h (work).');
    expect(text).not.toMatch(/lock free/i);
  });

  it('says why nothing is known of the processes', () => {
    const problem = 'The list of processes could not be read.';
    expect(show([], claudeCodeActivity({ processes: [], problem }))).toContain(problem);
  });

  it('tells a stuck refresh lock, how it shows, and the whole command that helps', () => {
    const command = `rmdir '/Users/alice/${'long folder '.repeat(10)}'`;
    const text = show(
      [],
      claudeCodeActivity({
        refreshLock: {
          ...{ state: 'stuck', path: '/x', touchedAt: '2026-09-10T08:00:00.000Z' },
          ...{ reason: 'It was not touched for more than a minute.', symptom: 'Failed to refresh\u001b[2J' },
        },
        advice: [{ sentence: 'Remove it.', help: { kind: 'copy-command', name: 'remove-refresh-lock', command } }],
      }),
    );
    expect(text).toContain('It was not touched for more than a minute. Shows as:');
    expect(text).not.toContain('\u001b');
    expect(text).toContain(`      Remove it.\n      → ${command}`);
    expect(tooLong(text)).toEqual([]);
  });
});

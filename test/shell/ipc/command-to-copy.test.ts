import { describe, expect, it } from 'vitest';
import { buildSnapshot } from '../../../electron/core/state/build-snapshot';
import { nothingYet } from '../../../electron/core/state/monitor-state';
import type { ClaudeCodeActivity } from '../../../electron/core/words/claude-code-activity';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import type { Warning } from '../../../electron/core/words/warning';
import { commandToCopy } from '../../../electron/shell/ipc/command-to-copy';
import { claudeCodeActivity, claudeCodeProcess, readings } from '../../core/sample-facts';

const monitorWith = (claudeCode?: ClaudeCodeActivity) => {
  const found = readings(claudeCode === undefined ? {} : { claudeCode });
  const snapshot = buildSnapshot(found, null, 0);
  return { state: () => ({ ...nothingYet, snapshot }) };
};
const help = (command: string) => ({ kind: 'copy-command', command }) as const;
const racing = monitorWith(
  claudeCodeActivity({
    processes: [
      claudeCodeProcess({ pid: 101, help: help('cd /a && claude --continue') }),
      claudeCodeProcess({ pid: 102, help: help('cd /b && claude --continue') }),
      claudeCodeProcess({ pid: 103 }),
    ],
    advice: [
      { sentence: 'Restart them.' },
      { sentence: 'Remove it.', help: { ...help('rmdir /lock'), name: 'remove-refresh-lock' } },
    ],
  }),
);

describe('a command of Claude Code that the page has named', () => {
  it('is the one of that process', () => {
    expect(commandToCopy(racing, { command: 'restart-claude-code', pid: 102 })).toBe('cd /b && claude --continue');
  });

  it('is the one that is advised', () => {
    expect(commandToCopy(racing, { command: 'remove-refresh-lock' })).toBe('rmdir /lock');
  });

  it.each([
    ['a process without one', racing, { command: 'restart-claude-code', pid: 103 }],
    ['a process that is gone', racing, { command: 'restart-claude-code', pid: 999 }],
    ['advice that is not given now', racing, { command: 'make-setup-token' }],
    ['no Claude Code at all', monitorWith(), { command: 'remove-refresh-lock' }],
    ['nothing seen yet', { state: () => nothingYet }, { command: 'restart-claude-code', pid: 101 }],
  ] as const)('is refused for %s', (_what, monitor, wanted) => {
    expect(() => commandToCopy(monitor, wanted)).toThrow(RangeError);
  });
});

describe('a command that the page shows', () => {
  const of = (changes: Partial<Snapshot>) => {
    const snapshot = { ...buildSnapshot(readings(), null, 0), ...changes };
    return { state: () => ({ ...nothingYet, snapshot }) };
  };
  const session = {
    id: 's',
    kind: 'ssh',
    user: 'alice',
    bornIn: 'ssh',
    sees: 'locked',
    basis: 'inferred',
    reason: '',
  } as const;
  const warning: Warning = {
    ...{ code: 'refresh-lock-stuck', severity: 'warning', title: 'Stuck', detail: '' },
    actions: [{ kind: 'unlock', keychainPath: '/a' }, help('rmdir /lock')],
  };

  it('is copied as it is shown, be it of a warning or of a session', () => {
    const monitor = of({ warnings: [warning], sessions: [{ ...session, help: help('security list-keychains') }] });
    for (const shown of ['rmdir /lock', 'security list-keychains'])
      expect(commandToCopy(monitor, { command: 'help', shown })).toBe(shown);
  });

  it.each([
    ['nothing shows', of({ warnings: [warning] }), 'rm -rf /'],
    ['is no longer shown', of({ warnings: [] }), 'rmdir /lock'],
    ['nobody has looked for', { state: () => nothingYet }, 'rmdir /lock'],
  ] as const)('is refused where %s it', (_what, monitor, shown) => {
    expect(() => commandToCopy(monitor, { command: 'help', shown })).toThrow(RangeError);
  });
});

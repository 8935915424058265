import { removeFolderCommand } from '../sessions/commands';
import type { ClaudeCodeAdvice, ClaudeCodeProcess, RefreshLock } from '../words/claude-code-activity';

/** Claude Codes that share one login, or that nobody can tell apart. */
export interface SharingProcesses {
  readonly account: string | null;
  readonly processes: readonly ClaudeCodeProcess[];
}

/**
 * What helps, the most pressing first. Nothing of it is done by itself: no lock is removed, no process ended.
 *
 * @param groups those whose login is renewed.
 */
export const adviceOn = (
  groups: readonly SharingProcesses[],
  lock: RefreshLock,
  running: number | 'unknown',
): readonly ClaudeCodeAdvice[] => [
  ...onStuckLock(lock, running),
  // One alone has nobody to race with: most likely it wrote the login itself.
  ...groups
    .filter(({ processes }) => processes.length > 1)
    .flatMap((group) => [...onOlderOnes(group), ...onHeadlessOnes(group)]),
];

const onStuckLock = (lock: RefreshLock, running: number | 'unknown'): readonly ClaudeCodeAdvice[] => {
  if (lock.state !== 'stuck') return [];
  if (running === 'unknown') {
    return [
      { sentence: 'The refresh lock is stuck. Which Claude Code holds it is not known: leave it until that is.' },
    ];
  }
  if (running > 0) {
    return [{ sentence: 'The refresh lock is stuck. Quit the Claude Codes one at a time, the oldest first.' }];
  }
  const command = removeFolderCommand(lock.path);
  const help = { kind: 'copy-command', name: 'remove-refresh-lock', command } as const;
  return [{ sentence: 'The refresh lock is stuck and no Claude Code runs that could hold it: remove it.', help }];
};

const onOlderOnes = ({ processes, account }: SharingProcesses): readonly ClaudeCodeAdvice[] => {
  const older = processes.filter(({ mayHoldOldToken }) => mayHoldOldToken === 'yes').length;
  if (older === 0) return [];
  const count = older === processes.length ? `All ${older}` : `${older} of ${processes.length}`;
  const sentence = `${count} Claude Codes${named(account)} started before their login was last written and may hold a refresh token that is used up. Restart them one at a time, the oldest first.`;
  return [{ sentence }];
};

const onHeadlessOnes = ({ processes, account }: SharingProcesses): readonly ClaudeCodeAdvice[] => {
  if (processes.every(({ kind }) => kind === 'interactive')) return [];
  const sentence = `Headless Claude Codes${named(account)} are better off with an API key or a token of their own than with the login that the others renew.`;
  return [{ sentence, help: { kind: 'copy-command', name: 'make-setup-token', command: 'claude setup-token' } }];
};

const named = (account: string | null): string => (account === null ? '' : ` of ${account}`);

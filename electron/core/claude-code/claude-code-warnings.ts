import { removeFolderCommand } from '../sessions/commands';
import type { ClaudeCodeActivity, ClaudeCodeProcess } from '../words/claude-code-activity';
import type { Warning } from '../words/warning';

/** Each by its name; beyond these the list would bury what matters. */
const mostNamed = 5;

/** What of the running Claude Codes may log somebody out: a lock that nobody tends, and holders of a used-up token. */
export const claudeCodeWarnings = (activity: ClaudeCodeActivity | undefined): Warning[] =>
  activity === undefined || activity.problem !== undefined ? [] : [...stuckLock(activity), ...oldTokens(activity)];

const stuckLock = ({ refreshLock, processes, moreProcesses }: ClaudeCodeActivity): Warning[] => {
  if (refreshLock.state !== 'stuck') return [];
  const isAnyRunning = processes.length + moreProcesses > 0;
  const command = removeFolderCommand(refreshLock.path);
  return [
    {
      code: 'refresh-lock-stuck',
      severity: 'warning',
      title: 'Claude Code’s refresh lock is stuck',
      detail: isAnyRunning
        ? `Nobody tends ${refreshLock.path}, and no token is renewed meanwhile. Quit the Claude Codes one at a time, the oldest first: ${named(processes)}.`
        : `No Claude Code runs that could hold ${refreshLock.path}: remove it.`,
      actions: isAnyRunning ? [] : [{ kind: 'copy-command', command }],
    },
  ];
};

const oldTokens = ({ processes, moreProcesses }: ClaudeCodeActivity): Warning[] => {
  const holders = processes.filter(({ mayHoldOldToken }) => mayHoldOldToken === 'yes');
  // One alone has nobody to race with: most likely it wrote the login itself.
  if (holders.length === 0 || processes.length + moreProcesses < 2) return [];
  const count = holders.length === 1 ? 'A Claude Code' : `${holders.length} Claude Codes`;
  return [
    {
      code: 'old-token-held',
      severity: 'info',
      title: `${count} may hold a used-up token`,
      detail: `Started before the login was last written: ${named(holders)}. Restart them one at a time, the oldest first.`,
      actions: [],
    },
  ];
};

const named = (processes: readonly ClaudeCodeProcess[]): string => {
  const more = processes.length - mostNamed;
  const names = processes.slice(0, mostNamed).map(nameOfClaudeCode);
  return [...names, ...(more > 0 ? [`${more} more`] : [])].join('; ');
};

/** "7000 on ttys100, since 2026-12-09 23:30 UTC": what to look for in a list of processes. */
export const nameOfClaudeCode = ({ pid, terminal, startedAt }: ClaudeCodeProcess): string =>
  `${pid}${terminal === undefined ? '' : ` on ${terminal}`}, since ${startedAt.slice(0, 16).replace('T', ' ')} UTC`;

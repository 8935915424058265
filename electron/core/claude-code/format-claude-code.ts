import type { ClaudeCodeActivity, ClaudeCodeProcess, NextRefresh, RefreshLock } from '../words/claude-code-activity';

/** "3 Claude Codes run. 2 of them may hold the old token." Null when it is not known which run. */
export const formatRunning = ({ processes, moreProcesses, problem }: ClaudeCodeActivity): string | null => {
  if (problem !== undefined) return null;
  const count = processes.length + moreProcesses;
  if (count === 0) return 'No Claude Code runs now.';
  if (count === 1) return `One Claude Code runs.${ofOne[processes[0]?.mayHoldOldToken ?? 'unknown']}`;
  const older = processes.filter(({ mayHoldOldToken }) => mayHoldOldToken === 'yes').length;
  const unclear = processes.filter(({ mayHoldOldToken }) => mayHoldOldToken === 'unknown').length;
  // Of those that are not listed nothing is told here.
  const least = moreProcesses > 0 ? 'At least ' : '';
  return [
    `${count} Claude Codes run.`,
    ...(older === 0 ? [] : [`${least}${older} of them may hold the old token.`]),
    ...(unclear === 0 ? [] : [`Of ${least.toLowerCase()}${unclear} it is not known.`]),
  ].join(' ');
};

const ofOne: Readonly<Record<ClaudeCodeProcess['mayHoldOldToken'], string>> = {
  yes: ' It may hold the old token.',
  no: '',
  unknown: ' Whether it holds the old token is not known.',
};

export const oldTokenPhrase: Readonly<Record<ClaudeCodeProcess['mayHoldOldToken'], string>> = {
  yes: 'may hold the old token',
  no: 'holds no old token',
  unknown: 'token not known',
};

/** The words before the moment; null when no moment is known. Who it is for is outside text and not among them. */
export const formatRefreshSubject = (refresh: NextRefresh, nowMs: number): string | null => {
  if (!('at' in refresh)) return null;
  const isPast = Date.parse(refresh.at) <= nowMs;
  if (refresh.kind === 'estimated') return `The next token refresh ${isPast ? 'was probably' : 'is probably'} due`;
  return `The next token refresh ${isPast ? 'was' : 'is'} due`;
};

export const refreshLockPhrase: Readonly<Record<RefreshLock['state'], string>> = {
  free: 'Refresh lock free',
  held: 'Refresh going on',
  stuck: 'Refresh lock stuck',
  unknown: 'Refresh lock not known',
};

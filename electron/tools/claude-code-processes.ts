import type { ClaudeCodeActivity } from '../core/claude-code-activity';
import { describeRefreshRace, type RenewableLogin, type SightedProcess } from '../core/refresh-race';
import { isClaudeCode } from '../system/agent-daemons';
import { createSessionFileReader, type RunningSession } from '../system/agent-session-files';
import type { MacDoors } from '../system/doors';
import { nearestAbove } from '../system/process-ancestry';
import type { ProcessEntry, ProcessTable } from '../system/process-list';
import { loginInUse } from './claude-code-login-in-use';
import { readRefreshLocks } from './claude-code-refresh-lock';
import type { SightedFolder } from './claude-code-sighting';

interface SightedActivity {
  readonly activity: ClaudeCodeActivity | null;
  readonly sessions: readonly RunningSession[];
}

/**
 * Finds the Claude Codes that run: those that say so in a session file which their start time bears out, and those that
 * only the process list tells of. It renews nothing, removes no lock and ends no process.
 */
export const createClaudeCodeActivity = (
  doors: MacDoors,
): ((folders: readonly SightedFolder[]) => Promise<SightedActivity>) => {
  const readSessions = createSessionFileReader(doors.host);
  return async (folders) => {
    const configFolders = folders.map(({ folder }) => folder.path);
    const [table, ...locks] = await Promise.all([
      doors.readProcesses(),
      ...configFolders.map((folder) => readRefreshLocks(doors.host, folder)),
    ]);
    const readAt = doors.host.now();
    const sessions = table === null ? [] : await readSessions(table, configFolders);
    const activity = describeRefreshRace({
      logins: folders.map((sighted) => renewableLogin(sighted, readAt)),
      processes: table === null ? null : findClaudeCodes(table, doors.host.uid, sessions),
      locks: locks.flat(),
      readAt,
    });
    return { activity, sessions };
  };
};

/** What one Claude Code has started is counted only where it has a session of its own. */
export const findClaudeCodes = (
  processes: ProcessTable,
  uid: number,
  sessions: readonly RunningSession[],
): readonly SightedProcess[] => {
  const withFile = new Set(sessions.map(({ pid }) => pid));
  const isOne = ({ pid, uid: owner, command }: ProcessEntry) =>
    withFile.has(pid) || (owner === uid && isClaudeCode(command));
  const oneAbove = nearestAbove(processes, isOne);
  const others = [...processes.values()].filter(
    (process) => isOne(process) && !withFile.has(process.pid) && oneAbove(process.parentPid) === null,
  );
  return [...sessions.map(sightSession), ...others.map(sightProcess)];
};

const sightSession = ({ process, kind, entrypoint, folder, configFolder }: RunningSession): SightedProcess => ({
  pid: process.pid,
  configFolder,
  kind: (kind ?? 'interactive') !== 'interactive' || isHeadlessEntry(entrypoint) ? 'headless' : 'interactive',
  folder,
  terminal: process.tty ?? programOf(entrypoint),
  startedAt: process.startedAt,
});

const isHeadlessEntry = (entrypoint: string | null): boolean => entrypoint === 'mcp' || /^sdk/.test(entrypoint ?? '');

const programOf = (entrypoint: string | null): string | null => {
  if (entrypoint === 'claude-vscode') return 'VS Code';
  return entrypoint === 'claude-desktop' ? 'Claude desktop app' : null;
};

const sightProcess = ({ pid, tty, startedAt, command }: ProcessEntry): SightedProcess => ({
  pid,
  configFolder: null,
  kind: tty === null || /\s(?:-p|--print)(?:\s|$)/.test(command) ? 'headless' : 'interactive',
  folder: null,
  terminal: tty,
  startedAt,
});

const renewableLogin = ({ folder, sighting }: SightedFolder, now: number): RenewableLogin => {
  const inUse = loginInUse(sighting, now);
  const facts = { folder: folder.path, account: sighting.account, isUsual: folder.kind === 'usual' };
  const nothing = { ...facts, writtenAt: null, accessTokenExpiresAt: null };
  if (inUse.kind === 'keychain-unknown') return { ...nothing, renews: 'unknown' };
  if (inUse.kind === 'item') {
    const { item, login, isDoubtful } = inUse;
    const times = login?.kind === 'login' ? login.times : null;
    const renews = isDoubtful || item.mayBeAnothers ? 'unknown' : times && !times.hasRefreshToken ? 'no' : 'yes';
    const accessTokenExpiresAt = times?.accessTokenExpiresAt ?? null;
    return { ...facts, renews, writtenAt: item.modifiedAt, accessTokenExpiresAt };
  }
  if (inUse.kind !== 'file' && inUse.kind !== 'file-or-item') return { ...nothing, renews: 'no' };
  const { login, modifiedAt: writtenAt } = inUse.file;
  if (login.kind !== 'login') return { ...nothing, renews: login.kind === 'unreadable' ? 'unknown' : 'no' };
  const { hasRefreshToken, accessTokenExpiresAt } = login.times;
  return { ...facts, renews: hasRefreshToken ? 'yes' : 'no', writtenAt, accessTokenExpiresAt };
};

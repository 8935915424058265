import { describeRefreshRace, type RenewableLogin, type SightedProcess } from '../../core/claude-code/refresh-race';
import type { ClaudeCodeActivity } from '../../core/words/claude-code-activity';
import { read } from '../../core/words/reading';
import type { ToolDoors } from '../../system/doors';
import { claudeCodeOf, isClaudeCode } from '../../system/processes/claude-code-programs';
import { nearestAbove } from '../../system/processes/process-ancestry';
import type { ProcessEntry, ProcessTable } from '../../system/processes/process-list';
import { createSessionFileReader, type RunningSession } from '../../system/sessions/agent-session-files';
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
  doors: ToolDoors,
): ((folders: readonly SightedFolder[]) => Promise<SightedActivity>) => {
  const readSessions = createSessionFileReader(doors.host);
  return async (folders) => {
    const configFolders = folders.map(({ folder }) => folder.path);
    const [table, ...locks] = await Promise.all([
      doors.readProcesses(),
      ...configFolders.map((folder) => readRefreshLocks(doors.host, folder)),
    ]);
    const readAt = doors.host.now();
    const { sessions, unread } =
      table.kind === 'read' ? await readSessions(table.value, configFolders) : { sessions: [], unread: [] };
    const activity = describeRefreshRace({
      logins: folders.map((sighted) => renewableLogin(sighted, readAt)),
      processes: table.kind === 'read' ? read(findClaudeCodes(table.value, doors.host.uid, sessions)) : table,
      unreadSessions: unread,
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
  terminal: process.tty ?? claudeCodeOf(process.command)?.host ?? programOf(entrypoint),
  startedAt: process.startedAt,
});

const isHeadlessEntry = (entrypoint: string | null): boolean => entrypoint === 'mcp' || /^sdk/.test(entrypoint ?? '');

const programOf = (entrypoint: string | null): string | null => {
  if (entrypoint === 'claude-vscode') return 'VS Code';
  return entrypoint === 'claude-desktop' ? 'Claude desktop app' : null;
};

/** Without a terminal, and without a program that shows it, nobody sits before it. */
const sightProcess = ({ pid, tty, startedAt, command }: ProcessEntry): SightedProcess => {
  const program = claudeCodeOf(command);
  const host = program?.host ?? null;
  const isSeen = tty !== null || (host !== null && host !== 'Agent SDK');
  return {
    pid,
    configFolder: null,
    kind:
      isSeen && (program?.role === 'interactive' || program?.role === 'remote-control') ? 'interactive' : 'headless',
    folder: null,
    terminal: tty ?? host,
    startedAt,
    certainty: program?.certainty ?? 'likely',
    // The desktop app hands its own login down.
    ...(host === 'Claude desktop app' ? { isHandedLogin: true } : {}),
  };
};

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

import { continueClaudeCodeCommand } from '../sessions/commands';
import { isoTime } from '../time/outside-numbers';
import type { ClaudeCodeActivity, ClaudeCodeProcess, NextRefresh } from '../words/claude-code-activity';
import type { Reading } from '../words/reading';
import { adviceOn } from './refresh-advice';
import { describeRefreshLock, type LockSighting } from './refresh-lock';

/** A login of Claude Code, as far as its renewal goes. Times in milliseconds since 1970. */
export interface RenewableLogin {
  /** What tells it from the others: its configuration folder. */
  readonly folder: string;
  /** As in its credential; null for the only one. */
  readonly account: string | null;
  /** `no`: an API key, or whatever else nobody renews. */
  readonly renews: 'yes' | 'no' | 'unknown';
  /** When what is stored was last written; null when not told. */
  readonly writtenAt: number | null;
  /** Null when not told: an item in the keychain tells it to nobody who does not decrypt it. */
  readonly accessTokenExpiresAt: number | null;
  /** Its processes are started with no variable set: the plain command reaches the same login. */
  readonly isUsual: boolean;
}

/** A running Claude Code as found. */
export interface SightedProcess {
  readonly pid: number;
  /** The configuration folder that its session file lies in; null when only the process list tells of it. */
  readonly configFolder: string | null;
  readonly kind: ClaudeCodeProcess['kind'];
  readonly folder: string | null;
  readonly terminal: string | null;
  readonly startedAt: number;
  /** As in its row; left out of one that has a session file. */
  readonly certainty?: NonNullable<ClaudeCodeProcess['certainty']>;
  /** What has started it hands it a login of its own: it shares none of these. */
  readonly isHandedLogin?: true;
}

export interface RaceSighting {
  readonly logins: readonly RenewableLogin[];
  readonly processes: Reading<readonly SightedProcess[]>;
  /** What of the session files could not be read, a sentence each. */
  readonly unreadSessions: readonly string[];
  readonly locks: readonly LockSighting[];
  /** Milliseconds since 1970 at which all this was read. */
  readonly readAt: number;
}

const accessTokenLifeMs = 8 * 60 * 60_000;
const mostRows = 100;

/** What the running Claude Codes mean for their logins; null where there is nothing to say. */
export const describeRefreshRace = (sighting: RaceSighting): ClaudeCodeActivity | null => {
  const { logins, readAt } = sighting;
  const { processes: listed } = sighting;
  const found = (listed.kind === 'read' ? [...listed.value] : []).sort(
    (a, b) => a.startedAt - b.startedAt || a.pid - b.pid,
  );
  const refreshLock = describeRefreshLock(sighting.locks, readAt);
  const renewing = logins.filter(({ renews }) => renews !== 'no');
  const problem = problemOf(sighting);
  if (problem === null && found.length === 0 && renewing.length === 0 && refreshLock.state === 'free') return null;
  const rows = found.map((process) => ({ process, login: loginOf(process, logins) }));
  const described = rows.map(({ process, login }) => describeProcess(process, login));
  const sharing = renewing.map((login) => ({
    account: login.account,
    processes: described.filter((_, index) => rows[index]?.login === login),
  }));
  return {
    processes: described.slice(0, mostRows),
    moreProcesses: Math.max(0, described.length - mostRows),
    ...(problem === null ? {} : { problem }),
    nextRefresh: nextRefreshOf(
      renewing,
      rows.flatMap(({ login }) => login ?? []),
    ),
    refreshLock,
    advice: adviceOn(sharing, refreshLock, listed.kind === 'read' ? described.length : 'unknown'),
  };
};

const problemOf = ({ processes, unreadSessions }: RaceSighting): string | null => {
  if (processes.kind === 'unread')
    return `Which Claude Codes run is not known: the list of processes could not be read. ${processes.reason}`;
  if (unreadSessions.length === 0) return null;
  return `Which Claude Codes run, and with which login, is not known whole. ${unreadSessions.join(' ')}`;
};

/** The only login there is belongs to every process; of several, the one whose folder has its session file. */
const loginOf = (
  { configFolder, isHandedLogin }: SightedProcess,
  logins: readonly RenewableLogin[],
): RenewableLogin | null => {
  if (isHandedLogin) return null;
  if (configFolder !== null) return logins.find(({ folder }) => folder === configFolder) ?? null;
  return logins.length === 1 ? (logins[0] ?? null) : null;
};

const describeProcess = (process: SightedProcess, login: RenewableLogin | null): ClaudeCodeProcess => {
  const { pid, kind, folder, terminal, startedAt, configFolder, certainty } = process;
  const canGoOn = kind === 'interactive' && folder !== null && login?.isUsual === true;
  return {
    pid,
    ...(login?.account ? { account: login.account } : {}),
    kind,
    ...(folder === null ? {} : { folder }),
    ...(terminal === null ? {} : { terminal }),
    startedAt: isoTime(startedAt),
    basis: configFolder === null ? 'process-list' : 'session-file',
    ...(certainty === undefined ? {} : { certainty }),
    mayHoldOldToken: mayHoldOldToken(startedAt, login),
    ...(canGoOn ? { help: { kind: 'copy-command', command: continueClaudeCodeCommand(folder) } } : {}),
  };
};

const mayHoldOldToken = (startedAt: number, login: RenewableLogin | null): ClaudeCodeProcess['mayHoldOldToken'] => {
  if (login === null) return 'unknown';
  if (login.renews === 'no') return 'no';
  if (login.renews === 'unknown' || login.writtenAt === null) return 'unknown';
  // Start times are whole seconds, rounded down.
  return startedAt < Math.floor(login.writtenAt / 1000) * 1000 ? 'yes' : 'no';
};

/** The soonest of the logins that a process uses; of all, where none runs. */
const nextRefreshOf = (renewing: readonly RenewableLogin[], used: readonly RenewableLogin[]): NextRefresh => {
  const inUse = renewing.filter((login) => used.includes(login));
  const refreshes = (inUse.length > 0 ? inUse : renewing).map(refreshOf);
  const timed = refreshes.filter((refresh) => 'at' in refresh).sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return timed[0] ?? refreshes[0] ?? { kind: 'none', reason: 'No stored login has a token that is renewed.' };
};

const refreshOf = ({ renews, writtenAt, accessTokenExpiresAt, account }: RenewableLogin): NextRefresh => {
  const whose = account === null ? {} : { account };
  // 0 is what Claude Code writes for "take it for lapsed".
  if (accessTokenExpiresAt !== null && accessTokenExpiresAt > 0) {
    const reason = 'The access token lapses then; a Claude Code that runs renews it up to 5 minutes earlier.';
    return { kind: 'stored', at: isoTime(accessTokenExpiresAt), ...whose, reason };
  }
  if (renews === 'unknown' || writtenAt === null) {
    return { kind: 'unknown', reason: 'Neither the end of the access token nor its last renewal can be seen.' };
  }
  const reason = 'An estimate: 8 hours after the login was last written, which may also have been for an MCP server.';
  return { kind: 'estimated', at: isoTime(writtenAt + accessTokenLifeMs), ...whose, reason };
};

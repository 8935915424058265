import { nameOfClaudeCode } from '../claude-code/claude-code-warnings';
import { sessionTitle } from '../sessions/session-title';
import { isInitialSession } from '../sessions/vantage';
import { asClause, midSentence } from '../text/mid-sentence';
import type { ClaudeCodeActivity } from '../words/claude-code-activity';
import type { Credential } from '../words/credential';
import type { Keychain } from '../words/keychain';
import { loginKeychain } from '../words/login-keychain';
import type { UnreadPart } from '../words/reading';
import type { Host, RemoteSession } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import {
  type ClaudeCodeFact,
  type DiagnosisFacts,
  type Fact,
  inferred,
  measured,
  notMeasured,
  type SessionLock,
  type StoredCredential,
} from './facts';

/** Older than this a look says little about a tool that has failed just now. */
const mostAgeMs = 5 * 60_000;

type SnapshotFacts = Required<
  Pick<DiagnosisFacts, 'sessions' | 'autoLock' | 'loginKeychainPath' | 'credentials' | 'claudeCode'>
>;

/**
 * The part of the facts that the last look has found already.
 *
 * @param snapshot null when nobody has looked yet.
 * @param now milliseconds since 1970.
 */
export const factsFromSnapshot = (snapshot: Snapshot | null, now: number): SnapshotFacts => {
  if (snapshot === null) return without('nobody has looked yet');
  const ageMs = now - Date.parse(snapshot.takenAt);
  if (!(ageMs <= mostAgeMs)) return without('the last look is more than five minutes old');
  const login = loginKeychain(snapshot.keychains);
  const gap = (...parts: readonly UnreadPart[]) => gapIn(snapshot, parts);
  /** What was read before or by other means is no measurement of now. */
  const known = <Value>(value: Value, ...parts: readonly UnreadPart[]): Fact<Value> =>
    gap(...parts) === null ? measured(value) : inferred(value);
  const noLogin = notMeasured(gap('keychain-list') ?? 'no login keychain was found');
  const stored = snapshot.credentials.filter(({ installed }) => installed).map(storedCredential);
  const claudeCodeGap = gap('claude-code');
  return {
    sessions: sessionsOf(snapshot, login, noLogin, (rows) => known(rows, 'sessions', 'beacons')),
    autoLock: login ? autoLockOf(login) : noLogin,
    loginKeychainPath: login ? known(login.path, 'keychain-list') : noLogin,
    credentials: stored.length > 0 ? known(stored, 'credentials') : noneOr(gap('credentials')),
    claudeCode: claudeCodeGap === null ? claudeCodeOf(snapshot.claudeCode) : notMeasured(claudeCodeGap),
  };
};

const noneOr = (gap: string | null): Fact<readonly StoredCredential[]> =>
  gap === null ? measured([]) : notMeasured(gap);

/** Why one of these parts is not known as it is now, as a clause; null where each of them was read. */
export const gapIn = ({ unread = [], awaited = [] }: Snapshot, parts: readonly UnreadPart[]): string | null => {
  const reasons = unread.filter(({ part }) => parts.includes(part)).map(({ reason }) => reason);
  if (reasons.length > 0) return asClause([...new Set(reasons)].join(' '));
  return awaited.some((part) => parts.includes(part)) ? 'the look has not come to it yet' : null;
};

const without = (reason: string): SnapshotFacts => ({
  sessions: notMeasured(reason),
  autoLock: notMeasured(reason),
  loginKeychainPath: notMeasured(reason),
  credentials: notMeasured(reason),
  claudeCode: notMeasured(reason),
});

const sessionsOf = (
  { sessions, host }: Snapshot,
  login: Keychain | undefined,
  noLogin: SnapshotFacts['sessions'],
  known: (rows: readonly SessionLock[]) => SnapshotFacts['sessions'],
): SnapshotFacts['sessions'] => {
  const remote = sessions.map(remoteSession);
  if (!login) return remote.length > 0 ? inferred(remote) : noLogin;
  // From inside an SSH login nobody sees what the desktop does; the row of that login says what it sees.
  const isOwnListed = login.lock.session === 'this-ssh-login' && remote.some(({ isThisSession }) => isThisSession);
  return known(isOwnListed ? remote : [ownSession(login, host), ...remote]);
};

/** The session in which the look was made, where it is none of the remote ones. */
const ownSession = ({ lock }: Keychain, host: Host): SessionLock => ({
  ...(lock.session === 'desktop'
    ? { id: 'desktop', title: 'the desktop session', kind: 'desktop', bornIn: 'desktop' }
    : isInitialSession(host)
      ? { id: 'this-session', title: 'this session of the system', kind: 'ssh', bornIn: 'initial' }
      : { id: 'this-ssh-login', title: 'this SSH login', kind: 'ssh', bornIn: 'ssh' }),
  sees: lock.state,
  basis: 'measured',
  isThisSession: true,
});

const remoteSession = (session: RemoteSession): SessionLock => {
  const { id, kind, bornIn, sees, basis, isThisSession } = session;
  const title = sessionTitle(session);
  const article = kind === 'fresh-ssh' ? '' : 'the ';
  const where = session.tty === undefined || session.name !== undefined ? '' : ` on ${session.tty}`;
  return {
    id,
    title: `${article}${midSentence(title)}${where}`,
    kind,
    bornIn,
    sees,
    basis,
    isThisSession: isThisSession === true,
  };
};

const autoLockOf = ({ autoLock }: Keychain): SnapshotFacts['autoLock'] => {
  if (autoLock.source === 'unknown') return notMeasured(autoLock.reason);
  const { lockOnSleep, idleTimeoutSeconds } = autoLock;
  return measured({ lockOnSleep, idleTimeoutSeconds });
};

const storedCredential = (credential: Credential): StoredCredential => {
  const { tool, name, account, store, overSsh, status, expiry, reason, keychainPath, profile } = credential;
  const expiresAt = expiry ? Date.parse(expiry.at) : Number.NaN;
  return {
    tool,
    name,
    ...(account === undefined ? {} : { account }),
    ...(keychainPath === undefined ? {} : { keychainPath }),
    ...(profile === undefined ? {} : { profile }),
    store,
    overSsh,
    status,
    expiresAt: Number.isFinite(expiresAt) ? expiresAt : null,
    reason,
  };
};

const claudeCodeOf = (activity: ClaudeCodeActivity | undefined): Fact<ClaudeCodeFact> => {
  if (activity === undefined) {
    return measured({ running: 0, headless: 0, mayHoldOldToken: 0, refreshLock: 'free' });
  }
  if (activity.problem !== undefined) return notMeasured(asClause(activity.problem));
  const { processes, moreProcesses, refreshLock } = activity;
  const holders = processes.filter(({ mayHoldOldToken }) => mayHoldOldToken === 'yes');
  return measured({
    running: processes.length + moreProcesses,
    headless: processes.filter(({ kind }) => kind === 'headless').length,
    mayHoldOldToken: holders.length,
    ...(holders.length === 0 ? {} : { holders: holders.map(nameOfClaudeCode) }),
    refreshLock: refreshLock.state,
    ...('path' in refreshLock ? { refreshLockPath: refreshLock.path } : {}),
  });
};

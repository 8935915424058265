import type { ClaudeCodeActivity } from '../claude-code-activity';
import { midSentence } from '../mid-sentence';
import { sessionTitle } from '../session-title';
import type { Credential, Keychain, RemoteSession, Snapshot } from '../snapshot';
import { loginKeychain } from '../warnings';
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
  return {
    sessions: sessionsOf(snapshot, login),
    autoLock: login ? autoLockOf(login) : notMeasured('no login keychain was found'),
    loginKeychainPath: login ? measured(login.path) : notMeasured('no login keychain was found'),
    credentials: measured(snapshot.credentials.filter(({ installed }) => installed).map(storedCredential)),
    claudeCode: claudeCodeOf(snapshot.claudeCode),
  };
};

const without = (reason: string): SnapshotFacts => ({
  sessions: notMeasured(reason),
  autoLock: notMeasured(reason),
  loginKeychainPath: notMeasured(reason),
  credentials: notMeasured(reason),
  claudeCode: notMeasured(reason),
});

const sessionsOf = ({ sessions }: Snapshot, login: Keychain | undefined): SnapshotFacts['sessions'] => {
  const remote = sessions.map(remoteSession);
  if (!login) return remote.length > 0 ? inferred(remote) : notMeasured('no login keychain was found');
  // From inside an SSH login nobody sees what the desktop does; the row of that login says what it sees.
  const isOwnListed = login.lock.session === 'this-ssh-login' && remote.some(({ isThisSession }) => isThisSession);
  return measured(isOwnListed ? remote : [ownSession(login), ...remote]);
};

/** The session in which the look was made, where it is none of the remote ones. */
const ownSession = ({ lock }: Keychain): SessionLock => ({
  ...(lock.session === 'desktop'
    ? { id: 'desktop', title: 'the desktop session', kind: 'desktop', bornIn: 'desktop' }
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
  const { tool, name, account, store, overSsh, status, expiry, reason } = credential;
  const expiresAt = expiry ? Date.parse(expiry.at) : Number.NaN;
  return {
    tool,
    name,
    ...(account === undefined ? {} : { account }),
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
  if (activity.problem !== undefined) return notMeasured(activity.problem);
  const { processes, moreProcesses, refreshLock } = activity;
  return measured({
    running: processes.length + moreProcesses,
    headless: processes.filter(({ kind }) => kind === 'headless').length,
    mayHoldOldToken: processes.filter(({ mayHoldOldToken }) => mayHoldOldToken === 'yes').length,
    refreshLock: refreshLock.state,
    ...('path' in refreshLock ? { refreshLockPath: refreshLock.path } : {}),
  });
};

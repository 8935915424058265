import type { Credential } from '../words/credential';
import type { Hold } from '../words/hold';
import type { RemoteSession } from '../words/session';
import type { Snapshot } from '../words/snapshot';
import {
  type HistoryEvent,
  type HoldEvent,
  type LoginEvent,
  longestKeptNameCharacters,
  type SessionEvent,
} from './history-event';

/** What the looks have read last of the two parts that come and go; null while a part was never read. */
export interface LastRead {
  readonly sessions: readonly RemoteSession[] | null;
  readonly credentials: readonly Credential[] | null;
}

export const nothingRead: LastRead = { sessions: null, credentials: null };

/** A row that is marked is as it was before; one that was only heard of while the rest could not be read does not count yet. */
export const lastReadAfter = (before: LastRead, snapshot: Snapshot): LastRead => {
  const sessions = sessionsOf(snapshot).filter(
    ({ id, unread }) => unread === undefined || before.sessions?.some((session) => session.id === id),
  );
  const credentials = snapshot.credentials.flatMap((credential) => {
    if (credential.unread === undefined) return [credential];
    return before.credentials?.filter((former) => isSameLogin(former, credential)) ?? [];
  });
  return {
    sessions: before.sessions === null && !wasEverRead('sessions', snapshot) ? null : sessions,
    credentials: before.credentials === null && !wasEverRead('credentials', snapshot) ? null : credentials,
  };
};

/** Of the credentials: those of one tool at least. */
const wasEverRead = (part: 'sessions' | 'credentials', { unread = [], credentials }: Snapshot): boolean =>
  (part === 'credentials' && credentials.some((credential) => credential.unread === undefined)) ||
  !unread.some((one) => one.part === part && one.lastReadAt === undefined);

const isSameLogin = (one: Credential, other: Credential): boolean =>
  one.tool === other.tool && one.account === other.account;

/** Who came and who left. Those of the first look that could read them were there already. */
export const sessionChanges = ({ sessions: former }: LastRead, after: Snapshot): readonly SessionEvent[] => {
  const present = sessionsOf(after);
  return [
    ...(former ?? [])
      .filter(({ id }) => !present.some((session) => session.id === id))
      .map((session) => sessionEvent('session-left', session, after.takenAt)),
    ...present
      .filter(({ id, unread }) => unread === undefined && !former?.some((session) => session.id === id))
      .map((session) => ({
        ...sessionEvent('session-came', session, after.takenAt),
        ...(former === null ? ({ found: 'first-seen' } as const) : {}),
      })),
  ];
};

/** Logins that are about to end or have ended; at the first look those that ended since the history's last line. */
export const loginChanges = (
  { credentials: before }: LastRead,
  after: Snapshot,
  earlierEndedAt: number | null,
): readonly LoginEvent[] =>
  after.credentials.flatMap((credential): readonly LoginEvent[] => {
    const { tool, account, status, expiry, unread } = credential;
    if (unread !== undefined) return [];
    const former = before?.find((one) => isSameLogin(one, credential))?.status;
    const which = { at: after.takenAt, tool, ...(account === undefined ? {} : { account: clipped(account) }) };
    if (before === null) {
      const endedAt = status === 'expired' && expiry !== null ? Date.parse(expiry.at) : Number.NaN;
      return earlierEndedAt !== null && endedAt > earlierEndedAt ? [{ ...which, kind: 'login-expired' }] : [];
    }
    if (status === 'expiring' && isGood(former)) return [{ ...which, kind: 'login-expiring' }];
    if (status === 'expired' && (isGood(former) || former === 'expiring')) return [{ ...which, kind: 'login-expired' }];
    return [];
  });

const isGood = (status: Credential['status'] | undefined): boolean => status === 'valid' || status === 'renews-itself';

/** @param before how it stood at the look before; null at the first one. */
export const holdChanges = (
  before: Hold['state'] | null,
  is: Hold['state'] | null,
  after: Snapshot,
): readonly HoldEvent[] => {
  const was = before ?? 'off';
  const at = after.takenAt;
  if (is === null || was === is) return [];
  if (is === 'on')
    return [{ ...holdStarted(after, at), ...(before === null ? ({ found: 'first-seen' } as const) : {}) }];
  if (was === 'on') return [{ at, kind: 'hold-ended', isRestored: is === 'off' }];
  // What is left over from before this start: it ended then, and is not restored yet.
  if (is === 'restoring') return [{ at, kind: 'hold-ended', isRestored: false }];
  return [{ at, kind: 'hold-restored' }];
};

/** On its way from held to put back: the next look shows what came of it. */
export const isBeingPutBack = (hold: Hold): boolean =>
  hold.state === 'restoring' && hold.waitsFor === undefined && hold.problems.length === 0;

/** The sessions and the hold that are there now, as a file's first lines. */
export const heldEvents = (snapshot: Snapshot, { sessions }: LastRead, at: string): readonly HistoryEvent[] => [
  ...(sessions ?? []).map(
    (session) => ({ ...sessionEvent('session-came', session, at), found: 'carried-over' }) as const,
  ),
  ...(snapshot.hold.state === 'on' ? [{ ...holdStarted(snapshot, at), found: 'carried-over' } as const] : []),
];

const holdStarted = ({ hold }: Snapshot, at: string): HoldEvent => ({
  at,
  kind: 'hold-started',
  ...('until' in hold && hold.until !== undefined ? { until: hold.until } : {}),
});

/** The login that does not exist yet is no session that comes or goes. */
const sessionsOf = ({ sessions }: Snapshot): readonly RemoteSession[] =>
  sessions.filter(({ kind }) => kind !== 'fresh-ssh');

const sessionEvent = (
  kind: SessionEvent['kind'],
  { id, kind: sessionKind, name, from }: RemoteSession,
  at: string,
): SessionEvent => ({
  at,
  kind,
  sessionId: clipped(id),
  sessionKind,
  ...(name ? { name: clipped(name) } : {}),
  ...(from ? { from: clipped(from) } : {}),
});

const clipped = (text: string): string => text.slice(0, longestKeptNameCharacters);

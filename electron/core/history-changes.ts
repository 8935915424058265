import type { HistoryEvent, HoldEvent, LoginEvent, SessionEvent } from './history-event';
import type { Hold } from './hold';
import { longestKeptNameCharacters } from './parse-history-event';
import type { Credential, RemoteSession, Snapshot } from './snapshot';

/** Who came and who left. Those of the first look were there already. */
export const sessionChanges = (before: Snapshot | null, after: Snapshot): readonly SessionEvent[] => {
  const [former, present] = [sessionsOf(before), sessionsOf(after)];
  return [
    ...former
      .filter(({ id }) => !present.some((session) => session.id === id))
      .map((session) => sessionEvent('session-left', session, after.takenAt)),
    ...present
      .filter(({ id }) => !former.some((session) => session.id === id))
      .map((session) => ({
        ...sessionEvent('session-came', session, after.takenAt),
        ...(before === null ? ({ found: 'first-seen' } as const) : {}),
      })),
  ];
};

/** Logins that are about to end or have ended; at the first look those that ended since the history's last line. */
export const loginChanges = (
  before: Snapshot | null,
  after: Snapshot,
  earlierEndedAt: number | null,
): readonly LoginEvent[] =>
  after.credentials.flatMap(({ tool, account, status, expiry }): readonly LoginEvent[] => {
    const former = before?.credentials.find((one) => one.tool === tool && one.account === account)?.status;
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
export const heldEvents = (snapshot: Snapshot, at: string): readonly HistoryEvent[] => [
  ...sessionsOf(snapshot).map(
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
const sessionsOf = (snapshot: Snapshot | null): readonly RemoteSession[] =>
  snapshot?.sessions.filter(({ kind }) => kind !== 'fresh-ssh') ?? [];

const sessionEvent = (
  kind: SessionEvent['kind'],
  { id, kind: sessionKind, name, from }: RemoteSession,
  at: string,
): SessionEvent => ({
  ...{ at, kind, sessionId: clipped(id), sessionKind },
  ...(name ? { name: clipped(name) } : {}),
  ...(from ? { from: clipped(from) } : {}),
});

const clipped = (text: string): string => text.slice(0, longestKeptNameCharacters);

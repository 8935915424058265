import type { SessionAttributes, SessionSighting } from '../words/session';
import { type Beacon, beaconAge } from './beacon';

/** What the shell helper reports from inside a session: the newest report, and every variable that its shells export. */
export interface SessionReport {
  readonly newest: Beacon;
  readonly age: 'fresh' | 'stale';
  readonly exportedVariables: readonly string[];
  /** The security session, in the kernel's words, where one of its reports tells. It is the same for life. */
  readonly session: SessionAttributes | null;
}

/** What the reports are held against. */
export interface ReportContext {
  readonly beacons: readonly Beacon[];
  /** The keychain that the question is about. */
  readonly keychainPath: string | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly relock: Relock;
}

/** By what that keychain may have locked since it was reported as unlocked. */
export interface Relock {
  readonly idleTimeoutSeconds: number | null;
  /** When the Mac last woke from a sleep that locked it, in milliseconds since 1970. */
  readonly wokeAt: number | null;
}

type Place = Pick<SessionSighting, 'id' | 'kind' | 'tty' | 'from' | 'startedAt' | 'terminals'>;

/**
 * The report that was written inside a session; null where there is none.
 *
 * A terminal's name is used again by later logins, so a report older than the session is of another one. So is one whose
 * client has another address.
 */
export const reportOf = (place: Place, { beacons, keychainPath, now, relock }: ReportContext): SessionReport | null => {
  const own = beacons
    .filter((beacon) => isWrittenIn(place, beacon))
    .filter((beacon) => keychainPath === null || beacon.keychainPath === keychainPath)
    .filter((beacon) => beaconAge(beacon, now).kind !== 'from-the-future')
    .sort((one, other) => Date.parse(other.writtenAt) - Date.parse(one.writtenAt));
  const newest = own.find(({ lock }) => lock !== 'unknown') ?? own[0];
  if (!newest) return null;
  const exportedVariables = [...new Set(own.flatMap(({ variables }) => variables))].sort();
  const isFresh = beaconAge(newest, now).kind === 'fresh' && !mayHaveLockedSince(newest, now, relock);
  const session = own.find(({ securitySession }) => securitySession)?.securitySession ?? null;
  return { newest, age: isFresh ? 'fresh' : 'stale', exportedVariables, session };
};

/** Whether an unlocked keychain may have locked by itself since somebody looked. */
export const mayHaveLockedSince = (
  { lock, writtenAt }: Pick<Beacon, 'lock' | 'writtenAt'>,
  now: number,
  { idleTimeoutSeconds, wokeAt }: Relock,
): boolean => {
  if (lock !== 'unlocked') return false;
  const writtenAtMs = Date.parse(writtenAt);
  const isOverIdle = idleTimeoutSeconds !== null && now - writtenAtMs >= idleTimeoutSeconds * 1000;
  return isOverIdle || (wokeAt !== null && writtenAtMs < wokeAt);
};

const isWrittenIn = (place: Place, beacon: Beacon): boolean => {
  if (place.startedAt !== undefined && Date.parse(beacon.writtenAt) < Date.parse(place.startedAt)) return false;
  if (place.kind === 'tmux-server')
    return beacon.tmuxSocket !== null && place.id === `tmux-server:${beacon.tmuxSocket}`;
  if (beacon.tmuxSocket !== null || beacon.tty === null) return false;
  const isSameClient =
    place.from === undefined ||
    beacon.sshConnection === null ||
    isSameAddress(place.from, beacon.sshConnection.clientAddress);
  return isSameClient && [...(place.tty?.split(',') ?? []), ...(place.terminals ?? [])].includes(beacon.tty);
};

/** `who` may tell a name where the variable has an address: then there is nothing to compare. */
const isSameAddress = (from: string, clientAddress: string): boolean =>
  !/^[\d.]+$|:/.test(from) || from === clientAddress;

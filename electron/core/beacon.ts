import { beaconShape, isPlainObject } from './beacon-shape';
import { failure, type Outcome, success } from './outcome';
import type { Host, LockState } from './snapshot';

/**
 * What the shell helper reports from inside one remote shell (docs/beacon.md). It comes from a file that any program of
 * the user can write: believed only where every part of it is as the helper writes it, and shown as text, never obeyed.
 */
export interface Beacon {
  readonly writtenAt: string;
  /** The shell that it was written for. */
  readonly pid: number;
  /** Short name, `ttys001`. */
  readonly tty: string | null;
  /** SSH_CONNECTION as that shell has it. In a pane of tmux it tells of a client, not of where the server was born. */
  readonly sshConnection: SshConnection | null;
  readonly tmuxSocket: string | null;
  readonly managerName: Host['managerName'];
  readonly keychainPath: string;
  /** Of that keychain, in the shell's own security session. */
  readonly lock: LockState;
  /** What `security show-keychain-info` ended with; null where it was not asked or did not answer in time. */
  readonly exitCode: number | null;
  /** Names of exported variables that decide a tool's login; never their values. */
  readonly variables: readonly string[];
}

export interface SshConnection {
  readonly clientAddress: string;
  readonly clientPort: number;
  readonly serverAddress: string;
  readonly serverPort: number;
}

export type BeaconProblem = 'too-long' | 'not-json' | 'not-a-beacon' | 'contradicts-itself';

/** Far above what the helper writes; it leaves out values above 1 kB. */
export const longestBeaconCharacters = 4096;

/** An unlocked keychain may have locked since, a locked one may have been unlocked: after this, a report is no measurement. */
export const beaconStaleAfterMs = 15 * 60_000;

/** Clocks step a little when they are set; what claims to come from later than this is made up. */
export const beaconClockSkewMs = 60_000;

/** Reads a beacon's text. Unknown members are refused: the schema's version changes when the helper writes others. */
export const parseBeacon = (text: string): Outcome<Beacon, BeaconProblem> => {
  if (text.length > longestBeaconCharacters) return failure('too-long', 'It is longer than any beacon.');
  const json = parseJson(text);
  if (json === undefined) return failure('not-json', 'It is not JSON.');
  if (!isPlainObject(json)) return failure('not-a-beacon', 'It is no beacon.');
  const wrong = Object.keys(beaconShape).find((name) => !Object.hasOwn(json, name) || !beaconShape[name]?.(json[name]));
  if (wrong !== undefined) return failure('not-a-beacon', `Its member "${wrong}" is missing or not as it should be.`);
  if (Object.keys(json).some((name) => !Object.hasOwn(beaconShape, name)))
    return failure('not-a-beacon', 'It has members that no beacon has.');
  // Each member has just been checked against its part of the shape.
  const { schemaVersion: _, sshConnection, ...checked } = json as unknown as WrittenBeacon;
  if (!agreesWithItself(checked)) return failure('contradicts-itself', 'What it says of the lock contradicts itself.');
  return success({ ...checked, sshConnection: sshConnection === null ? null : parseSshConnection(sshConnection) });
};

type WrittenBeacon = Omit<Beacon, 'sshConnection'> & { schemaVersion: 1; sshConnection: string | null };

/** The tool is asked only where launchctl says Background; its 0 is unlocked and its 36 locked, and nothing else is. */
const agreesWithItself = ({
  managerName,
  lock,
  exitCode,
}: Pick<Beacon, 'managerName' | 'lock' | 'exitCode'>): boolean => {
  if (managerName !== 'Background') return lock === 'unknown' && exitCode === null;
  return lock === (exitCode === 0 ? 'unlocked' : exitCode === 36 ? 'locked' : 'unknown');
};

/** @param text client address, client port, server address and server port, as the shape has checked. */
const parseSshConnection = (text: string): SshConnection => {
  const [clientAddress = '', clientPort, serverAddress = '', serverPort] = text.split(' ');
  return { clientAddress, clientPort: Number(clientPort), serverAddress, serverPort: Number(serverPort) };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** `stale`: true once, but that was a while ago. `from-the-future`: never believed. */
export type BeaconAge =
  | { readonly kind: 'fresh' | 'stale'; readonly ageMs: number }
  | { readonly kind: 'from-the-future' };

/** @param nowMs milliseconds since 1970 */
export const beaconAge = ({ writtenAt }: Pick<Beacon, 'writtenAt'>, nowMs: number): BeaconAge => {
  const ageMs = nowMs - Date.parse(writtenAt);
  if (ageMs < -beaconClockSkewMs) return { kind: 'from-the-future' };
  return { kind: ageMs > beaconStaleAfterMs ? 'stale' : 'fresh', ageMs: Math.max(0, ageMs) };
};

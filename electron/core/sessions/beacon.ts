import * as z from 'zod/mini';
import { meaningOfRefusal } from '../keychain/refusal';
import { failure, type Outcome, success } from '../outcome';
import { formatOutsideText } from '../text/format-outside-text';
import { isJsonObject, parseJson } from '../text/json';
import { isSameMoment } from '../time/moment';
import { outsidePort } from '../time/outside-numbers';
import { reportedVariables } from './reported-variables';

/** An absolute path without characters that would act on whoever shows it. */
const shownPath = z.string().check(
  z.startsWith('/'),
  z.maxLength(1024),
  z.refine((path) => formatOutsideText(path) === path),
);

const secondForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** As the helper's `date` writes it. */
const wholeSecond = z
  .string()
  .check(z.refine((text) => secondForm.test(text) && isSameMoment(text, text.replace('Z', '.000Z'))));

/** Client address, client port, server address, server port. */
const sshConnection = z.string().check(
  z.refine((text) => {
    const [, clientPort, serverPort] =
      /^[0-9A-Za-z.:%_-]{1,64} (\d{1,5}) [0-9A-Za-z.:%_-]{1,64} (\d{1,5})$/.exec(text) ?? [];
    return outsidePort(clientPort) !== null && outsidePort(serverPort) !== null;
  }),
);

/** In the kernel's words. */
const securitySession = z.strictObject({
  id: z.int().check(z.gte(1), z.lte(0xffff_fffe)),
  graphicAccess: z.boolean(),
  remote: z.boolean(),
  initial: z.boolean(),
});

/**
 * What the shell helper reports from inside one remote shell (docs/beacon.md). It comes from a file that any program of
 * the user can write: believed only where every part of it is as the helper writes it, and shown as text, never obeyed.
 */
const writtenBeacon = z.strictObject({
  schemaVersion: z.literal(1),
  writtenAt: wholeSecond,
  /** The shell that it was written for. */
  pid: z.int().check(z.gte(2), z.lte(4_194_304)),
  /** Short name, `ttys001`. */
  tty: z.nullable(z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9/]{0,30}$/))),
  /** SSH_CONNECTION as that shell has it. In a pane of tmux it tells of a client, not of where the server was born. */
  sshConnection: z.nullable(sshConnection),
  tmuxSocket: z.nullable(shownPath),
  managerName: z.enum(['Aqua', 'Background', 'unknown']),
  keychainPath: shownPath,
  /** Of that keychain, in the shell's own security session. */
  lock: z.enum(['locked', 'unlocked', 'unknown']),
  /** What `security show-keychain-info` ended with; null where it was not asked or did not answer in time. */
  exitCode: z.nullable(z.int().check(z.gte(0), z.lte(255))),
  /** Names of exported variables that decide a tool's login; never their values. */
  variables: z.readonly(
    z
      .array(z.string().check(z.refine((name) => reportedVariables.has(name))))
      .check(z.refine((names) => new Set(names).size === names.length)),
  ),
  /** The shell's security session; null where the kernel did not tell, left out by older helpers. */
  securitySession: z.optional(z.nullable(securitySession)),
  /**
   * Why the tool was not asked; null where it was, left out by older helpers. `desktop`: a dialog could have come up.
   * `no-ssh-birth`: nothing has proved that none could.
   */
  reason: z.optional(z.nullable(z.enum(['desktop', 'no-ssh-birth']))),
});

export type Beacon = Readonly<
  Omit<z.infer<typeof writtenBeacon>, 'schemaVersion' | 'sshConnection'> & { sshConnection: SshConnection | null }
>;

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
  if (!isJsonObject(json)) return failure('not-a-beacon', 'It is no beacon.');
  const written = writtenBeacon.safeParse(json);
  if (!written.success) return failure('not-a-beacon', sayWhatIsWrong(written.error.issues));
  const { schemaVersion: _, sshConnection, ...beacon } = written.data;
  if (!agreesWithItself(beacon)) return failure('contradicts-itself', 'What it says of the lock contradicts itself.');
  return success({ ...beacon, sshConnection: sshConnection === null ? null : parseSshConnection(sshConnection) });
};

const sayWhatIsWrong = (issues: readonly { readonly path: readonly PropertyKey[] }[]): string => {
  const wrong = issues.find(({ path }) => path.length > 0)?.path[0];
  if (wrong === undefined) return 'It has members that no beacon has.';
  return `Its member "${String(wrong)}" is missing or not as it should be.`;
};

type AboutLock = Pick<Beacon, 'managerName' | 'lock' | 'exitCode' | 'securitySession' | 'reason'>;

/** The tool is asked only where launchctl says Background and no dialog can appear; its 0 is unlocked and its 36 locked, and nothing else is. */
const agreesWithItself = ({ managerName, lock, exitCode, securitySession, reason = null }: AboutLock): boolean => {
  if (managerName !== 'Background' || securitySession?.graphicAccess === true || reason !== null)
    return lock === 'unknown' && exitCode === null;
  if (exitCode === 0) return lock === 'unlocked';
  // The helper asks for the keychain's settings, which no item's access list can refuse.
  const isLocked = exitCode === 36 && meaningOfRefusal('settings', 'unknown') === 'locked';
  return lock === (isLocked ? 'locked' : 'unknown');
};

/** @param text client address, client port, server address and server port, as the shape has checked. */
const parseSshConnection = (text: string): SshConnection => {
  const [clientAddress = '', clientPort, serverAddress = '', serverPort] = text.split(' ');
  return { clientAddress, clientPort: Number(clientPort), serverAddress, serverPort: Number(serverPort) };
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

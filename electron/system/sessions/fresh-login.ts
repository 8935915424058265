import { meaningOfRefusal } from '../../core/keychain/refusal';
import { failure, type Outcome, success } from '../../core/outcome';
import type { SessionSharing } from '../../core/words/pending';
import { answerOf, type BoundedTools, type ToolAnswer } from '../children/bounded-tools';
import { runTool } from '../children/child-process';
import { sessionScript } from '../keychain/jxa';
import { parseKeychainInfo } from '../keychain/keychain-info-line';
import { meaningOfExit } from '../keychain/security-exit-codes';
import { parseSessionAnswer } from '../keychain/security-session';
import type { MacHost } from '../mac/host';
import { readService } from '../machine/launchd-service';
import { type CouldNotLogIn, whyNoLogin } from './ssh-refusals';

/** What a login that was made for the test has found. */
export interface FreshLogin {
  readonly sees: 'locked' | 'unlocked';
  readonly reason: string;
  /** Left out where one of the two logins did not tell the number of its session. */
  readonly sharing?: SessionSharing;
}

export type FreshLoginProblem =
  | CouldNotLogIn
  | 'remote-login-off'
  | 'remote-login-unknown'
  /** Logged in, and `security` answered something that says neither locked nor unlocked. */
  | 'no-verdict';

const sshPath = '/usr/bin/ssh';
/** Of the whole test. Somebody has clicked and waits. */
const timeLimitMs = 9_000;
const couldNotLogIn = 255;
/** errSecInteractionNotAllowed. */
const refused = 36;

/**
 * The user's own configuration is left out: it may send `localhost` elsewhere, go through a connection that is open
 * already, or run another command. A connection that is shared (ControlMaster) shares its security session too.
 *
 * No question is asked, no file is written: the Mac's own host key is not looked up on loopback, and elsewhere none is
 * accepted (sshconnect.c check_host_key). The agent may open the door and is not passed on.
 */
const sshArguments = [
  ...['-F', 'none', '-a', '-x', '-T', '-n'],
  ...[
    'BatchMode=yes',
    'ConnectTimeout=5',
    'ConnectionAttempts=1',
    'PreferredAuthentications=publickey',
    'NoHostAuthenticationForLocalhost=yes',
    'StrictHostKeyChecking=yes',
    'UserKnownHostsFile=/dev/null',
    'GlobalKnownHostsFile=/dev/null',
    'UpdateHostKeys=no',
    'ControlMaster=no',
    'ControlPath=none',
    'ForwardAgent=no',
    'ClearAllForwardings=yes',
    'LogLevel=ERROR',
  ].flatMap((option) => ['-o', option]),
  // The number of the session first: the code that ssh ends with is the last command's. A shell over there reads this.
  ...['localhost', 'osascript', '-l', 'JavaScript', '-e', `'${sessionScript}';`, 'security', 'show-keychain-info'],
];

/**
 * Logs in to this Mac over SSH, twice, one after the other, and asks there, which is the only way to know what the next
 * login will see, and whether two logins share a session. A login leaves a trace in the Mac's records, so this runs when
 * somebody asks for it and never by itself.
 */
export const testFreshLogin = async (
  host: MacHost,
  tools: BoundedTools,
): Promise<Outcome<FreshLogin, FreshLoginProblem>> => {
  const startedAt = performance.now();
  const remoteLogin = await readService(tools, 'com.openssh.sshd');
  if (remoteLogin.kind === 'unread')
    return failure(
      'remote-login-unknown',
      `Whether Remote Login is on could not be told, so no login was tried. ${remoteLogin.reason}`,
    );
  if (remoteLogin.value === 'off')
    return failure(
      'remote-login-off',
      'Remote Login is off, so nobody can log in. Turn it on in System Settings, General, Sharing.',
    );
  const leftMs = () => Math.max(timeLimitMs - Math.round(performance.now() - startedAt), 1_000);
  const first = await logIn(host, leftMs());
  if (!first.ok) return first;
  const second = await logIn(host, leftMs());
  if (!second.ok) return success(tell(first.value.sees, null));
  return success(tell(second.value.sees, sharingOf(first.value.sessionId, second.value.sessionId)));
};

/** What one login has told. */
interface Seen {
  readonly sees: FreshLogin['sees'];
  readonly sessionId: number | null;
}

const logIn = async (host: MacHost, limitMs: number): Promise<Outcome<Seen, FreshLoginProblem>> => {
  const { SSH_AUTH_SOCK } = host.environment;
  const result = await runTool(host, {
    tool: sshPath,
    args: sshArguments,
    timeLimitMs: limitMs,
    environment: { SSH_AUTH_SOCK },
  });
  if (result.kind === 'timed-out')
    return failure('timed-out', 'The login did not answer in time. Try again when the Mac is less busy.');
  const answer = answerOf(sshPath, result);
  return answer.ok ? readVerdict(answer) : failure('could-not-log-in', answer.reason);
};

const sharingOf = (first: number | null, second: number | null): SessionSharing | null => {
  if (first === null || second === null) return null;
  return { kind: first === second ? 'shared' : 'separate', sessionId: second };
};

const tell = (sees: FreshLogin['sees'], sharing: SessionSharing | null): FreshLogin => {
  const found = `A login made for this test found the keychain ${sees}`;
  if (sharing === null) return { sees, reason: `${found}.` };
  const clause = {
    shared: 'a second one was in the same security session',
    separate: 'a second one was in another security session',
  }[sharing.kind];
  return { sees, reason: `${found}; ${clause}.`, sharing };
};

/** `ssh` ends with the code of the last command that it ran, and with 255 when it could not run it. */
const readVerdict = ({ code, stdout, stderr }: ToolAnswer): Outcome<Seen, FreshLoginProblem> => {
  if (code === couldNotLogIn) return whyNoLogin(stderr);
  const session = parseSessionAnswer(stdout.split('\n').findLast((line) => line.startsWith('[')) ?? '');
  const sessionId = session?.ok ? session.value.id : null;
  // The session was made for the test and is gone: its keychain's state cannot be asked for any more.
  if (code === refused && meaningOfRefusal('settings', 'unknown') === 'locked')
    return success({ sees: 'locked', sessionId });
  // A forced command, or a start-up file that ends, exits with 0 as well.
  if (code === 0 && stderr.split('\n').some((line) => parseKeychainInfo(line).ok))
    return success({ sees: 'unlocked', sessionId });
  const sentence =
    code === 0 ? 'The login ran something else than what was asked of it.' : meaningOfExit(code, stderr).sentence;
  return failure('no-verdict', `The login could not tell. ${sentence}`);
};

import { failure, type Outcome, success } from '../core/outcome';
import { answerOf, type BoundedTools, type ToolAnswer } from './bounded-tools';
import { runTool } from './child-process';
import type { MacHost } from './host';
import { parseKeychainInfo } from './keychain-info-line';
import { readService } from './launchd-service';
import { meaningOfExit } from './security-exit-codes';
import { type CouldNotLogIn, whyNoLogin } from './ssh-refusals';

/** What a login that was made for the test has found. */
export interface FreshLogin {
  readonly sees: 'locked' | 'unlocked';
  readonly reason: string;
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
const locked = 36;

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
  ...['localhost', 'security', 'show-keychain-info'],
];

/**
 * Logs in to this Mac over SSH and asks there, which is the only way to know what the next login will see. A login leaves
 * a trace in the Mac's records, so this runs when somebody asks for it and never by itself.
 */
export const testFreshLogin = async (
  host: MacHost,
  tools: BoundedTools,
): Promise<Outcome<FreshLogin, FreshLoginProblem>> => {
  const startedAt = performance.now();
  const remoteLogin = await readService(tools, 'com.openssh.sshd');
  if (remoteLogin === 'off')
    return failure(
      'remote-login-off',
      'Remote Login is off, so nobody can log in. Turn it on in System Settings, General, Sharing.',
    );
  if (remoteLogin === 'unknown')
    return failure('remote-login-unknown', 'Whether Remote Login is on could not be told, so no login was tried.');
  const { SSH_AUTH_SOCK } = host.environment;
  const result = await runTool(host, {
    tool: sshPath,
    args: sshArguments,
    timeLimitMs: Math.max(timeLimitMs - Math.round(performance.now() - startedAt), 1_000),
    environment: { SSH_AUTH_SOCK },
  });
  if (result.kind === 'timed-out')
    return failure('timed-out', 'The login did not answer in time. Try again when the Mac is less busy.');
  const answer = answerOf(sshPath, result);
  return answer.ok ? readVerdict(answer) : failure('could-not-log-in', answer.reason);
};

/** `ssh` ends with the code of the command that it ran, and with 255 when it could not run it. */
const readVerdict = ({ code, stderr }: ToolAnswer): Outcome<FreshLogin, FreshLoginProblem> => {
  if (code === couldNotLogIn) return whyNoLogin(stderr);
  if (code === locked)
    return success({ sees: 'locked', reason: 'A login made for this test found the keychain locked.' });
  // A forced command, or a start-up file that ends, exits with 0 as well.
  if (code === 0 && stderr.split('\n').some((line) => parseKeychainInfo(line).ok))
    return success({ sees: 'unlocked', reason: 'A login made for this test found the keychain unlocked.' });
  const sentence =
    code === 0 ? 'The login ran something else than what was asked of it.' : meaningOfExit(code, stderr).sentence;
  return failure('no-verdict', `The login could not tell. ${sentence}`);
};

import { log, type PastedCase } from './pasted-case';
import { awsEnded, dockerLogin, ghLogin, gitLogin, inLockedSsh, inOpenSsh, npmLogin } from './sample-troubles';

/** The same kinds once more, from other programs and in other words, each in the middle of a log. */
export const pastedMoreCases: readonly PastedCase[] = [
  log(
    'a runner whose keychain is closed',
    'runner',
    '/Users/alice/App.app: User interaction is not allowed.\n##[error]Command CodeSign failed with a nonzero exit code',
    { sessions: inLockedSsh },
    ['ssh-login-locked', 'unlock-in-ssh-login'],
  ),
  log(
    'a key that could not be imported',
    'runner',
    'security: SecKeychainItemImport: The user name or passphrase you entered is not correct.',
    {},
    ['certificate-not-imported', 'keychain-for-builds'],
  ),
  log(
    'a profile that a runner’s notarytool does not find',
    'runner',
    'Error: No Keychain password item found for profile: AC_PASSWORD\nRun ‘notarytool store-credentials’ to create another credential profile.',
    { sessions: inLockedSsh },
    ['ssh-login-locked', 'unlock-in-ssh-login'],
  ),
  log(
    'a variable’s token in a runner’s gh',
    'runner',
    'X Failed to log in to github.com using token (GITHUB_TOKEN)\n  - The token in GITHUB_TOKEN is invalid.',
    { credentials: ghLogin },
    ['variable-overrules', 'unset-variable'],
  ),
  log(
    'npm’s missing token for a scope',
    'build',
    'npm error 401 Unauthorized - GET https://npm.example.com/@acme%2fapp - authentication token not provided',
    {},
    ['signed-out', 'sign-in-again'],
  ),
  log(
    'npm’s token that is not taken',
    'build',
    'npm error code E401\nnpm error 401 Unauthorized - unauthenticated: User cannot be authenticated with the token provided.',
    { credentials: npmLogin },
    ['login-revoked', 'sign-in-again'],
  ),
  log(
    'a helper of kubectl’s that prints nothing',
    'deploy',
    'Unable to connect to the server: getting credentials: decoding stdout: couldn’t get version/kind; json parse error: unexpected end of JSON input',
    { credentials: awsEnded, sessions: inLockedSsh },
    ['login-expired', 'sign-in-again'],
  ),
  log(
    'an account of gcloud’s without credentials',
    'deploy',
    'ERROR: (gcloud.container.clusters.get-credentials) Your current active account [sam@example.com] does not have any valid credentials',
    {},
    ['login-expired', 'sign-in-again'],
  ),
  log(
    'an item of Docker’s that is there already',
    'deploy',
    'Error saving credentials: error storing credentials - err: exit status 1, out: `The specified item already exists in the keychain.`',
    { sessions: inOpenSsh, credentials: dockerLogin },
    ['keychain-access-denied', 'answer-keychain-dialog'],
  ),
  log(
    'a login of git’s that the manager could not keep',
    'terminal',
    'fatal: Unable to persist credentials with the ‘keychain’ credential store.',
    { sessions: inOpenSsh, credentials: gitLogin },
    ['login-not-stored', 'answer-keychain-dialog'],
  ),
  log(
    'a login of Claude Code’s beside a database that is not up',
    'claude',
    'connect ECONNREFUSED 127.0.0.1:5432\nAPI Error: 401 {"type":"error","error":{"type":"authentication_error","message":"OAuth token has been revoked"}}',
    {},
    ['login-revoked', 'sign-in-again'],
  ),
  log(
    'a code that was copied in part',
    'claude',
    'OAuth error: Invalid code. Please make sure the full code was copied',
    {},
    ['browser-answer-lost', 'paste-code'],
  ),
];

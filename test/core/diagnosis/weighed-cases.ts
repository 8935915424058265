import { measured } from '../../../electron/core/diagnosis/facts';
import { both, type DiagnosisCase } from './diagnosis-case';
import { facts, overruledBy, saying, tmuxServer } from './sample-diagnosis-facts';
import { awsEnded, expired, fullDisk, gitLogin, inLockedSsh, inOpenSsh, stuck } from './sample-troubles';

/** Two and three causes at once: what was measured before what was told, what blocks before what waits. */
export const weighedCases: readonly DiagnosisCase[] = [
  both(
    'the measured end before a general text',
    facts({ ...saying('Authentication failed'), credentials: expired, overrides: overruledBy({}) }),
    'variable-overrules',
    'unset-variable',
    'login-expired',
  ),
  both(
    'the key in a variable before a general text that wants a login',
    facts({ ...saying('Please log in'), overrides: overruledBy({}), claudeCode: stuck }),
    'variable-overrules',
    'unset-variable',
    'refresh-lock-stuck',
  ),
  both(
    'the ended AWS session before the lock that has no part in it',
    facts({
      ...saying('Error when retrieving token from sso: Token has expired and refresh failed'),
      credentials: awsEnded,
      overrides: overruledBy({ tool: 'aws', name: 'AWS_ACCESS_KEY_ID' }),
    }),
    'login-expired',
    'sign-in-again',
    'variable-overrules',
  ),
  both(
    'the refused item in an open login before the tmux server elsewhere',
    facts({
      ...saying('fatal: failed to get: -25308'),
      sessions: measured([...(inOpenSsh.kind === 'known' ? inOpenSsh.value : []), tmuxServer('locked')]),
      credentials: gitLogin,
    }),
    'keychain-access-denied',
    'answer-keychain-dialog',
    'tmux-server-locked',
  ),
  both(
    'the full disk before the login that could not be stored',
    facts({ ...saying('Failed to save OAuth tokens'), disk: fullDisk }),
    'disk-full',
    'free-space',
    'login-not-stored',
  ),
  both(
    'the lock before the login that could not be stored in it',
    facts({ ...saying('Failed to save OAuth tokens'), sessions: inLockedSsh, credentials: expired }),
    'ssh-login-locked',
    'unlock-in-ssh-login',
    'login-expired',
  ),
  both(
    'a program of this Mac before the ended login',
    facts({ ...saying('connect ECONNREFUSED 127.0.0.1:3845'), credentials: expired }),
    'local-program-not-running',
    'start-local-program',
    'login-expired',
  ),
  both(
    'the missing helper before the locked login',
    facts({ ...saying('docker-credential-desktop: command not found'), sessions: inLockedSsh }),
    'credential-helper-missing',
    'find-helper',
    'ssh-login-locked',
  ),
  both(
    'the helper of a settings file before the ended login',
    facts({
      overrides: overruledBy({
        name: 'apiKeyHelper',
        kind: 'helper',
        where: 'set in /Users/alice/.claude/settings.json',
        file: { path: '/Users/alice/.claude/settings.json', isManaged: false },
      }),
      credentials: expired,
    }),
    'variable-overrules',
    'remove-setting',
    'login-expired',
  ),
  both(
    'the administrator’s helper before the ended login',
    facts({
      overrides: overruledBy({
        name: 'apiKeyHelper',
        kind: 'helper',
        where: 'set in /Library/Application Support/ClaudeCode/managed-settings.json',
        file: { path: '/Library/Application Support/ClaudeCode/managed-settings.json', isManaged: true },
      }),
      credentials: expired,
    }),
    'variable-overrules',
    'ask-settings-administrator',
    'login-expired',
  ),
];

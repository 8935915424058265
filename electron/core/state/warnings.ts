import { claudeCodeWarnings } from '../claude-code/claude-code-warnings';
import { credentialWarnings } from '../credentials/credential-warnings';
import { defaultExpiryThresholds, type ExpiryThresholds } from '../credentials/expiry-thresholds';
import { holdWarnings } from '../hold/hold-warnings';
import { searchAndUnlockCommand, unlockOverSshCommand } from '../keychain/commands';
import { sessionWarnings } from '../sessions/session-warnings';
import { isInitialSession } from '../sessions/vantage';
import type { Keychain } from '../words/keychain';
import { loginKeychain } from '../words/login-keychain';
import type { Snapshot } from '../words/snapshot';
import type { Warning } from '../words/warning';
import { unreadWarnings } from './unread-warnings';
import { bySeverity } from './weigh-warnings';

type Facts = Pick<Snapshot, 'keychains' | 'sessions' | 'remoteAccess' | 'credentials'> &
  Partial<Pick<Snapshot, 'hold' | 'unread' | 'host' | 'claudeCode'>> & {
    readonly holdJournalTroubles?: readonly string[];
  };

/**
 * Everything that somebody should know now, the most serious first.
 *
 * @param now milliseconds since 1970.
 */
export const warningsFor = (
  facts: Facts,
  now: number,
  thresholds: ExpiryThresholds = defaultExpiryThresholds,
): Warning[] => {
  const login = loginKeychain(facts.keychains);
  const warnings = login
    ? [
        ...lockStateUnknown(login),
        ...(facts.host && isInitialSession(facts.host) ? thisSessionSearchesNothing(login) : thisSshLoginLocked(login)),
        ...sessionWarnings(login, facts, now),
        ...freshSshLocked(login, facts),
      ]
    : [];
  const { hold = { state: 'off' }, holdJournalTroubles = [], unread = [] } = facts;
  return [
    ...holdWarnings(hold, holdJournalTroubles),
    ...warnings,
    ...unreadWarnings(unread, facts.credentials),
    ...claudeCodeWarnings(facts.claudeCode),
    ...credentialWarnings(facts.credentials, thresholds, now),
  ].sort(bySeverity);
};

const lockStateUnknown = ({ lock }: Keychain): Warning[] =>
  lock.state !== 'unknown'
    ? []
    : [
        {
          code: 'lock-state-unknown',
          severity: 'warning',
          title: 'The lock state could not be read',
          detail: lock.reason,
          actions: [],
        },
      ];

const thisSshLoginLocked = ({ lock, path }: Keychain): Warning[] =>
  lock.session !== 'this-ssh-login' || lock.state !== 'locked'
    ? []
    : [
        {
          code: 'this-ssh-login-locked',
          severity: 'warning',
          title: 'This SSH login sees a locked keychain',
          detail: 'Tools that keep their login in the keychain look logged out here until you unlock it in this login.',
          actions: [{ kind: 'copy-command', command: unlockOverSshCommand(path) }],
        },
      ];

const thisSessionSearchesNothing = ({ path }: Keychain): Warning[] => [
  {
    code: 'login-keychain-not-searched',
    severity: 'warning',
    title: 'This session does not search the login keychain',
    detail:
      'It is the session of the system, in which tools find no login (exit code 44) until you add the keychain to its search list or give them a token of their own.',
    actions: [{ kind: 'copy-command', command: searchAndUnlockCommand(path) }],
  },
];

const freshSshLocked = (login: Keychain, { sessions, remoteAccess }: Facts): Warning[] => {
  const fresh = sessions.find((session) => session.kind === 'fresh-ssh');
  if (fresh?.sees !== 'locked' || remoteAccess.remoteLogin !== 'on') return [];
  return [
    {
      code: 'fresh-ssh-locked',
      severity: 'info',
      title: 'A new SSH login sees a locked keychain',
      detail:
        fresh.basis === 'measured'
          ? 'A login made for a test has found it locked, whatever the desktop shows; run this command in a new one:'
          : 'Whatever the desktop shows, an SSH login starts locked as far as anybody has reported; run this command in it:',
      actions: [{ kind: 'copy-command', command: unlockOverSshCommand(login.path) }],
    },
  ];
};

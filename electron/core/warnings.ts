import { unlockOverSshCommand } from './commands';
import { credentialWarnings } from './credential-warnings';
import { defaultExpiryThresholds, type ExpiryThresholds } from './expiry-thresholds';
import { holdWarnings } from './hold-warnings';
import { sessionWarnings } from './session-warnings';
import type { Keychain, Snapshot, Warning } from './snapshot';

type Facts = Pick<Snapshot, 'keychains' | 'sessions' | 'remoteAccess' | 'credentials'> &
  Partial<Pick<Snapshot, 'hold'>> & { readonly holdJournalTroubles?: readonly string[] };

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
        ...thisSshLoginLocked(login),
        ...sessionWarnings(login, facts, now),
        ...freshSshLocked(login, facts),
      ]
    : [];
  const { hold = { state: 'off' }, holdJournalTroubles = [] } = facts;
  return [
    ...holdWarnings(hold, holdJournalTroubles),
    ...warnings,
    ...credentialWarnings(facts.credentials, thresholds, now),
  ].sort(bySeverity);
};

/** The keychain that the tools use: the login keychain, or where there is none the default one. */
export const loginKeychain = (keychains: readonly Keychain[]): Keychain | undefined =>
  keychains.find((keychain) => keychain.isLogin) ?? keychains.find((keychain) => keychain.isDefault);

const severities = ['critical', 'warning', 'info'] as const;
const bySeverity = (one: Warning, other: Warning) =>
  severities.indexOf(one.severity) - severities.indexOf(other.severity);

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

const freshSshLocked = (login: Keychain, { sessions, remoteAccess }: Facts): Warning[] => {
  const fresh = sessions.find((session) => session.kind === 'fresh-ssh');
  if (fresh?.sees !== 'locked' || remoteAccess.remoteLogin !== 'on') return [];
  return [
    {
      code: 'fresh-ssh-locked',
      severity: 'info',
      title: 'A new SSH login sees a locked keychain',
      detail: 'Whatever the desktop shows, each SSH login starts locked; run this command in it:',
      actions: [{ kind: 'copy-command', command: unlockOverSshCommand(login.path) }],
    },
  ];
};

import { unlockOverSshCommand } from './commands';
import { credentialWarnings } from './credential-warnings';
import type { Keychain, RemoteSession, Snapshot, Warning } from './snapshot';

type Facts = Pick<Snapshot, 'keychains' | 'sessions' | 'remoteAccess' | 'credentials'>;

/** Everything that somebody should know now, the most serious first. */
export const warningsFor = (facts: Facts): Warning[] => {
  const login = loginKeychain(facts.keychains);
  const warnings = login
    ? [
        ...lockStateUnknown(login),
        ...thisSshLoginLocked(login),
        ...desktopSession(login, facts),
        ...freshSshLocked(login, facts),
      ]
    : [];
  return [...warnings, ...credentialWarnings(facts.credentials)].sort(bySeverity);
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

const desktopSession = (login: Keychain, facts: Facts): Warning[] => {
  if (login.lock.session !== 'desktop') return [];
  const reachable = facts.sessions.filter((session) => sharesDesktopRemotely(session, facts.remoteAccess.remoteLogin));
  if (reachable.length === 0) return [];
  const who = subject(reachable);
  if (login.lock.state === 'locked') {
    return [
      {
        code: 'desktop-locked',
        severity: 'critical',
        title: 'Remote sessions see a locked keychain',
        detail: `${who} the desktop's session, and its keychain is locked. Unlock it before you walk away.`,
        actions: [{ kind: 'unlock', keychainPath: login.path }],
      },
    ];
  }
  const when = login.lock.state === 'unlocked' ? whenItLocks(login) : null;
  if (when === null) return [];
  return [
    {
      code: 'desktop-will-lock',
      severity: 'warning',
      title: 'The keychain will lock under a remote session',
      detail: `${who} the desktop's session, and its keychain locks ${when}.`,
      actions: [],
    },
  ];
};

/** Born on the desktop and within reach of a remote login: a remote client is attached, or one could log in and attach. */
const sharesDesktopRemotely = (session: RemoteSession, remoteLogin: string): boolean =>
  session.bornIn === 'desktop' && ((session.remoteClients ?? 0) > 0 || remoteLogin === 'on');

const subject = (sessions: readonly RemoteSession[]): string =>
  sessions.length === 1
    ? `One server that is reachable over SSH shares`
    : `${sessions.length} servers that are reachable over SSH share`;

const whenItLocks = ({ forecast }: Keychain): string | null => {
  switch (forecast.kind) {
    case 'after-idle':
      return `${minutes(forecast.idleTimeoutSeconds)} after its last use${forecast.alsoOnSleep ? ', and when the Mac sleeps' : ''}`;
    case 'on-sleep':
      // A Mac that never sleeps by itself would carry this warning for ever.
      if (forecast.systemSleepMinutes === 0) return null;
      return forecast.systemSleepMinutes === 'unknown'
        ? 'when the Mac sleeps'
        : `when the Mac sleeps, which it does after ${minutes(forecast.systemSleepMinutes * 60)} of idleness`;
    case 'never':
    case 'unknown':
      return null;
  }
};

const minutes = (seconds: number): string => {
  if (seconds % 60 !== 0) return `${seconds} seconds`;
  return seconds === 60 ? '1 minute' : `${seconds / 60} minutes`;
};

const freshSshLocked = (login: Keychain, { sessions, remoteAccess }: Facts): Warning[] => {
  const fresh = sessions.find((session) => session.kind === 'fresh-ssh');
  if (fresh?.sees !== 'locked' || remoteAccess.remoteLogin !== 'on') return [];
  return [
    {
      code: 'fresh-ssh-locked',
      severity: 'info',
      title: 'A new SSH login sees a locked keychain',
      detail: 'Whatever the desktop shows, each SSH login starts locked. Run this command in it:',
      actions: [{ kind: 'copy-command', command: unlockOverSshCommand(login.path) }],
    },
  ];
};

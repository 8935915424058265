import {
  desktopTmux,
  endHold,
  freshText,
  going,
  lockedText,
  lookAgain,
  nobody,
  none,
  noTool,
  type Row,
  unlock,
} from './expected';
import * as s from './situations';

const freshMeasured = s.fresh('unlocked', 'measured');
const inside = { ...s.login, isThisSession: true, sees: 'unlocked', basis: 'measured' } as const;
const untested = (what: string) => `Can't tell whether ${what}: it was not tested yet.`;
const notKnownWhen = "Can't tell how long tmux ‘work’ has gh and git: when this locks is not known.";
const mainLoses = 'Not yet: tmux ‘main’ loses gh and git when its keychain locks, 15 min after last use.';

/** What is only inferred, what was reported from elsewhere, and what nobody knows. */
export const rowsOfDoubts: readonly Row[] = [
  // When it locks is not known.
  [
    'unlocked, and when it locks is not known',
    { locks: 'unknown', places: [s.tmux()] },
    'cannot-tell',
    notKnownWhen,
    lookAgain,
  ],
  [
    'held, and what comes back is not known',
    { held: '18:00', locks: 'unknown', places: [s.tmux()] },
    'go',
    going('works until 18:00'),
    endHold,
  ],
  ['when it locks is not known, and no tool needs it', { locks: 'unknown', tools: [s.npm] }, 'go', noTool, none],
  [
    'when another keychain locks is not known',
    { locks: 'never', tools: [s.gh, s.vault], others: [s.vaultKeychain('unlocked', 'unknown')], places: [s.tmux()] },
    'cannot-tell',
    "Can't tell how long tmux ‘work’ has aws-vault: when its keychain locks is not known.",
    lookAgain,
  ],
  [
    'another keychain did not answer',
    { locks: 'never', tools: [s.gh, s.vault], others: [s.silentVault], places: [s.tmux()] },
    'cannot-tell',
    "Can't tell whether tmux ‘work’ has aws-vault: its keychain did not answer.",
    lookAgain,
  ],
  // The session of daemons, in which the login keychain is not searched.
  ['only a daemon’s tmux', { locks: 'never', places: [s.initialTmux] }, 'not-yet', freshText, desktopTmux],
  [
    'a daemon’s tmux beside a desktop tmux',
    { locks: 'never', places: [s.initialTmux, s.tmux()] },
    'go',
    going('works'),
    none,
  ],
  ['a daemon’s tmux, and no tool needs the keychain', { places: [s.initialTmux], tools: [s.npm] }, 'go', noTool, none],
  ['a daemon’s tmux, locked', { lock: 'locked', places: [s.initialTmux] }, 'unlock-first', lockedText, unlock],
  // Reports from inside sessions of SSH.
  [
    'the desktop is locked, but a tmux over SSH reports that it is not',
    { lock: 'locked', locks: 'never', places: [s.sshTmux('unlocked')] },
    'go',
    'You can go: in tmux ‘main’ everything works.',
    none,
  ],
  [
    'the same, but it locks by itself',
    { lock: 'locked', places: [s.sshTmux('unlocked')] },
    'not-yet',
    mainLoses,
    desktopTmux,
  ],
  [
    'the same, but the report is stale',
    { lock: 'locked', locks: 'never', places: [s.sshTmux('locked', 'inferred')] },
    'unlock-first',
    lockedText,
    unlock,
  ],
  [
    'the same, but nobody has measured it',
    { lock: 'locked', locks: 'never', places: [s.sshTmux('unlocked', 'inferred')] },
    'unlock-first',
    lockedText,
    unlock,
  ],
  [
    'the same, but a tool needs an app of the desktop',
    { lock: 'locked', locks: 'never', tools: [s.gh, s.app], places: [s.sshTmux('unlocked')] },
    'unlock-first',
    'Unlock first: over SSH, gh will be logged out.',
    unlock,
  ],
  [
    'the desktop is locked, and a new SSH login was measured to be unlocked',
    { lock: 'locked', locks: 'never', places: [freshMeasured] },
    'go',
    'You can go: in a new SSH login everything works.',
    none,
  ],
  [
    'a desktop tmux is locked, whatever a tmux over SSH reports',
    { lock: 'locked', locks: 'never', places: [s.tmux('locked'), s.sshTmux('unlocked')] },
    'unlock-first',
    lockedText,
    unlock,
  ],
  [
    'a new SSH login measured to be unlocked, which locks by itself',
    { places: [freshMeasured] },
    'not-yet',
    'Not yet: a new SSH login loses gh and git when its keychain locks, 15 min after last use.',
    desktopTmux,
  ],
  [
    'a tmux over SSH that was unlocked, by inference',
    { locks: 'never', places: [s.sshTmux('unlocked', 'inferred')] },
    'go',
    'You can go: in tmux ‘main’ everything should work.',
    none,
  ],
  [
    'a tmux over SSH whose report does not tell',
    { locks: 'never', places: [s.sshTmux('unknown')] },
    'cannot-tell',
    untested('tmux ‘main’ has gh and git'),
    lookAgain,
  ],
  [
    'an SSH login that is unlocked inside is not what a new one finds',
    { locks: 'never', places: [{ ...s.login, sees: 'unlocked', basis: 'measured' }] },
    'not-yet',
    freshText,
    desktopTmux,
  ],
  // Two places with different levels.
  [
    'a desktop tmux that works beside one of unknown birth and one that lacks it',
    { locks: 'never', places: [s.strayTmux, s.sshTmux('locked'), s.tmux()] },
    'go',
    going('works'),
    none,
  ],
  [
    'one over SSH that works beside one of unknown birth',
    { locks: 'never', places: [s.strayTmux, s.sshTmux('unlocked')] },
    'go',
    'You can go: in tmux ‘main’ everything works.',
    none,
  ],
  // Nobody at all.
  ['no session at all, and Remote Login is off', { remoteLogin: 'off', locks: 'never' }, 'nobody', nobody, none],
  [
    'no session at all, and Remote Login is not known',
    { remoteLogin: 'unknown', locks: 'never' },
    'not-yet',
    freshText,
    desktopTmux,
  ],
  ['no session at all, and no tool', { locks: 'never', tools: [] }, 'go', noTool, none],
  ['no keychain, and Remote Login is off', { lock: 'no keychain', remoteLogin: 'off' }, 'nobody', nobody, none],
  [
    'no keychain, and no tool',
    { lock: 'no keychain', tools: [] },
    'cannot-tell',
    "Can't tell: no keychain was found.",
    lookAgain,
  ],
  // What could not be read, where it matters and where it does not.
  [
    'which Claude Codes run could not be read',
    { locks: 'never', places: [s.tmux()], unread: [{ part: 'claude-code' }] },
    'go',
    going('works'),
    none,
  ],
  [
    'when the Mac sleeps could not be read',
    { locks: 'never', places: [s.tmux()], unread: [{ part: 'power-settings' }] },
    'go',
    going('works'),
    none,
  ],
  [
    'one tool’s login could not be read',
    { locks: 'never', places: [s.tmux()], unread: [{ part: 'credentials', tool: 'gh' }] },
    'cannot-tell',
    "Can't tell: the login of gh could not be read.",
    lookAgain,
  ],
  [
    'the reports could not be read',
    { locks: 'never', places: [s.tmux()], unread: [{ part: 'beacons' }] },
    'cannot-tell',
    "Can't tell: the reports from inside could not be read.",
    lookAgain,
  ],
  // From inside.
  [
    'inside a desktop tmux, locked',
    { lock: 'locked', places: [{ ...s.tmux('locked'), isThisSession: true }] },
    'unlock-first',
    'Unlock first: in tmux ‘work’, gh and git are logged out.',
    unlock,
  ],
  [
    'inside an SSH login, locked, whatever a tmux reports',
    { inside: true, lock: 'locked', places: [{ ...inside, sees: 'locked' }, s.sshTmux('unlocked')] },
    'unlock-first',
    'Unlock first: in this SSH login, gh and git are logged out.',
    unlock,
  ],
  [
    'inside an SSH login, unlocked, when it locks is not known',
    { inside: true, locks: 'unknown', places: [inside] },
    'cannot-tell',
    "Can't tell how long this SSH login has gh and git: when this locks is not known.",
    lookAgain,
  ],
  // From the session of daemons, where nobody is over SSH.
  [
    'typed among daemons, as they are: no login is found there',
    { amongDaemons: true, lock: 'locked', tools: [s.npm], places: [s.tmux('locked')] },
    'cannot-tell',
    "Can't tell: this session of the system does not search the login keychain.",
    desktopTmux,
  ],
  [
    'typed in a daemon’s tmux',
    { amongDaemons: true, lock: 'locked', tools: [], places: [{ ...s.initialTmux, isThisSession: true }] },
    'cannot-tell',
    "Can't tell: tmux ‘d’ does not search the login keychain.",
    desktopTmux,
  ],
  [
    'typed among daemons that search it, locked',
    { amongDaemons: true, lock: 'locked', places: [s.tmux('locked')] },
    'not-yet',
    'Not yet: this session of the system has no access to gh and git.',
    desktopTmux,
  ],
  [
    'typed among daemons that search it, unlocked',
    { amongDaemons: true, locks: 'never', places: [s.tmux()] },
    'go',
    'You can go: in this session of the system everything should work.',
    none,
  ],
];

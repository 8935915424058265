import { desktopTmux, freshText, going, lookAgain, none, noTool, type Row, silent, unlock } from './expected';
import * as s from './situations';

const unread = (part: string, sentence: string): Row => [
  `${part} could not be read`,
  { locks: 'never', places: [s.tmux()], unread: [{ part }] },
  'cannot-tell',
  `Can't tell: ${sentence}.`,
  lookAgain,
];

/** Where one fact less or more decides. */
export const rowsOfEdges: readonly Row[] = [
  unread('keychain-list', 'the list of keychains could not be read'),
  unread('remote-access', 'whether Remote Login is on could not be read'),
  unread('host', 'not everything could be read'),
  [
    'the logins of two tools could not be read, one of which nobody has a name for',
    {
      ...{ locks: 'never', places: [s.tmux()] },
      unread: [
        { part: 'credentials', tool: 'git' },
        { part: 'credentials', tool: 'aws' },
      ],
    },
    'cannot-tell',
    "Can't tell: the login of git and aws could not be read.",
    lookAgain,
  ],
  [
    'one login and the sessions could not be read',
    {
      ...{ locks: 'never', places: [s.tmux()] },
      unread: [{ part: 'sessions' }, { part: 'credentials', tool: 'git' }],
    },
    'cannot-tell',
    "Can't tell: who is here from elsewhere could not be read.",
    lookAgain,
  ],
  [
    'a part besides the logins that names a tool',
    { locks: 'never', places: [s.tmux()], unread: [{ part: 'sessions', tool: 'gh' }] },
    'cannot-tell',
    "Can't tell: who is here from elsewhere could not be read.",
    lookAgain,
  ],
  [
    'a login could not be read whose tool has another name',
    { locks: 'never', tools: [s.claude], places: [s.tmux()], unread: [{ part: 'credentials', tool: 'claude-code' }] },
    'cannot-tell',
    "Can't tell: the login of Claude Code could not be read.",
    lookAgain,
  ],
  [
    'the keychain does not answer, and more could not be read',
    { lock: 'unknown', unread: [{ part: 'sessions' }] },
    'cannot-tell',
    silent,
    lookAgain,
  ],
  [
    'another keychain in a place that nobody knows the birth of',
    {
      ...{ locks: 'never', tools: [s.vault], others: [s.vaultKeychain('unlocked')] },
      places: [{ ...s.strayTmux, sees: 'unlocked', basis: 'measured' }],
    },
    'cannot-tell',
    "Can't tell whether tmux ‘x’ has aws-vault: it was not tested yet.",
    desktopTmux,
  ],
  [
    'Remote Login is off, but a client is in the desktop tmux',
    { locks: 'never', remoteLogin: 'off', places: [{ ...s.tmux(), remoteClients: 1 }] },
    'go',
    going('works'),
    none,
  ],
  ...(['ssh', 'mosh', 'other-login'] as const).map(
    (kind): Row => [
      `Remote Login is off, but somebody is here: ${kind}`,
      { locks: 'never', remoteLogin: 'off', tools: [], places: [{ ...s.login, kind }] },
      'go',
      noTool,
      none,
    ],
  ),
  [
    'Remote Login is off, seen from inside a tmux',
    { locks: 'never', remoteLogin: 'off', places: [{ ...s.tmux(), isThisSession: true }] },
    'go',
    going('works'),
    none,
  ],
  [
    'nobody knows whether Remote Login is on, and no place is there',
    { locks: 'never', remoteLogin: 'unknown', tools: [s.npm] },
    'go',
    noTool,
    none,
  ],
  ...(
    [
      ['screen', 'screen ‘work’'],
      ['mosh', 'mosh ‘work’'],
      ['editor-server', 'work'],
      ['multiplexer', 'work'],
    ] as const
  ).map(
    ([kind, name]): Row => [
      `what lasts beyond a connection: ${kind}`,
      { locks: 'never', places: [{ ...s.sshTmux('unlocked'), kind, name: 'work' }] },
      'go',
      `You can go: in ${name} everything works.`,
      none,
    ],
  ),
  ...(['ssh', 'agent-daemon', 'background-job', 'other-login'] as const).map(
    (kind): Row => [
      `what nobody comes back to: ${kind}`,
      { locks: 'never', places: [{ ...s.sshTmux('unlocked'), kind }] },
      'not-yet',
      freshText,
      desktopTmux,
    ],
  ),
  [
    'inside, one tool',
    { inside: true, lock: 'locked', tools: [s.gh], places: [{ ...s.login, isThisSession: true }] },
    'unlock-first',
    'Unlock first: in this SSH login, gh is logged out.',
    unlock,
  ],
  [
    'inside a tmux over SSH that lacks an app of the desktop',
    { locks: 'never', tools: [s.app], places: [{ ...s.sshTmux('unlocked'), isThisSession: true }] },
    'not-yet',
    'Not yet: tmux ‘main’ has no access to 1Password.',
    desktopTmux,
  ],
  [
    'a tmux over SSH that will lose one tool and has lost another is none to work in',
    { tools: [s.gh, s.app], places: [s.sshTmux('unlocked')] },
    'not-yet',
    "A new SSH login won't have gh and 1Password, even while this is unlocked.",
    desktopTmux,
  ],
  [
    'locked, under an SSH login, with Remote Login switched off',
    { lock: 'locked', remoteLogin: 'off', places: [s.login] },
    'unlock-first',
    'Unlock first: over SSH, gh and git will be logged out.',
    unlock,
  ],
  [
    'locked, and a new SSH login was measured to be locked as well',
    { lock: 'locked', places: [s.fresh('locked', 'measured')] },
    'unlock-first',
    'Unlock first: over SSH, gh and git will be logged out.',
    unlock,
  ],
  [
    'locked, and a place that was measured does not tell',
    { lock: 'locked', locks: 'never', places: [s.sshTmux('unknown')] },
    'unlock-first',
    'Unlock first: over SSH, gh and git will be logged out.',
    unlock,
  ],
];

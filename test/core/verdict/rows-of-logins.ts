import { going, keep, lockedText, lookAgain, losesText, none, type Row, showClaude, signIn, unlock } from './expected';
import * as s from './situations';

export const rowsOfLogins: readonly Row[] = [
  // Ends of logins.
  [
    'a login ends this afternoon',
    { locks: 'never', places: [s.tmux()], tools: [s.gh, s.ending('16:30')] },
    'not-yet',
    signIn('ends today at 16:30'),
    showClaude,
  ],
  [
    'a login has ended',
    { locks: 'never', places: [s.tmux()], tools: [s.gh, s.ending('09:00', { status: 'expired' })] },
    'not-yet',
    signIn('has ended'),
    showClaude,
  ],
  [
    'a login ends in days',
    {
      locks: 'never',
      places: [s.tmux()],
      tools: [s.gh, { ...s.ending('23:10'), expiry: { of: 'login', at: s.at('23:10', '2026-09-14') } }],
    },
    'go',
    going('works'),
    none,
  ],
  [
    'an access token renews itself',
    {
      locks: 'never',
      places: [s.tmux()],
      tools: [s.gh, s.ending('15:00', { expiry: { of: 'access-token', at: s.at('15:00') } })],
    },
    'go',
    going('works'),
    none,
  ],
  [
    'a session is renewed by itself',
    {
      locks: 'never',
      places: [s.tmux()],
      tools: [s.gh, s.ending('15:00', { expiry: { of: 'session', at: s.at('15:00'), isRenewed: true } })],
    },
    'go',
    going('works'),
    none,
  ],
  [
    'a certificate ends',
    {
      locks: 'never',
      places: [s.tmux()],
      tools: [
        s.gh,
        s.ending('15:00', { name: 'codesign', tool: 'codesign', expiry: { of: 'certificate', at: s.at('15:00') } }),
      ],
    },
    'not-yet',
    'Renew codesign first: its certificate ends today at 15:00.',
    { kind: 'show-login', tool: 'codesign' },
  ],
  [
    'will lock, and a login ends: the lock first',
    { places: [s.tmux()], tools: [s.gh, s.git, s.ending('23:10')] },
    'not-yet',
    losesText,
    keep,
  ],
  [
    'no tool needs it, and a login ends',
    { tools: [s.npm, s.ending('23:10')] },
    'not-yet',
    signIn('ends tonight at 23:10'),
    showClaude,
  ],
  // What was not looked at.
  ['there is no keychain', { lock: 'no keychain' }, 'cannot-tell', "Can't tell: no keychain was found.", lookAgain],
  [
    'the first look is under way',
    { lock: 'no keychain', awaited: ['keychain-list'] },
    'cannot-tell',
    "Can't tell: still looking at the keychain.",
    lookAgain,
  ],
  [
    'the logins are still awaited',
    { tools: [], awaited: ['credentials'] },
    'cannot-tell',
    "Can't tell: still looking.",
    lookAgain,
  ],
  [
    'the sessions could not be read',
    { locks: 'never', places: [s.tmux()], unread: [{ part: 'sessions' }] },
    'cannot-tell',
    "Can't tell: who is here from elsewhere could not be read.",
    lookAgain,
  ],
  [
    'the logins could not be read',
    { tools: [], unread: [{ part: 'credentials' }] },
    'cannot-tell',
    "Can't tell: the logins could not be read.",
    lookAgain,
  ],
  [
    'locked, and the sessions could not be read',
    { lock: 'locked', unread: [{ part: 'sessions' }] },
    'unlock-first',
    lockedText,
    unlock,
  ],
  [
    'will lock, and the sessions could not be read',
    { places: [s.tmux()], unread: [{ part: 'sessions' }] },
    'not-yet',
    losesText,
    keep,
  ],
  // From inside an SSH login.
  [
    'inside an SSH login, locked',
    { inside: true, lock: 'locked', places: [{ ...s.login, isThisSession: true }] },
    'unlock-first',
    'Unlock first: in this SSH login, gh and git are logged out.',
    unlock,
  ],
  [
    'inside an SSH login, unlocked',
    {
      inside: true,
      locks: 'never',
      places: [{ ...s.login, isThisSession: true, sees: 'unlocked', basis: 'measured' }],
    },
    'go',
    'You can go: in this SSH login everything works.',
    none,
  ],
  [
    'inside an SSH login, will lock',
    { inside: true, places: [{ ...s.login, isThisSession: true, sees: 'unlocked', basis: 'measured' }] },
    'not-yet',
    'Not yet: this SSH login loses gh and git when this locks, 15 min after last use.',
    keep,
  ],
];

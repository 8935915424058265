import type { Cause } from './cause';

const anotherLock =
  'Taking the screen’s lock for the keychain’s: these are two. The keychain locks after its own timeout, and on sleep where it is set to; a locked screen alone leaves it as it is.';

/** The keychain, and the session from which it is seen. */
export const keychainCauses = {
  'keychain-file-unusable': {
    kind: 'keychain',
    title: 'The login keychain cannot be read',
    sentence: 'Its file is missing, damaged or not readable; no login in it can be.',
    blocksEverything: false,
    cures: ['restore-keychain', 'token-of-its-own'],
  },
  'keychain-not-searched': {
    kind: 'keychain',
    title: 'The login keychain is not on the search list',
    sentence: 'Programs search the listed keychains only, so what is stored in it is not found.',
    blocksEverything: false,
    cures: ['add-to-search-list'],
  },
  'session-not-searching': {
    kind: 'session',
    title: 'The login keychain is not searched in that session',
    sentence:
      'Daemons, and SSH servers other than Apple’s, run in the first session of the system: a tool there finds no login (exit code 44), locked or not.',
    blocksEverything: false,
    cures: ['search-in-session', 'start-from-desktop', 'token-of-its-own'],
  },
  'no-default-keychain': {
    kind: 'keychain',
    title: 'There is no usable default keychain',
    sentence: 'New logins are stored in the default keychain; without it a login does not last.',
    blocksEverything: false,
    cures: ['set-default-keychain'],
  },
  'keychain-password-differs': {
    kind: 'keychain',
    title: 'The keychain still has the former password',
    sentence: 'After the login password was reset, the keychain is not unlocked at login any more and stays locked.',
    blocksEverything: false,
    cures: ['unlock-with-former-password', 'token-of-its-own'],
  },
  'desktop-locked': {
    kind: 'keychain',
    title: 'The keychain is locked in the desktop session',
    sentence: 'Everything started from the desktop finds no login in it until it is unlocked.',
    mistake: anotherLock,
    blocksEverything: false,
    cures: ['unlock-desktop'],
  },
  'tmux-server-locked': {
    kind: 'session',
    title: 'The keychain is locked in that tmux server',
    sentence: 'It was started over SSH and keeps that session; unlocking at the desktop does not reach it.',
    mistake: 'Unlocking at the desktop: that does not reach a server that was started over SSH.',
    blocksEverything: false,
    cures: ['open-unlock-prompt', 'unlock-in-ssh-login', 'start-desktop-tmux'],
  },
  'ssh-login-locked': {
    kind: 'session',
    title: 'The keychain is locked in the SSH login',
    sentence:
      'An SSH login is not in the desktop’s session: the keychain can be locked there, whatever the desktop shows.',
    mistake: 'Signing in again over SSH: a new login cannot be stored in a locked keychain either.',
    blocksEverything: false,
    cures: [
      'unlock-in-ssh-login',
      'unlock-from-1password',
      'share-ssh-connection',
      'start-desktop-tmux',
      'token-of-its-own',
    ],
  },
  'background-server-locked': {
    kind: 'session',
    title: 'The keychain is locked for a server in the background',
    sentence: 'It was started over SSH and keeps that session as long as it runs.',
    blocksEverything: false,
    cures: ['unlock-in-ssh-login', 'start-from-desktop', 'token-of-its-own'],
  },
  'next-login-locked': {
    kind: 'session',
    title: 'The next SSH login will see the keychain locked',
    sentence:
      'As far as anybody has reported, a new SSH login sees the keychain locked until it is unlocked inside it.',
    mistake: 'Unlocking once and taking it for good: each new login sees it locked again.',
    blocksEverything: false,
    cures: [
      'unlock-in-ssh-login',
      'unlock-from-1password',
      'share-ssh-connection',
      'start-desktop-tmux',
      'token-of-its-own',
    ],
  },
  'keychain-locks-itself': {
    kind: 'keychain',
    title: 'The keychain locks itself',
    sentence:
      'It is set to lock after a time without use or when the Mac sleeps; a session that was fine looks logged out then.',
    mistake: anotherLock,
    blocksEverything: false,
    cures: ['keep-unlocked', 'unlock-desktop', 'unlock-in-ssh-login'],
  },
  'desktop-app-needed': {
    kind: 'session',
    title: 'The tool needs its app on the desktop',
    sentence: 'It asks a desktop app for the login, and the app is closed, locked or out of reach from here.',
    blocksEverything: false,
    cures: ['open-desktop-app', 'token-of-its-own'],
  },
  'browser-answer-lost': {
    kind: 'session',
    title: 'The browser’s answer did not reach the tool',
    sentence:
      'After the login the browser calls back to this very Mac. On another computer, over SSH or behind a filter nobody is there.',
    mistake: 'Opening the address on another computer without carrying the code over.',
    blocksEverything: false,
    cures: ['paste-code', 'sign-in-on-desktop'],
  },
} as const satisfies Readonly<Record<string, Cause>>;

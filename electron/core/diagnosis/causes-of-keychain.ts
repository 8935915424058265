import type { Cause } from './cause';

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
    blocksEverything: false,
    cures: ['unlock-desktop'],
  },
  'tmux-server-locked': {
    kind: 'session',
    title: 'The keychain is locked in that tmux server',
    sentence: 'It was started over SSH and keeps that session; unlocking at the desktop does not reach it.',
    blocksEverything: false,
    cures: ['open-unlock-prompt', 'unlock-in-ssh-login', 'start-desktop-tmux'],
  },
  'ssh-login-locked': {
    kind: 'session',
    title: 'The keychain is locked in the SSH login',
    sentence: 'Each SSH login has a session of its own and sees the keychain locked, whatever the desktop shows.',
    blocksEverything: false,
    cures: ['unlock-in-ssh-login', 'start-desktop-tmux', 'token-of-its-own'],
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
    sentence: 'That is how macOS works: a new SSH login sees the keychain locked until it is unlocked inside it.',
    blocksEverything: false,
    cures: ['unlock-in-ssh-login', 'start-desktop-tmux', 'token-of-its-own'],
  },
  'keychain-locks-itself': {
    kind: 'keychain',
    title: 'The keychain locks itself',
    sentence:
      'It is set to lock after a time without use or when the Mac sleeps; a session that was fine looks logged out then.',
    blocksEverything: false,
    cures: ['keep-unlocked', 'unlock-desktop', 'unlock-in-ssh-login'],
  },
  'keychain-access-denied': {
    kind: 'keychain',
    title: 'macOS did not let the program use the item',
    sentence: 'Somebody chose Deny or closed the dialog, or no dialog could be shown. The login is still there.',
    blocksEverything: false,
    cures: ['answer-keychain-dialog', 'unlock-in-ssh-login', 'sign-in-again'],
  },
  'signing-key-guarded': {
    kind: 'keychain',
    title: 'codesign may not use the key without a dialog',
    sentence:
      'The signing key is there; it has not been opened to Apple’s signing tools, and over SSH nobody can be asked.',
    blocksEverything: false,
    cures: ['answer-keychain-dialog', 'allow-signing-tools'],
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
    blocksEverything: false,
    cures: ['paste-code', 'sign-in-on-desktop'],
  },
} as const satisfies Readonly<Record<string, Cause>>;

import type { Cause } from './cause';

/** The login itself, and what is used in its place. */
export const loginCauses = {
  'provider-in-use': {
    kind: 'configuration',
    title: 'A cloud provider’s login is used instead',
    sentence: 'A switch makes the tool use the provider’s own credentials; its own login plays no part then.',
    blocksEverything: false,
    cures: ['unset-variable', 'sign-in-to-provider'],
  },
  'several-variables': {
    kind: 'configuration',
    title: 'Several variables compete',
    sentence: 'More than one overrules the stored login, and only the first in the tool’s order counts.',
    blocksEverything: false,
    cures: ['unset-variable'],
  },
  'variable-overrules': {
    kind: 'configuration',
    title: 'A variable or setting overrules the login',
    sentence:
      'The tool uses the key or token named there and never looks at the stored login; if that one is old, signing in changes nothing.',
    blocksEverything: false,
    cures: ['unset-variable'],
  },
  'refresh-lock-stuck': {
    kind: 'token',
    title: 'Claude Code’s refresh lock is stuck',
    sentence: 'A Claude Code ended in the middle of a renewal; the others wait for it and cannot renew the token.',
    blocksEverything: false,
    cures: ['quit-older-claudes', 'remove-refresh-lock'],
  },
  'old-token-in-use': {
    kind: 'token',
    title: 'A running Claude Code may hold a used-up token',
    sentence:
      'A refresh token can be used once. One that started before the login was last written may use the former one, and is logged out.',
    blocksEverything: false,
    cures: ['restart-claudes', 'token-of-its-own'],
  },
  'other-account': {
    kind: 'token',
    title: 'The stored login may be another account’s',
    sentence: 'After an account change the old login, or a program that remembers it, goes on until it is replaced.',
    blocksEverything: false,
    cures: ['restart-claudes', 'sign-in-again', 'use-other-account'],
  },
  'no-access': {
    kind: 'token',
    title: 'The account has no access to this',
    sentence: 'The service knows who you are and says no: a seat, a role, an organisation or a permission is missing.',
    blocksEverything: false,
    cures: ['use-other-account', 'ask-account-administrator'],
  },
  'login-revoked': {
    kind: 'token',
    title: 'The stored login is not accepted any more',
    sentence: 'It was revoked or replaced; only a new login helps.',
    blocksEverything: false,
    cures: ['sign-in-again'],
  },
  'login-expired': {
    kind: 'token',
    title: 'The login has ended',
    sentence: 'It was valid for a time, and that is over; only a new login helps.',
    blocksEverything: false,
    cures: ['sign-in-again'],
  },
  'signed-out': {
    kind: 'token',
    title: 'Nobody is signed in',
    sentence: 'No login is stored for this tool.',
    blocksEverything: false,
    cures: ['sign-in-again'],
  },
  'editor-storage-unusable': {
    kind: 'configuration',
    title: 'The editor’s extension storage cannot be used',
    sentence: 'The extension keeps what it knows of the login there; without it, it asks again each time.',
    blocksEverything: false,
    cures: ['restart-editor', 'sign-in-again'],
  },
  'editor-extensions-conflict': {
    kind: 'configuration',
    title: 'Two extensions get in one another’s way',
    sentence: 'Both handle the same login in the editor, and each may undo what the other did.',
    blocksEverything: false,
    cures: ['restart-editor', 'disable-extension'],
  },
  'editor-differs': {
    kind: 'session',
    title: 'The editor was started without the shell’s settings',
    sentence:
      'Started from the Dock, it has not the variables of your terminal; opened over Remote-SSH, it runs in an SSH session.',
    blocksEverything: false,
    cures: ['restart-editor', 'start-editor-from-terminal'],
  },
  'several-copies': {
    kind: 'configuration',
    title: 'Several copies of Claude Code are installed',
    sentence: 'Terminal and editor may start different versions, which do not always agree where the login is.',
    blocksEverything: false,
    cures: ['update-claude', 'remove-extra-copy'],
  },
  'claude-outdated': {
    kind: 'configuration',
    title: 'Claude Code is not the newest',
    sentence: 'Newer versions repair faults in renewing and storing the login.',
    blocksEverything: false,
    cures: ['update-claude'],
  },
  unexplained: {
    kind: 'configuration',
    title: 'Nothing found that explains it',
    sentence: 'What was looked at is in order, or could not be looked at.',
    blocksEverything: false,
    cures: ['allow-network-checks', 'paste-message', 'look-again'],
  },
} as const satisfies Readonly<Record<string, Cause>>;

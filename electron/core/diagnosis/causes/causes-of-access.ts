import type { Cause } from './cause';

/** The keychain is open, or has no part in it: somebody may not use it, cannot be asked, or could not store. */
export const accessCauses = {
  'login-not-stored': {
    kind: 'keychain',
    title: 'A login could not be stored',
    sentence:
      'The sign-in, or a renewal, worked and was not written to the keychain. Signing in again would end the same way: first the keychain, then the login.',
    mistake: 'Signing in again and again: each new login is lost in the same way.',
    blocksEverything: false,
    cures: [
      'unlock-in-ssh-login',
      'answer-keychain-dialog',
      'open-item-to-tools',
      'sign-in-on-desktop',
      'store-in-file',
    ],
  },
  'permission-does-not-last': {
    kind: 'keychain',
    title: 'Allowing does not last: the item is written anew',
    sentence:
      'At each renewal the item is written anew, and only its writer stands on the new list. “Always Allow” for another program lasts until then, and two differently signed copies take the item from each other.',
    mistake: 'Choosing “Always Allow” once more: it lasts until the next renewal.',
    blocksEverything: false,
    cures: ['read-with-one-program', 'token-of-its-own'],
  },
  'keychain-access-denied': {
    kind: 'keychain',
    title: 'This program may not use the item',
    sentence:
      'The keychain can be open and the login there, and the program is not on the item’s access or partition list: macOS would have to ask somebody, or somebody chose Deny. The login itself is good.',
    mistake: 'Signing in again: the item would be stored with the same list.',
    blocksEverything: false,
    cures: ['answer-keychain-dialog', 'open-item-to-tools', 'unlock-in-ssh-login', 'token-of-its-own'],
  },
  'keychain-out-of-sandbox': {
    kind: 'session',
    title: 'The program’s sandbox keeps it from the keychain',
    sentence:
      'Programs in such a sandbox cannot ask for any item, locked or not; another login of theirs does not help.',
    blocksEverything: false,
    cures: ['run-outside-sandbox', 'token-of-its-own'],
  },
  'signing-key-guarded': {
    kind: 'keychain',
    title: 'codesign may not use the key without a dialog',
    sentence:
      'The signing key is there; it has not been opened to Apple’s signing tools, and over SSH nobody can be asked.',
    blocksEverything: false,
    cures: ['answer-keychain-dialog', 'allow-signing-tools'],
  },
  'certificate-missing': {
    kind: 'keychain',
    title: 'No signing certificate with its key is found',
    sentence: 'Neither certificate nor key lies in the keychains that are searched from there.',
    blocksEverything: false,
    cures: ['list-identities', 'import-certificate'],
  },
  'certificate-chain-missing': {
    kind: 'keychain',
    title: 'A certificate between yours and Apple’s root is missing',
    sentence:
      'codesign cannot build the chain: Apple’s intermediate certificate is not in a keychain that is searched.',
    blocksEverything: false,
    cures: ['list-identities', 'install-intermediate'],
  },
  'certificate-not-imported': {
    kind: 'keychain',
    title: 'A certificate could not be put into the keychain',
    sentence: 'To import a key the keychain has to be open and its password known to whoever sets the key’s list.',
    blocksEverything: false,
    cures: ['unlock-in-ssh-login', 'keychain-for-builds'],
  },
  'xcode-account-out-of-reach': {
    kind: 'session',
    title: 'An Xcode account cannot be used from there',
    sentence:
      'The account’s session belongs to Xcode on the desktop. Builds over SSH and in jobs sign in with a key of App Store Connect.',
    blocksEverything: false,
    cures: ['app-store-connect-key', 'build-on-desktop'],
  },
  'ssh-key-not-usable': {
    kind: 'session',
    title: 'The SSH key cannot be used there',
    sentence:
      'Its passphrase would have to be asked for, or it is in no agent of that session. The keychain’s lock hides passphrases too.',
    blocksEverything: false,
    cures: ['add-key-to-agent', 'forward-agent'],
  },
  'agent-refused': {
    kind: 'session',
    title: 'The SSH agent does not sign',
    sentence:
      'Secretive, 1Password and keys that ask each time need the desktop: while its screen or the app is locked, they refuse.',
    blocksEverything: false,
    cures: ['open-desktop-app', 'add-key-to-agent', 'forward-agent'],
  },
  'gpg-cannot-ask': {
    kind: 'session',
    title: 'gpg has no way to ask for the passphrase',
    sentence: 'It does not know the terminal, or its dialog would open at the desktop.',
    blocksEverything: false,
    cures: ['name-gpg-terminal', 'use-terminal-pinentry'],
  },
} as const satisfies Readonly<Record<string, Cause>>;

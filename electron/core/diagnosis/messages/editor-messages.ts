import { hiddenOrGone, lockedKeychain } from './cause-lists';
import type { Message } from './message';

/** Editors and other apps: their windows and their command lines. */
export const editorMessages: readonly Message[] = [
  {
    id: 'vscode-keyring',
    tools: ['vscode'],
    texts: [
      'Error reading token from keyring, getting a new one',
      'Writing login information to the keychain failed',
      'An OS keyring couldn’t be identified',
    ],
    meaning: 'The editor could not read or write its login in the keychain.',
    causes: lockedKeychain,
    howToTell: 'If it works in a Terminal of the desktop, the keychain is locked here.',
  },
  {
    id: 'vscode-sign-in',
    tools: ['vscode', 'cursor'],
    texts: [
      'The extension * wants to sign in using',
      'Sign in to use * extension',
      'signed out of Settings Sync',
      'Turn on Settings Sync to',
    ],
    meaning: 'The extension has no login in the editor.',
    severity: 'warning',
    causes: ['signed-out', 'editor-storage-unusable', 'editor-differs'],
    howToTell: 'The terminal’s login is another one.',
  },
  {
    id: 'cursor-locked',
    tools: ['cursor'],
    level: 'exact',
    texts: ['Your macOS login keychain is locked'],
    meaning: 'Cursor’s command line looks first: over SSH it goes no further while the keychain is locked.',
    causes: lockedKeychain,
    howToTell: 'The row of that session shows what it sees.',
  },
  {
    id: 'app-storage',
    tools: ['electron-apps'],
    level: 'exact',
    texts: ['while decrypting the ciphertext provided to', 'Decryption is not available'],
    meaning: 'The app keeps its logins encrypted, and its key, which is in the keychain, was not to be had.',
    causes: lockedKeychain,
    howToTell: 'If it works when the app is started at the desktop, the keychain was locked.',
  },
  {
    id: 'cursor-login',
    tools: ['cursor'],
    texts: [
      'Authentication required. Please run agent login',
      'Please run cursor-agent login',
      'couldn’t save your login to the macOS keychain',
    ],
    meaning: 'Cursor’s command line found no login, or could not store it.',
    causes: hiddenOrGone,
    howToTell: 'If it works in a Terminal of the desktop, the keychain is locked here.',
  },
  {
    id: 'slack-login',
    tools: ['slack'],
    texts: ['not_authed', 'You are either not logged in or your login session has expired', 'invalid_auth'],
    meaning: 'Slack did not take the login on file.',
    causes: ['login-expired', 'signed-out', 'login-revoked'],
    howToTell: 'Slack’s login is a file, so the keychain has no part in it.',
  },
];

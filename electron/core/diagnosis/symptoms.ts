import type { CauseId } from './causes/causes';

/** What somebody can tell without a message. */
export interface Symptom {
  /** In the words of the person who meets it. */
  readonly title: string;
  /** What it usually is, the likeliest first: told when no fact decides. */
  readonly suspects: readonly [CauseId, ...CauseId[]];
}

export type SymptomId =
  | 'random-logout'
  | 'login-loop'
  | 'terminal-not-editor'
  | 'browser-opens-cli-times-out'
  | 'sso-completes-login-fails'
  | 'hotspot-not-office'
  | 'after-account-change'
  | 'names-hang'
  | 'not-over-ssh'
  | 'one-tmux-server-not-the-other'
  | 'keychain-asks-again';

export const symptoms: Readonly<Record<SymptomId, Symptom>> = {
  'random-logout': {
    title: 'Logged out at random during an active session',
    suspects: ['old-token-in-use', 'refresh-lock-stuck', 'keychain-locks-itself', 'login-revoked'],
  },
  'login-loop': {
    title: 'It asks to log in again and again',
    suspects: [
      'variable-overrules',
      'no-default-keychain',
      'login-not-stored',
      'keychain-access-denied',
      'ssh-login-locked',
    ],
  },
  'terminal-not-editor': {
    title: 'Works in the terminal but not in the editor',
    suspects: [
      'editor-differs',
      'editor-extensions-conflict',
      'editor-storage-unusable',
      'several-copies',
      'background-server-locked',
    ],
  },
  'browser-opens-cli-times-out': {
    title: 'The browser opens, but the command line says that it timed out',
    suspects: ['browser-answer-lost', 'vpn-in-the-way', 'proxy-not-reachable'],
  },
  'sso-completes-login-fails': {
    title: 'Single sign-on completes, but the login fails',
    suspects: ['no-access', 'browser-answer-lost', 'other-account'],
  },
  'hotspot-not-office': {
    title: 'Works on a hotspot, not in the office',
    suspects: ['connection-intercepted', 'private-answer', 'proxy-password-needed', 'connection-swallowed'],
  },
  'after-account-change': {
    title: 'Fails after an account change',
    suspects: ['other-account', 'variable-overrules', 'old-token-in-use', 'keychain-password-differs'],
  },
  'names-hang': {
    title: 'Name resolution hangs',
    suspects: ['names-hang', 'vpn-in-the-way'],
  },
  'not-over-ssh': {
    title: 'Works locally, not over SSH',
    suspects: [
      'ssh-login-locked',
      'next-login-locked',
      'tmux-server-locked',
      'background-server-locked',
      'desktop-app-needed',
    ],
  },
  'one-tmux-server-not-the-other': {
    title: 'Works in one tmux server, not in the other',
    suspects: ['tmux-server-locked'],
  },
  'keychain-asks-again': {
    title: 'macOS asks for the keychain password again and again',
    suspects: ['permission-does-not-last', 'keychain-password-differs', 'keychain-access-denied'],
  },
};

export const symptomIds = Object.keys(symptoms) as readonly SymptomId[];

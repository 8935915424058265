import { hiddenOrGone, lockedKeychain } from './cause-lists';
import type { Message } from './message';

/** Codex, Gemini CLI, Copilot, and the words that assistants share. */
export const assistantMessages: readonly Message[] = [
  {
    id: 'codex-keyring',
    tools: ['codex'],
    texts: ['failed to load CLI auth from keyring', 'failed to read OAuth tokens from keyring'],
    meaning: 'Codex keeps its login in the keychain and cannot read it.',
    causes: lockedKeychain,
    howToTell: 'If it works in a Terminal of the desktop, the keychain is locked here.',
  },
  {
    id: 'not-logged-in',
    tools: ['codex', 'claude-code', 'copilot', 'cursor'],
    level: 'general',
    texts: ['Not logged in', 'You are not logged in'],
    meaning: 'The tool found no login. With the keychain locked it says the same.',
    causes: hiddenOrGone,
    howToTell: 'If it works in a Terminal of the desktop, the keychain is locked here.',
  },
  {
    id: 'codex-refresh',
    tools: ['codex'],
    texts: [
      'Your access token could not be refreshed',
      'refresh token was already used',
      'refresh token has already been used',
      'refresh_token_reused',
    ],
    meaning: 'A refresh token can be used once, and another program was first.',
    causes: ['login-revoked', 'old-token-in-use', 'login-expired'],
    howToTell: 'Two programs share one login file.',
  },
  {
    id: 'gemini-login',
    tools: ['gemini'],
    texts: ['Code Assist login required', 'Failed to login. Message', 'Please set an Auth method in your'],
    meaning: 'Gemini found no login.',
    causes: ['signed-out', 'ssh-login-locked', 'login-expired'],
    howToTell: 'Its row tells whether the login is a file or in the keychain.',
  },
  {
    id: 'copilot-none',
    tools: ['copilot'],
    texts: ['No authentication information found', 'Sign in to use GitHub Copilot', 'Sign in to use Copilot'],
    meaning: 'Copilot found no login. With the keychain locked it says the same.',
    causes: hiddenOrGone,
    howToTell: 'If it works in a Terminal of the desktop, the keychain is locked here.',
  },
];

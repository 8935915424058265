import { hiddenOrGone } from './cause-lists';
import type { Message } from './message';

const tools = ['claude-code'] as const;

/** Claude Code about which login it uses, where it signs in, and what it could not store. */
export const claudeLoginMessages: readonly Message[] = [
  {
    id: 'claude-please-login',
    tools,
    level: 'general',
    texts: ['Please run /login', 'Run /login to', 'run /login'],
    meaning:
      'Claude Code wants a login; what stands before these words says why. With the keychain locked it says the same.',
    causes: hiddenOrGone,
    howToTell: 'If it works in a Terminal of the desktop, the login is there and the keychain is locked here.',
  },
  {
    id: 'claude-auth-conflict',
    tools,
    level: 'exact',
    texts: [
      'Auth conflict: Both',
      'Auth conflict: Using',
      'Auth conflict',
      'are set. This may lead to unexpected behavior',
    ],
    meaning: 'Two keys or tokens are set at once; one of them has to go, where it is set.',
    severity: 'warning',
    causes: ['several-variables'],
    weight: 'proves',
    howToTell: 'The message names both; a variable of a shell is seen in that shell alone.',
  },
  {
    id: 'claude-key-not-enough',
    tools,
    level: 'exact',
    texts: [
      'API key authentication is not sufficient',
      'require authentication with a Claude.ai account',
      'requires a Claude.ai account',
    ],
    meaning:
      'A key from a variable, a setting or the Console is used; what was asked for needs the login of a claude.ai account.',
    causes: ['variable-overrules', 'several-variables', 'provider-in-use', 'signed-out'],
    howToTell: 'The variables check names what overrules the login; /status in Claude Code shows what it uses.',
  },
  {
    id: 'claude-account-not-found',
    tools,
    texts: ['OAuth account information not found in config'],
    meaning: 'The file that says whose login it is (~/.claude.json) has no account in it.',
    causes: ['signed-out', 'folder-not-usable', 'ssh-login-locked'],
    howToTell: 'It happens with a new configuration folder, or after that file was lost.',
  },
  {
    id: 'claude-daemon-login',
    tools,
    level: 'exact',
    texts: [
      'headless daemon cannot complete OAuth',
      'daemon cannot complete OAuth',
      'Could not switch to audit session',
    ],
    meaning: 'A daemon in the background needs a new login, and nobody can sign in there.',
    causes: ['background-server-locked', 'browser-answer-lost', 'login-expired'],
    howToTell: 'Sign in once where you can be asked, then start the daemon again from there.',
  },
  {
    id: 'claude-not-stored',
    tools,
    level: 'exact',
    texts: [
      'Failed to delete keychain entry',
      'Failed to save OAuth tokens',
      'Failed to write to keychain',
      'Failed to store credentials',
      'Failed to store OAuth',
      'Failed to save credentials',
      'Login successful * keychain',
      'add-generic-password * failed',
      'add-generic-password * exit code',
    ],
    meaning:
      'A login, new or renewed, could not be written to the keychain: signing in again would fail in the same way.',
    causes: ['login-not-stored', 'keychain-access-denied', 'ssh-login-locked', 'desktop-locked', 'no-default-keychain'],
    howToTell: 'The date of the item tells: it is older than the sign-in.',
  },
  {
    id: 'mcp-login',
    tools,
    level: 'network',
    texts: [
      'MCP server * Token expired',
      'MCP server * needs authentication',
      'MCP server * Unauthorized',
      'MCP server * 401',
      'MCP * OAuth * expired',
      'MCP server * requires authentication',
      'Token expired without refresh token',
    ],
    meaning: 'An MCP server wants a login of its own; Claude Code’s is another one.',
    severity: 'warning',
    causes: ['mcp-login-ended'],
    weight: 'proves',
    howToTell: '/mcp in Claude Code lists the servers and signs in to each.',
  },
];

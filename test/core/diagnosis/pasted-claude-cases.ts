import { measured } from '../../../electron/core/diagnosis/facts';
import { log, type PastedCase } from './pasted-case';
import { claudeCodes, daemon, desktop, failsAt, overruledBy } from './sample-diagnosis-facts';
import { expired, inLockedSsh, signedOut, stuck, vpnUp } from './sample-troubles';

/** Claude Code’s own log, with its MCP servers, its telemetry and its numbers around what counts. */
export const pastedClaudeCases: readonly PastedCase[] = [
  log(
    'Claude Code’s lock below a refused MCP server',
    'claude',
    'Not logged in · Please run /login',
    { sessions: inLockedSsh },
    ['ssh-login-locked', 'unlock-in-ssh-login'],
  ),
  log(
    'an ended login below an expired MCP token',
    'claude',
    'API Error: 401 OAuth token has expired · Please run /login',
    { credentials: expired },
    ['login-expired', 'sign-in-again'],
  ),
  log(
    'the key in a variable below all of it',
    'claude',
    'Please run /login · API Error: 401 Invalid authentication credentials',
    { overrides: overruledBy({}) },
    ['variable-overrules', 'unset-variable'],
  ),
  log(
    'a login that could not be stored, above the MCP server’s token',
    'claude',
    'Error: Error: Failed to delete keychain entry',
    {},
    ['login-not-stored', 'answer-keychain-dialog'],
  ),
  log(
    'the stuck lock among MCP servers',
    'claude',
    'Failed to refresh OAuth token: another Claude Code process is refreshing it or exited mid-refresh',
    { claudeCode: stuck },
    ['refresh-lock-stuck', 'quit-older-claudes'],
  ),
  log(
    'capacity, not the MCP server',
    'claude',
    'API Error: 529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
    {},
    ['service-overloaded', 'wait-a-few-minutes'],
  ),
  log(
    'capacity before an ended login',
    'claude',
    'API Error: 529 {"type":"error","error":{"type":"overloaded_error"}}',
    { credentials: expired },
    ['service-overloaded', 'wait-a-few-minutes', 'login-expired'],
  ),
  log(
    'capacity in other words',
    'claude',
    'Claude is at capacity due to unexpected capacity constraints, try again soon',
    { vpn: vpnUp },
    ['service-overloaded', 'wait-a-few-minutes'],
  ),
  log(
    'a used-up token of Claude Code’s, not Google’s',
    'claude',
    'OAuth token refresh failed: invalid_grant (api.anthropic.com)',
    { claudeCode: claudeCodes({ running: 2, mayHoldOldToken: 1 }) },
    ['old-token-in-use', 'restart-claudes'],
  ),
  log(
    'the variables that compete',
    'claude',
    '⚠ Auth conflict: Both a token (CLAUDE_CODE_OAUTH_TOKEN) and an API key (ANTHROPIC_API_KEY) are set.',
    {},
    ['several-variables', 'unset-variable'],
  ),
  log(
    'the variables that compete, and where',
    'claude',
    '⚠ Auth conflict: Both a token (CLAUDE_CODE_OAUTH_TOKEN) and an API key (ANTHROPIC_API_KEY) are set.',
    { overrides: overruledBy({}, { name: 'CLAUDE_CODE_OAUTH_TOKEN', kind: 'token' }) },
    ['several-variables', 'unset-variable'],
  ),
  log(
    'a key that is not enough',
    'claude',
    'Error: API key authentication is not sufficient. Please run /login to authenticate',
    {},
    ['variable-overrules', 'unset-variable'],
  ),
  log(
    'an account that is not in the file',
    'claude',
    'OAuth account information not found in config',
    { credentials: signedOut },
    ['signed-out', 'sign-in-again'],
  ),
  log(
    'a daemon that cannot ask',
    'claude',
    'headless daemon cannot complete OAuth',
    { sessions: measured([desktop('unlocked'), daemon('locked')]) },
    ['background-server-locked', 'start-from-desktop'],
  ),
  log(
    'a login page that does not answer',
    'claude',
    'OAuth error: timeout of 15000ms exceeded',
    { hosts: measured([failsAt.tcp({ kind: 'timed-out', tookMs: 5000 })]) },
    ['connection-swallowed', 'try-other-network'],
  ),
  log(
    'the dialog that comes back',
    'claude',
    'security wants to use your confidential information stored in "Claude Code-credentials-1a2b3c00" in your keychain.',
    {},
    ['permission-does-not-last', 'read-with-one-program'],
  ),
  log('the sandbox', 'claude', 'SecItemCopyMatching failed: UNIX[Operation not permitted]', {}, [
    'keychain-out-of-sandbox',
    'run-outside-sandbox',
  ]),
  log('the MCP server alone, where nothing else is wrong', 'claude', '2026-09-10T09:58:06.000Z [INFO] ready', {}, [
    'mcp-login-ended',
    'sign-in-to-mcp-server',
  ]),
];

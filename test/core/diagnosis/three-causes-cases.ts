import { measured } from '../../../electron/core/diagnosis/facts';
import { type DiagnosisCase, three } from './diagnosis-case';
import {
  claudeCodes,
  desktop,
  expiredLogin,
  facts,
  failsAt,
  login,
  overruledBy,
  saying,
  sshLogin,
  tmuxServer,
} from './sample-diagnosis-facts';
import {
  editors,
  expired,
  fullDisk,
  gitLogin,
  inLockedSsh,
  outage,
  rootsFolder,
  twoCopies,
  vpnUp,
} from './sample-troubles';

const notLoggedIn = saying('Not logged in · Please run /login');
const revoked = saying('OAuth token revoked · Please run /login');
const oldToken = claudeCodes({ running: 3, mayHoldOldToken: 1 });

/** Three causes at once: what blocks before what waits, what was asked about before what was found beside it. */
export const threeCausesCases: readonly DiagnosisCase[] = [
  three(
    'the disk, the lock, the end',
    facts({ ...notLoggedIn, disk: fullDisk, sessions: inLockedSsh, credentials: expired }),
    'disk-full',
    'free-space',
    ['ssh-login-locked', 'login-expired'],
  ),
  three(
    'the outage, the key, the end',
    facts({
      ...saying('API Error: 401 Invalid authentication credentials'),
      service: outage,
      overrides: overruledBy({}),
      credentials: expired,
    }),
    'service-outage',
    'wait-for-service',
    ['variable-overrules', 'login-expired'],
  ),
  three(
    'the network, the lock, the older Claude Codes',
    facts({
      ...revoked,
      hosts: measured([failsAt.dns({ kind: 'nxdomain', tookMs: 9 })]),
      sessions: inLockedSsh,
      claudeCode: oldToken,
    }),
    'name-not-found',
    'try-other-network',
    ['old-token-in-use', 'ssh-login-locked'],
  ),
  three(
    'the desktop, the tmux server, the end',
    facts({ sessions: measured([desktop('locked'), tmuxServer('locked')]), credentials: expired }),
    'desktop-locked',
    'unlock-desktop',
    ['tmux-server-locked', 'login-expired'],
  ),
  three(
    'the stuck lock, the older ones, the extensions',
    facts({
      symptom: 'random-logout',
      claudeCode: claudeCodes({ running: 3, mayHoldOldToken: 2, refreshLock: 'stuck' }),
      editors: editors('present'),
    }),
    'refresh-lock-stuck',
    'quit-older-claudes',
    ['old-token-in-use', 'editor-extensions-conflict'],
  ),
  three(
    'root’s folder, the key, the copies',
    facts({ symptom: 'login-loop', folders: rootsFolder, overrides: overruledBy({}), claudeCopies: twoCopies }),
    'folder-not-usable',
    'give-back-folder',
    ['variable-overrules', 'several-copies'],
  ),
  three(
    'capacity, the lock, the end',
    facts({ ...saying('API Error: Repeated 529 Overloaded errors'), sessions: inLockedSsh, credentials: expired }),
    'service-overloaded',
    'wait-a-few-minutes',
    ['ssh-login-locked', 'login-expired'],
  ),
  three(
    'two variables, the lock, the end',
    facts({
      ...saying('Auth conflict: Both a token and a key are set'),
      overrides: overruledBy({}, { name: 'ANTHROPIC_AUTH_TOKEN', kind: 'token' }),
      sessions: inLockedSsh,
      credentials: expired,
    }),
    'several-variables',
    'unset-variable',
    ['ssh-login-locked', 'login-expired'],
  ),
  three(
    'the search list, the locked login, the end',
    facts({
      ...notLoggedIn,
      searchList: measured({ hasLogin: false, missing: [] }),
      sessions: inLockedSsh,
      credentials: expired,
    }),
    'keychain-not-searched',
    'add-to-search-list',
    ['ssh-login-locked', 'login-expired'],
  ),
  three(
    'the SSH login, the editor’s server, the older Claude Codes',
    facts({
      symptom: 'not-over-ssh',
      sessions: measured([
        desktop('unlocked', false),
        sshLogin('locked', { isThisSession: true }),
        sshLogin('locked', { id: 'editor-server:9', kind: 'editor-server', title: 'the VS Code server' }),
      ]),
      claudeCode: oldToken,
    }),
    'ssh-login-locked',
    'unlock-in-ssh-login',
    ['background-server-locked', 'old-token-in-use'],
  ),
  three(
    'the name server, the VPN, the key',
    facts({
      symptom: 'names-hang',
      hosts: measured([failsAt.dns({ kind: 'hangs', tookMs: 5000 })]),
      vpn: vpnUp,
      overrides: overruledBy({}),
    }),
    'names-hang',
    'try-other-network',
    ['vpn-in-the-way', 'variable-overrules'],
  ),
  three(
    'the missing login of gh, the key, the copies',
    facts({
      tool: 'gh',
      ...saying('You are not logged into any GitHub hosts', 'gh'),
      credentials: measured([
        login({ tool: 'gh', name: 'GitHub CLI', status: 'signed-out', store: 'none' }),
        expiredLogin(),
      ]),
      overrides: overruledBy({ tool: 'gh', name: 'GH_TOKEN', kind: 'token' }),
      disk: fullDisk,
    }),
    'disk-full',
    'free-space',
    ['signed-out', 'variable-overrules'],
  ),
  three(
    'the former password, the locked desktop, the end',
    facts({
      ...saying('errSecAuthFailed (-25293)'),
      loginPassword: { kind: 'known', value: 'out-of-step', basis: 'inferred' },
      sessions: measured([desktop('locked')]),
      credentials: expired,
    }),
    'keychain-password-differs',
    'unlock-with-former-password',
    ['desktop-locked', 'login-expired'],
  ),
  three(
    'the default keychain, the lock, the end',
    facts({
      ...saying('errSecNoDefaultKeychain -25307'),
      defaultKeychain: measured('not-set'),
      sessions: inLockedSsh,
      credentials: expired,
    }),
    'no-default-keychain',
    'set-default-keychain',
    ['ssh-login-locked', 'login-expired'],
  ),
  three(
    'the certificate that is looked into, the key, the end',
    facts({
      ...saying('self-signed certificate in certificate chain'),
      hosts: measured([failsAt.tls({ kind: 'unknown-issuer', tookMs: 9 })]),
      overrides: overruledBy({}),
      credentials: expired,
    }),
    'connection-intercepted',
    'try-other-network',
    ['variable-overrules', 'login-expired'],
  ),
  three(
    'the clock, the end, the copies',
    facts({
      ...saying('jwt expired'),
      clockSkewSeconds: measured(7200),
      credentials: expired,
      claudeCopies: twoCopies,
    }),
    'clock-wrong',
    'set-clock',
    ['login-expired', 'several-copies'],
  ),
  three(
    'the limit, the lock, the older Claude Codes',
    facts({ ...saying('You’ve hit your limit · resets 3pm'), sessions: inLockedSsh, claudeCode: oldToken }),
    'usage-limit',
    'wait-for-reset',
    ['ssh-login-locked', 'old-token-in-use'],
  ),
  three(
    'a missing key of SSH, the locked login, the end',
    facts({ ...saying('git@github.com: Permission denied (publickey).'), credentials: gitLogin, disk: fullDisk }),
    'disk-full',
    'free-space',
    ['ssh-key-not-usable', 'agent-refused'],
  ),
  three(
    'the MCP server, the lock, the end',
    facts({
      ...saying('MCP server "docs": Token expired without refresh token'),
      sessions: inLockedSsh,
      credentials: expired,
    }),
    'mcp-login-ended',
    'sign-in-to-mcp-server',
    ['ssh-login-locked', 'login-expired'],
  ),
];

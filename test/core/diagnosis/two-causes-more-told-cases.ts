import { inferred, measured } from '../../../electron/core/diagnosis/facts';
import { both, type DiagnosisCase } from './diagnosis-case';
import {
  claudeCodes,
  desktop,
  expiredLogin,
  facts,
  overruledBy,
  saying,
  sshLogin,
  tmuxServer,
} from './sample-diagnosis-facts';
import { editors, fullDisk, inLockedSsh, outage, vpnUp } from './sample-troubles';

const keyInSettings = overruledBy({ where: 'set in /Users/alice/.claude/settings.json' });
const lockPath = '/Users/alice/.claude/.oauth_refresh.lock';

/** Two causes at once, and a message or symptom: pairs of an editor, several processes, a session or this Mac. */
export const twoMoreToldCases: readonly DiagnosisCase[] = [
  both(
    'the editor’s extensions before the key in the settings, which terminal and editor share',
    facts({ symptom: 'terminal-not-editor', editors: editors('present'), overrides: keyInSettings }),
    'editor-extensions-conflict',
    'restart-editor',
    'variable-overrules',
  ),
  both(
    'the key in the settings before extensions that nobody asked about',
    facts({ editors: editors('present'), overrides: keyInSettings }),
    'variable-overrules',
    'unset-variable',
    'editor-extensions-conflict',
  ),
  both(
    'the proven lock of the editor’s server before storage that may be missing for another reason',
    facts({
      symptom: 'terminal-not-editor',
      sessions: measured([
        desktop('unlocked'),
        sshLogin('locked', { id: 'editor-server:9', kind: 'editor-server', title: 'the VS Code server' }),
      ]),
      editors: editors('missing', []),
    }),
    'background-server-locked',
    'unlock-in-ssh-login',
    'editor-storage-unusable',
  ),
  both(
    'the former password after an account change before the older Claude Codes, whose new login it would keep out',
    facts({
      symptom: 'after-account-change',
      loginPassword: inferred('out-of-step'),
      claudeCode: claudeCodes({ running: 2, mayHoldOldToken: 1 }),
    }),
    'keychain-password-differs',
    'unlock-with-former-password',
    'old-token-in-use',
  ),
  both(
    'the older Claude Codes that a revoked token means before the stuck lock',
    facts({
      ...saying('OAuth token revoked · Please run /login'),
      claudeCode: claudeCodes({ running: 3, mayHoldOldToken: 2, refreshLock: 'stuck', refreshLockPath: lockPath }),
    }),
    'old-token-in-use',
    'restart-claudes',
    'refresh-lock-stuck',
  ),
  both(
    'the older Claude Codes in a random logout before the keychain’s timer',
    facts({
      symptom: 'random-logout',
      claudeCode: claudeCodes({ running: 2, mayHoldOldToken: 1 }),
      autoLock: measured({ lockOnSleep: false, idleTimeoutSeconds: 600 }),
    }),
    'old-token-in-use',
    'restart-claudes',
    'keychain-locks-itself',
  ),
  both(
    'the full disk before the lock, when the login could not be saved',
    facts({ ...saying('Couldn’t save your login'), disk: fullDisk, sessions: inLockedSsh }),
    'disk-full',
    'free-space',
    'ssh-login-locked',
  ),
  both(
    'the outage before the SSH login, though that is what was asked about',
    facts({ symptom: 'not-over-ssh', service: outage, sessions: inLockedSsh }),
    'service-outage',
    'wait-for-service',
    'ssh-login-locked',
  ),
  both(
    'the locked tmux server before the VPN, which both servers share',
    facts({
      symptom: 'one-tmux-server-not-the-other',
      sessions: measured([desktop('unlocked'), tmuxServer('locked')]),
      vpn: vpnUp,
    }),
    'tmux-server-locked',
    'open-unlock-prompt',
    'vpn-in-the-way',
  ),
  both(
    'the clock before the lost default keychain, when single sign-on completes',
    facts({
      symptom: 'sso-completes-login-fails',
      clockSkewSeconds: measured(600),
      defaultKeychain: measured('not-set'),
    }),
    'clock-wrong',
    'set-clock',
    'no-default-keychain',
  ),
  both(
    'the limit before the locked tmux server',
    facts({
      ...saying('Claude usage limit reached. Your limit will reset at 3pm'),
      sessions: measured([desktop('unlocked'), tmuxServer('locked')]),
    }),
    'usage-limit',
    'wait-for-reset',
    'tmux-server-locked',
  ),
  both(
    'gh’s key in a variable before its ended login, which the variable overrules',
    facts({
      ...saying('HTTP 401: Bad credentials', 'gh'),
      tool: 'gh',
      overrides: overruledBy({ tool: 'gh', name: 'GH_TOKEN', kind: 'token' }),
      credentials: measured([expiredLogin({ tool: 'gh', name: 'GitHub CLI' })]),
    }),
    'variable-overrules',
    'unset-variable',
    'login-expired',
  ),
];

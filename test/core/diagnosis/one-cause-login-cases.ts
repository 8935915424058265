import { measured } from '../../../electron/core/diagnosis/facts';
import { type DiagnosisCase, one } from './diagnosis-case';
import {
  claudeCodes,
  daemon,
  desktop,
  expiredLogin,
  facts,
  login,
  loginPath,
  now,
  overruledBy,
  sshLogin,
  tmuxServer,
} from './sample-diagnosis-facts';
import { inLockedSsh } from './sample-troubles';

/** A service account's, in the environment. */
const onePasswordToken = login({
  tool: 'onepassword',
  name: '1Password CLI',
  store: 'environment',
  overSsh: 'survives',
});

/** One cause at a time: the keychain, the session, the login. */
export const loginCases: readonly DiagnosisCase[] = [
  one('the locked desktop', facts({ sessions: measured([desktop('locked')]) }), 'desktop-locked', 'unlock-desktop'),
  one(
    'the SSH login that runs the command',
    facts({ sessions: measured([desktop('unlocked', false), sshLogin('locked', { isThisSession: true })]) }),
    'ssh-login-locked',
    'unlock-in-ssh-login',
  ),
  one(
    'an SSH login in which op has a token',
    facts({
      sessions: measured([desktop('unlocked', false), sshLogin('locked', { isThisSession: true })]),
      credentials: measured([login(), onePasswordToken]),
    }),
    'ssh-login-locked',
    'unlock-in-ssh-login',
  ),
  one(
    'a tmux server born over SSH',
    facts({ sessions: measured([desktop('unlocked'), tmuxServer('locked')]) }),
    'tmux-server-locked',
    'open-unlock-prompt',
  ),
  one(
    'the daemon born over SSH',
    facts({ sessions: measured([desktop('unlocked'), daemon('locked')]) }),
    'background-server-locked',
    'start-from-desktop',
  ),
  one(
    'no fault in a lock when the login lies in a file',
    facts({
      sessions: measured([desktop('unlocked'), tmuxServer('locked')]),
      credentials: measured([login({ store: 'file', overSsh: 'survives' })]),
    }),
    'unexplained',
    'paste-message',
  ),
  one(
    'a keychain that is missing',
    facts({ loginKeychainFile: measured('missing') }),
    'keychain-file-unusable',
    'token-of-its-own',
  ),
  one(
    'a search list without the login keychain',
    facts({ searchList: measured({ hasLogin: false, missing: [loginPath] }) }),
    'keychain-not-searched',
    'add-to-search-list',
  ),
  one(
    'a session of the system, which does not search the login keychain',
    facts({
      sessions: measured([
        desktop('unlocked'),
        { ...sshLogin('unknown'), id: 'own', bornIn: 'initial', isThisSession: true },
      ]),
    }),
    'session-not-searching',
    'start-from-desktop',
  ),
  one(
    'a default keychain that is gone',
    facts({ defaultKeychain: measured('missing') }),
    'no-default-keychain',
    'set-default-keychain',
  ),
  one(
    'a provider switch',
    facts({ overrides: overruledBy({ name: 'CLAUDE_CODE_USE_BEDROCK', kind: 'provider-switch' }) }),
    'provider-in-use',
    'unset-variable',
  ),
  one('a key in a variable', facts({ overrides: overruledBy({}) }), 'variable-overrules', 'unset-variable'),
  one(
    'the stuck lock with a Claude Code running',
    facts({
      claudeCode: claudeCodes({ refreshLock: 'stuck', refreshLockPath: '/Users/alice/.claude/.oauth_refresh.lock' }),
    }),
    'refresh-lock-stuck',
    'quit-older-claudes',
  ),
  one(
    'the stuck lock that nobody holds',
    facts({
      claudeCode: claudeCodes({
        running: 0,
        refreshLock: 'stuck',
        refreshLockPath: '/Users/alice/.claude/.oauth_refresh.lock',
      }),
    }),
    'refresh-lock-stuck',
    'remove-refresh-lock',
  ),
  one(
    'older Claude Codes that may hold the former token',
    facts({ claudeCode: claudeCodes({ running: 3, mayHoldOldToken: 2 }) }),
    'old-token-in-use',
    'restart-claudes',
  ),
  one('a login that has ended', facts({ credentials: measured([expiredLogin()]) }), 'login-expired', 'sign-in-again'),
  one(
    'nobody signed in',
    facts({
      tool: 'gh',
      credentials: measured([
        login({ tool: 'gh', name: 'GitHub CLI', status: 'signed-out', store: 'none', overSsh: 'unknown' }),
      ]),
    }),
    'signed-out',
    'sign-in-again',
  ),
  one(
    'no expired login in a token that renews itself',
    facts({ credentials: measured([login({ status: 'renews-itself', expiresAt: now - 60_000 })]) }),
    'unexplained',
    'paste-message',
  ),
  one(
    '1Password’s app from an SSH login',
    facts({
      tool: 'onepassword',
      sessions: inLockedSsh,
      credentials: measured([login({ tool: 'onepassword', name: '1Password CLI', store: 'desktop-app' })]),
    }),
    'desktop-app-needed',
    'open-desktop-app',
  ),
  one(
    'an editor’s server born over SSH',
    facts({
      sessions: measured([
        desktop('unlocked'),
        sshLogin('locked', { id: 'editor-server:9', kind: 'editor-server', title: 'the VS Code server' }),
      ]),
    }),
    'background-server-locked',
    'unlock-in-ssh-login',
  ),
  one(
    'no lock of a tmux server that shares the desktop’s session',
    facts({ sessions: measured([desktop('unlocked'), tmuxServer('unlocked', { bornIn: 'desktop' })]) }),
    'unexplained',
    'paste-message',
  ),
];

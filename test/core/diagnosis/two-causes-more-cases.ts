import { inferred, measured } from '../../../electron/core/diagnosis/facts';
import { both, type DiagnosisCase } from './diagnosis-case';
import {
  claudeCodes,
  daemon,
  desktop,
  expiredLogin,
  facts,
  failsAt,
  host,
  login,
  nextLogin,
  overruledBy,
  sshLogin,
  tmuxServer,
} from './sample-diagnosis-facts';
import {
  expired,
  fullDisk,
  inLockedSsh,
  lockedDesktop,
  outage,
  proxyWantsPassword,
  rootsFolder,
  stuck,
  twoCopies,
  vpnUp,
} from './sample-troubles';

const hanging = measured([failsAt.dns({ kind: 'hangs', tookMs: 3000 })]);
const bedrock = overruledBy({ name: 'CLAUDE_CODE_USE_BEDROCK', kind: 'provider-switch' });

/** Two causes of different kinds at once: this Mac, the service and the network each with a keychain, a session or a login. */
export const twoMoreCases: readonly DiagnosisCase[] = [
  both(
    'the full disk before the locked SSH login',
    facts({ disk: fullDisk, sessions: inLockedSsh }),
    'disk-full',
    'free-space',
    'ssh-login-locked',
  ),
  both(
    'the full disk before the wrong clock',
    facts({ disk: fullDisk, clockSkewSeconds: measured(7200) }),
    'disk-full',
    'free-space',
    'clock-wrong',
  ),
  both(
    'the folder of root before the locked tmux server',
    facts({ folders: rootsFolder, sessions: measured([desktop('unlocked'), tmuxServer('locked')]) }),
    'folder-not-usable',
    'give-back-folder',
    'tmux-server-locked',
  ),
  both(
    'the clock before the older Claude Codes',
    facts({ clockSkewSeconds: measured(-3600), claudeCode: claudeCodes({ running: 3, mayHoldOldToken: 2 }) }),
    'clock-wrong',
    'set-clock',
    'old-token-in-use',
  ),
  both(
    'the clock before the locked desktop',
    facts({ clockSkewSeconds: measured(90_000), sessions: lockedDesktop }),
    'clock-wrong',
    'set-clock',
    'desktop-locked',
  ),
  both(
    'the outage before the key in a variable',
    facts({ service: outage, overrides: overruledBy({}) }),
    'service-outage',
    'wait-for-service',
    'variable-overrules',
  ),
  both(
    'the outage before the stuck lock',
    facts({ service: outage, claudeCode: stuck }),
    'service-outage',
    'wait-for-service',
    'refresh-lock-stuck',
  ),
  both(
    'the locked SSH login before a trouble that is only partial',
    facts({ sessions: inLockedSsh, service: measured({ state: 'degraded', description: 'Partial outage' }) }),
    'ssh-login-locked',
    'unlock-in-ssh-login',
    'service-outage',
  ),
  both(
    'the failing service before the stuck lock',
    facts({ hosts: measured([failsAt.status(500)]), claudeCode: stuck }),
    'service-error',
    'try-again-once',
    'refresh-lock-stuck',
  ),
  both(
    'the provider in use before the outage of a service that is not used then',
    facts({ overrides: bedrock, service: outage }),
    'provider-in-use',
    'sign-in-to-provider',
    'service-outage',
  ),
  both(
    'the provider in use before the refused host that is not used then',
    facts({ overrides: bedrock, hosts: measured([failsAt.tcp({ kind: 'refused', tookMs: 3 })]) }),
    'provider-in-use',
    'sign-in-to-provider',
    'connection-refused',
  ),
  both(
    'hanging names before the locked desktop',
    facts({ hosts: hanging, sessions: lockedDesktop }),
    'names-hang',
    'try-other-network',
    'desktop-locked',
  ),
  both(
    'the name that is not found before the keychain that is not searched',
    facts({
      hosts: measured([failsAt.dns({ kind: 'nxdomain', tookMs: 9 })]),
      searchList: measured({ hasLogin: false, missing: [] }),
    }),
    'name-not-found',
    'try-other-network',
    'keychain-not-searched',
  ),
  both(
    'the inspected connection before the damaged keychain',
    facts({
      hosts: measured([failsAt.tls({ kind: 'unknown-issuer', tookMs: 40 })]),
      loginKeychainFile: measured('damaged'),
    }),
    'connection-intercepted',
    'try-other-network',
    'keychain-file-unusable',
  ),
  both(
    'the network’s own login page before the former password',
    facts({
      hosts: measured([failsAt.tls({ kind: 'wrong-name', tookMs: 40 })]),
      loginPassword: inferred('out-of-step'),
    }),
    'network-login-page',
    'sign-in-to-network',
    'keychain-password-differs',
  ),
  both(
    'the proxy that wants a password before the locked SSH login',
    facts({ proxy: proxyWantsPassword, sessions: inLockedSsh }),
    'proxy-password-needed',
    'check-proxy',
    'ssh-login-locked',
  ),
  both(
    'the absent proxy before the ended login',
    facts({
      proxy: measured({ variables: ['HTTPS_PROXY'], system: 'off', answer: 'not-reachable' }),
      credentials: expired,
    }),
    'proxy-not-reachable',
    'check-proxy',
    'login-expired',
  ),
  both(
    'the swallowed connection before the VPN that may swallow it',
    facts({ hosts: measured([failsAt.tcp({ kind: 'timed-out', tookMs: 4000 })]), vpn: vpnUp }),
    'connection-swallowed',
    'try-other-network',
    'vpn-in-the-way',
  ),
  both(
    'the VPN’s private answer before the locked tmux server',
    facts({
      hosts: measured([failsAt.dns({ kind: 'private-address', tookMs: 9 })]),
      vpn: vpnUp,
      sessions: measured([desktop('unlocked'), tmuxServer('locked')]),
    }),
    'private-answer',
    'try-other-network',
    'tmux-server-locked',
  ),
  both(
    'the locked tmux server before a private answer that works',
    facts({
      hosts: measured([host({ dns: { kind: 'private-address', tookMs: 9 } })]),
      sessions: measured([desktop('unlocked'), tmuxServer('locked')]),
    }),
    'tmux-server-locked',
    'open-unlock-prompt',
    'private-answer',
  ),
  both(
    'no network before the locked daemon',
    facts({
      hosts: measured([failsAt.tcp({ kind: 'unreachable', tookMs: 1 })]),
      sessions: measured([desktop('unlocked'), daemon('locked')]),
    }),
    'network-down',
    'try-other-network',
    'background-server-locked',
  ),
  both(
    'the cut connection before several variables',
    facts({
      hosts: measured([failsAt.body()]),
      overrides: overruledBy({}, { name: 'ANTHROPIC_AUTH_TOKEN', kind: 'token' }),
    }),
    'connection-cut',
    'try-again-once',
    'several-variables',
  ),
  both(
    'the ended login before the keychain’s timer',
    facts({ credentials: expired, autoLock: measured({ lockOnSleep: true, idleTimeoutSeconds: null }) }),
    'login-expired',
    'sign-in-again',
    'keychain-locks-itself',
  ),
  both(
    'the ended login before the next SSH login',
    facts({ credentials: expired, sessions: measured([desktop('unlocked'), nextLogin()]) }),
    'login-expired',
    'sign-in-again',
    'next-login-locked',
  ),
  both(
    'the abandoned lock, which nobody is left to give back, before the ended login',
    facts({
      claudeCode: claudeCodes({
        running: 0,
        refreshLock: 'stuck',
        refreshLockPath: '/Users/alice/.claude/.oauth_refresh.lock',
      }),
      credentials: expired,
    }),
    'refresh-lock-stuck',
    'remove-refresh-lock',
    'login-expired',
  ),
  both(
    'the missing login of the tool asked about before its copies',
    facts({
      tool: 'claude-code',
      credentials: measured([login({ status: 'signed-out', store: 'none', overSsh: 'unknown' })]),
      claudeCopies: twoCopies,
    }),
    'signed-out',
    'sign-in-again',
    'several-copies',
  ),
  both(
    'the lock of the SSH login before the app that another tool asks',
    facts({
      sessions: measured([desktop('unlocked', false), sshLogin('locked', { isThisSession: true })]),
      credentials: measured([
        login(),
        login({ tool: 'onepassword', name: '1Password CLI', store: 'desktop-app', overSsh: 'breaks' }),
      ]),
    }),
    'ssh-login-locked',
    'unlock-in-ssh-login',
    'desktop-app-needed',
  ),
  both(
    'AWS’s hanging names before its ended login, which no keychain holds',
    facts({
      tool: 'aws',
      hosts: measured([
        { ...failsAt.dns({ kind: 'hangs', tookMs: 3000 }), host: 'oidc.us-east-1.amazonaws.com', tools: ['aws'] },
      ]),
      credentials: measured([expiredLogin({ tool: 'aws', name: 'AWS CLI', store: 'file', overSsh: 'survives' })]),
      sessions: inLockedSsh,
    }),
    'names-hang',
    'try-other-network',
    'login-expired',
  ),
];

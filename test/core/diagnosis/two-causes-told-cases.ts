import { measured } from '../../../electron/core/diagnosis/facts';
import { both, type DiagnosisCase } from './diagnosis-case';
import {
  claudeCodes,
  desktop,
  expiredLogin,
  facts,
  failsAt,
  localFacts,
  overruledBy,
  saying,
  tmuxServer,
} from './sample-diagnosis-facts';
import { editors, expired, inLockedSsh, proxyWantsPassword, stuck, twoCopies } from './sample-troubles';

/** Two causes at once, and a message or symptom: what blocks everything first, then what it names. */
export const twoToldCases: readonly DiagnosisCase[] = [
  both(
    'capacity before the ended login',
    facts({ ...saying('API Error: 529 Overloaded'), credentials: expired }),
    'service-overloaded',
    'wait-a-few-minutes',
    'login-expired',
  ),
  both(
    'capacity before the locked SSH login',
    facts({ ...saying('Overloaded. Please try again in a few minutes'), sessions: inLockedSsh }),
    'service-overloaded',
    'wait-a-few-minutes',
    'ssh-login-locked',
  ),
  both(
    'the limit before the key in a variable',
    facts({ ...saying('You’ve hit your limit · resets 3pm'), overrides: overruledBy({}) }),
    'usage-limit',
    'wait-for-reset',
    'variable-overrules',
  ),
  both(
    'the lock that the message means before the ended login',
    facts({
      ...saying('Not logged in · Please run /login'),
      sessions: inLockedSsh,
      credentials: measured([
        expiredLogin(),
        expiredLogin({ tool: 'aws', name: 'AWS CLI', store: 'file', overSsh: 'survives' }),
      ]),
    }),
    'ssh-login-locked',
    'unlock-in-ssh-login',
    'login-expired',
  ),
  both(
    'the key that a 401 means before the lock it has nothing to do with',
    facts({
      ...saying('Please run /login · API Error: 401 Invalid authentication credentials'),
      overrides: overruledBy({}),
      sessions: measured([desktop('unlocked'), tmuxServer('locked')]),
    }),
    'variable-overrules',
    'unset-variable',
    'tmux-server-locked',
  ),
  both(
    'the ended login that the message names before the older Claude Codes',
    facts({
      ...saying('Login expired · Please run /login'),
      credentials: expired,
      claudeCode: claudeCodes({ running: 2, mayHoldOldToken: 1 }),
    }),
    'login-expired',
    'sign-in-again',
    'old-token-in-use',
  ),
  both(
    'gh’s lock before its token',
    facts({
      ...saying('timeout while trying to get secret from keyring'),
      sessions: inLockedSsh,
      credentials: measured([expiredLogin({ tool: 'gh', name: 'GitHub CLI' })]),
    }),
    'ssh-login-locked',
    'unlock-in-ssh-login',
    'login-expired',
  ),
  both(
    'the network before the lost browser answer',
    facts({ ...saying('OAuth callback timeout'), hosts: measured([failsAt.tcp({ kind: 'timed-out', tookMs: 4000 })]) }),
    'connection-swallowed',
    'try-other-network',
    'browser-answer-lost',
  ),
  both(
    'the extensions before the old copy',
    facts({ symptom: 'terminal-not-editor', editors: editors('present'), claudeCopies: twoCopies }),
    'editor-extensions-conflict',
    'restart-editor',
    'several-copies',
  ),
  both(
    'the editor’s storage before its extensions',
    facts({ symptom: 'terminal-not-editor', editors: editors('missing') }),
    'editor-storage-unusable',
    'restart-editor',
    'editor-extensions-conflict',
  ),
  both(
    'the stuck lock in a random logout before the keychain’s timer',
    localFacts({
      symptom: 'random-logout',
      claudeCode: stuck,
      autoLock: measured({ lockOnSleep: true, idleTimeoutSeconds: 300 }),
    }),
    'refresh-lock-stuck',
    'quit-older-claudes',
    'keychain-locks-itself',
  ),
  both(
    'the office’s proxy before its inspected connection',
    facts({
      symptom: 'hotspot-not-office',
      proxy: proxyWantsPassword,
      hosts: measured([failsAt.tls({ kind: 'unknown-issuer', tookMs: 40 })]),
    }),
    'proxy-password-needed',
    'check-proxy',
    'connection-intercepted',
  ),
  both(
    'the variable after an account change before the older Claude Codes',
    facts({
      symptom: 'after-account-change',
      overrides: overruledBy({}),
      claudeCode: claudeCodes({ running: 2, mayHoldOldToken: 1 }),
    }),
    'variable-overrules',
    'unset-variable',
    'old-token-in-use',
  ),
  both(
    'the lost default keychain in a login loop before the old version',
    facts({ symptom: 'login-loop', defaultKeychain: measured('missing'), claudeNewest: measured('2.2.0') }),
    'no-default-keychain',
    'set-default-keychain',
    'claude-outdated',
  ),
  both(
    'the failed request that the message proves before the partial trouble',
    facts({
      ...saying('Error 500 during login'),
      service: measured({ state: 'degraded', description: 'Elevated errors' }),
    }),
    'service-error',
    'try-again-once',
    'service-outage',
  ),
];

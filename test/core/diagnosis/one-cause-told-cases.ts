import { measured } from '../../../electron/core/diagnosis/facts';
import { type DiagnosisCase, one } from './diagnosis-case';
import { claudeCodes, desktop, facts, nextLogin, saying, tmuxServer } from './sample-diagnosis-facts';
import { editors, expired, twoCopies } from './sample-troubles';

/** One cause at a time: where a message or a symptom leads. */
export const toldCases: readonly DiagnosisCase[] = [
  one(
    'what the next login will see',
    facts({ sessions: measured([desktop('unlocked'), nextLogin()]), symptom: 'not-over-ssh' }),
    'next-login-locked',
    'unlock-in-ssh-login',
  ),
  one(
    'the editor’s missing storage',
    facts({ editors: editors('missing', []), symptom: 'terminal-not-editor' }),
    'editor-storage-unusable',
    'restart-editor',
  ),
  one(
    'the editor’s variables when nothing else differs',
    facts({ symptom: 'terminal-not-editor' }),
    'editor-differs',
    'restart-editor',
  ),
  one('a lost browser answer', facts({ symptom: 'browser-opens-cli-times-out' }), 'browser-answer-lost', 'paste-code'),
  one(
    'a missing seat after single sign-on',
    facts({ symptom: 'sso-completes-login-fails' }),
    'no-access',
    'use-other-account',
  ),
  one('the other account', facts({ symptom: 'after-account-change' }), 'other-account', 'restart-claudes'),
  one('a text that nobody knows', facts(saying('flux capacitor misaligned')), 'unexplained', 'look-again'),
  one(
    'the tmux server of two',
    facts({
      symptom: 'one-tmux-server-not-the-other',
      sessions: measured([
        desktop('unlocked'),
        tmuxServer('unlocked', { id: 'tmux:home', bornIn: 'desktop' }),
        tmuxServer('locked'),
      ]),
    }),
    'tmux-server-locked',
    'open-unlock-prompt',
  ),
  one(
    '1Password’s app',
    facts(
      saying(
        '[ERROR] 2026/09/10 10:00:00 error initializing client: connecting to desktop app: read: connection reset',
      ),
    ),
    'desktop-app-needed',
    'open-desktop-app',
  ),
  one(
    'codesign’s guarded key',
    facts(saying('/Users/alice/build/App.app: errSecInternalComponent', 'codesign')),
    'signing-key-guarded',
    'answer-keychain-dialog',
  ),
  one(
    'a denied item',
    facts(saying('Keychain access denied', 'gh')),
    'keychain-access-denied',
    'answer-keychain-dialog',
  ),
  one('a revoked token', facts(saying('OAuth token revoked · Please run /login')), 'login-revoked', 'sign-in-again'),
  one(
    'the keychain’s own timer behind a random logout',
    facts({ symptom: 'random-logout', autoLock: measured({ lockOnSleep: false, idleTimeoutSeconds: 300 }) }),
    'keychain-locks-itself',
    'unlock-desktop',
  ),
  one(
    'an old version that the service refuses',
    facts({
      ...saying('It looks like your version of Claude Code (2.0.1) needs an update'),
      claudeNewest: measured('2.2.0'),
    }),
    'claude-outdated',
    'update-claude',
  ),
  one(
    'two copies behind terminal and editor',
    facts({ symptom: 'terminal-not-editor', claudeCopies: twoCopies }),
    'several-copies',
    'update-claude',
  ),
  one(
    'the login that the message says has ended, though the older Claude Codes would be asked first',
    facts({
      ...saying('Login expired · Please run /login'),
      credentials: expired,
      claudeCode: claudeCodes({ running: 1, mayHoldOldToken: 1 }),
    }),
    'login-expired',
    'sign-in-again',
  ),
];

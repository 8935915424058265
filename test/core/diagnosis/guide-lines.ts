import type { CauseId } from '../../../electron/core/diagnosis/causes/causes';
import type { CureId } from '../../../electron/core/diagnosis/causes/cures';
import type { SymptomId } from '../../../electron/core/diagnosis/symptoms';

/** What people are advised to do, and the cure that it became; or why Latchkey deliberately says otherwise. */
export type GuideAdvice =
  | { readonly advice: string; readonly cure: CureId }
  | { readonly advice: string; readonly step: number }
  | { readonly advice: string; readonly otherwise: string; readonly mistakeOf?: CauseId };

export const guideMessages: readonly string[] = [
  'Session expired',
  'Authentication failed',
  'Failed Authentication',
  'Invalid credentials',
  'Login session expired',
  'Unauthorized (401)',
  'Token expired',
  'Sign in required',
  'OAuth callback timeout',
  'Keychain access denied',
  'Please run /login',
];

export const guideSymptoms: readonly SymptomId[] = [
  'random-logout',
  'login-loop',
  'terminal-not-editor',
  'browser-opens-cli-times-out',
  'sso-completes-login-fails',
  'hotspot-not-office',
  'after-account-change',
  'names-hang',
  'not-over-ssh',
  'one-tmux-server-not-the-other',
  'keychain-asks-again',
];

export const guideAdvice: readonly GuideAdvice[] = [
  { advice: 'unlock the keychain over SSH', cure: 'unlock-in-ssh-login' },
  { advice: 'use one SSH connection for all commands', cure: 'share-ssh-connection' },
  { advice: 'work in a tmux server of the desktop', cure: 'start-desktop-tmux' },
  { advice: 'make a token with claude setup-token', cure: 'token-of-its-own' },
  { advice: 'keep the login in a file', cure: 'store-in-file' },
  { advice: 'sign out and in', cure: 'sign-in-again' },
  { advice: 'unset the key in the variable', cure: 'unset-variable' },
  { advice: 'take the helper out of the settings', cure: 'remove-setting' },
  { advice: 'set the partition list', cure: 'open-item-to-tools' },
  { advice: 'let codesign use the key', cure: 'allow-signing-tools' },
  { advice: 'use a key of App Store Connect', cure: 'app-store-connect-key' },
  { advice: 'set GPG_TTY', cure: 'name-gpg-terminal' },
  { advice: 'forward the SSH agent', cure: 'forward-agent' },
  { advice: 'reinstall the editor’s extension', cure: 'install-extension-anew' },
  { advice: 'clear the extension’s storage', cure: 'clear-extension-storage' },
  { advice: 'disable one of two extensions', cure: 'disable-extension' },
  { advice: 'start the editor from the terminal', cure: 'start-editor-from-terminal' },
  { advice: 'update Claude Code', cure: 'update-claude' },
  { advice: 'paste the code by hand', cure: 'paste-code' },
  { advice: 'try a hotspot', cure: 'try-other-network' },
  { advice: 'flush the name cache', cure: 'flush-name-cache' },
  { advice: 'trust the company’s root certificate', cure: 'trust-company-root' },
  { advice: 'wait while the service is at capacity', cure: 'wait-a-few-minutes' },
  { advice: 'hand a diagnostic to support', cure: 'hand-to-support' },
  { advice: 'look at the status page', step: 1 },
  { advice: 'set the clock', step: 3 },
  { advice: 'update the editor', step: 8 },
  { advice: 'restart the editor, the terminal, the Mac', step: 9 },
  { advice: 'look at the account on the web', step: 10 },
  { advice: 'sign in with the e-mail address instead of single sign-on', step: 11 },
  { advice: 'clear ~/.claude/cache', otherwise: 'no login is kept there', mistakeOf: 'unexplained' },
  {
    advice: 'choose Always Allow',
    otherwise: 'it lasts until the next renewal',
    mistakeOf: 'permission-does-not-last',
  },
  { advice: 'run it with sudo', otherwise: 'it makes files that are not the user’s', mistakeOf: 'folder-not-usable' },
  {
    advice: 'switch certificate checks off',
    otherwise: 'whoever is on the way reads the login',
    mistakeOf: 'connection-intercepted',
  },
  {
    advice: 'copy the credentials file to another Mac',
    otherwise: 'a refresh token is used once',
    mistakeOf: 'old-token-in-use',
  },
  { advice: 'change the keychain’s password', otherwise: 'what was stored stays locked with the former one' },
  { advice: 'delete the keychain and make a new one', otherwise: 'every login in it is lost' },
  { advice: 'put the keychain’s password into a command', otherwise: 'every process list shows it' },
];

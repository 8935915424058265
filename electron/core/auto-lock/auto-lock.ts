import { quoteForShell } from '../text/quote-for-shell';
import type { AutoLockSettings } from '../words/keychain';

/** Shorter timeouts lock the keychain under the user's hands; `security` itself would take them. */
export const minimumIdleTimeoutSeconds = 60;

/** The field is a signed 32-bit number whose largest value, INT_MAX, means "never". */
export const maximumIdleTimeoutSeconds = 2_147_483_646;

export type AutoLockProblem = { readonly code: 'timeout-out-of-range'; readonly sentence: string };

/** Says why the settings cannot be written; null when they can. */
export const problemWith = (settings: AutoLockSettings): AutoLockProblem | null => {
  const timeout = settings.idleTimeoutSeconds;
  if (timeout === null) return null;
  if (Number.isInteger(timeout) && timeout >= minimumIdleTimeoutSeconds && timeout <= maximumIdleTimeoutSeconds)
    return null;
  return { code: 'timeout-out-of-range', sentence: 'Choose a timeout of at least one minute, or never.' };
};

export const sameAutoLock = (one: AutoLockSettings, other: AutoLockSettings): boolean =>
  one.lockOnSleep === other.lockOnSleep && one.idleTimeoutSeconds === other.idleTimeoutSeconds;

/**
 * What `security set-keychain-settings` takes for these settings. It writes both each time: without `-l` lock-on-sleep goes
 * off, without `-t` the timeout does, so no option at all means "never lock" (SecurityTool `keychain_set_settings.c`).
 */
export const autoLockArguments = ({ lockOnSleep, idleTimeoutSeconds }: AutoLockSettings): readonly string[] => [
  ...(lockOnSleep ? ['-l'] : []),
  ...(idleTimeoutSeconds === null ? [] : ['-u', '-t', String(idleTimeoutSeconds)]),
];

/** The command that sets a keychain's auto-lock as Latchkey does, for a terminal or a script. */
export const setAutoLockCommand = (keychainPath: string, settings: AutoLockSettings): string =>
  ['security', 'set-keychain-settings', ...autoLockArguments(settings), quoteForShell(keychainPath)].join(' ');

import { loginKeychain } from '../words/login-keychain';
import type { Snapshot } from '../words/snapshot';

/** The exit codes of the command line; 64 and 70 are those of sysexits.h. */
export const exitCode = { fine: 0, warning: 1, critical: 2, usage: 64, couldNotLook: 70 } as const;

export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/**
 * What `latchkey status` ends with. A lock state that could not be read is "could not look", and
 * what else could not be is a warning: neither is "fine".
 */
export const exitCodeFor = (snapshot: Snapshot): ExitCode => {
  const login = loginKeychain(snapshot.keychains);
  if (!login || login.lock.state === 'unknown') return exitCode.couldNotLook;
  if (snapshot.warnings.some((warning) => warning.severity === 'critical')) return exitCode.critical;
  if (snapshot.unread?.length || snapshot.warnings.some((warning) => warning.severity === 'warning'))
    return exitCode.warning;
  return exitCode.fine;
};

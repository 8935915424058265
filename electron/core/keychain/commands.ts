import { quoteForShell } from '../text/quote-for-shell';

/**
 * The command that unlocks a keychain inside an SSH login: the user types it there and the tool asks for the password
 * itself. Latchkey shows and copies it, and never types for anybody.
 *
 * @param keychainPath macOS path; quoted for zsh, bash and sh.
 */
export const unlockOverSshCommand = (keychainPath: string): string =>
  `security unlock-keychain ${quoteForShell(keychainPath)}`;

/**
 * The command for a session of the system, in which programs do not search the login keychain: it puts it on that session's
 * search list and unlocks it there. To be run inside; elsewhere it would change another list.
 */
export const searchAndUnlockCommand = (keychainPath: string): string =>
  `security list-keychains -s $(security list-keychains | xargs) ${quoteForShell(keychainPath)} && ${unlockOverSshCommand(keychainPath)}`;

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
 * The keychain's password out of 1Password, without a look at it: `security -i` reads its commands from a pipe, and nothing
 * of it is an argument of a program. `op read … | security unlock-keychain` alone would ask at the terminal where there is
 * one (getpass(3)). sed puts a backslash before what ends a quoted word there (Security-61901 `security.c`, split_line). It
 * opens the default keychain.
 */
export const unlockFromOnePassword = String.raw`op read 'op://VAULT/ITEM/password' | sed 's/[\\"]/\\&/g; s/^/unlock-keychain -p "/; s/$/"/' | security -q -i`;

/**
 * The command for a session of the system, in which programs do not search the login keychain: it puts it on that session's
 * search list and unlocks it there. To be run inside; elsewhere it would change another list.
 */
export const searchAndUnlockCommand = (keychainPath: string): string =>
  `security list-keychains -s $(security list-keychains | xargs) ${quoteForShell(keychainPath)} && ${unlockOverSshCommand(keychainPath)}`;

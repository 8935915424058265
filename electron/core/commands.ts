/**
 * The command that unlocks a keychain inside an SSH login: the user types it there and the tool asks for the password
 * itself. Latchkey shows and copies it, and never types for anybody.
 *
 * @param keychainPath macOS path; quoted for zsh, bash and sh.
 */
export const unlockOverSshCommand = (keychainPath: string): string =>
  `security unlock-keychain ${quoteForShell(keychainPath)}`;

const quoteForShell = (word: string): string =>
  /^[A-Za-z0-9_./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

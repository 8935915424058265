import { autoLockArguments } from './auto-lock';
import { desktopTmuxName } from './desktop-tmux';
import type { AutoLockSettings } from './snapshot';

/**
 * The command that unlocks a keychain inside an SSH login: the user types it there and the tool asks for the password
 * itself. Latchkey shows and copies it, and never types for anybody.
 *
 * @param keychainPath macOS path; quoted for zsh, bash and sh.
 */
export const unlockOverSshCommand = (keychainPath: string): string =>
  `security unlock-keychain ${quoteForShell(keychainPath)}`;

/** The command that sets a keychain's auto-lock as Latchkey does, for a terminal or a script. */
export const setAutoLockCommand = (keychainPath: string, settings: AutoLockSettings): string =>
  ['security', 'set-keychain-settings', ...autoLockArguments(settings), quoteForShell(keychainPath)].join(' ');

/**
 * The line that attaches to the desktop's tmux server from another computer. tmux stands there by its absolute path: a
 * command over SSH is run without the user's start-up files, so the PATH has no Homebrew, MacPorts or Nix.
 *
 * @param hostName this Mac's name in the network.
 */
export const attachOverSshCommand = (hostName: string, tmuxPath: string): string => {
  // Read by a shell here and by one over there.
  const remoteWords = [tmuxPath, '-L', desktopTmuxName, 'attach', '-t', desktopTmuxName].map(quoteForShell);
  return ['ssh', '-t', quoteForShell(hostName), ...remoteWords.map(quoteForShell)].join(' ');
};

/** Goes on with the newest conversation of a project folder, in a Claude Code that reads the stored login anew. */
export const continueClaudeCodeCommand = (folder: string): string => `cd ${quoteForShell(folder)} && claude --continue`;

/** Removes the folder that is Claude Code's refresh lock; one with anything in it stays. */
export const removeFolderCommand = (path: string): string => `rmdir ${quoteForShell(path)}`;

/** One word for zsh, bash and sh, whatever is in it. */
export const quoteForShell = (word: string): string =>
  /^[A-Za-z0-9_./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

import { quoteForShell } from '../text/quote-for-shell';
import { desktopTmuxName } from './desktop-tmux';

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

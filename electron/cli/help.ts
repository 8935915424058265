export const helpText = `Latchkey shows what remote sessions on this Mac will see of the login keychain.

Usage
  latchkey [status] [--json]      what holds now
  latchkey watch [--json]         the same, again at each change, until Ctrl-C
  latchkey unlock                 raise the system's own password dialog
  latchkey lock [--all]           lock the login keychain, or all of them
  latchkey set --timeout 15m|never --lock-on-sleep on|off
                                  change auto-lock; what is left out stays so
  latchkey test-login             log in to this Mac over SSH, once, and say
                                  what a new login sees
  latchkey check-apps             write, read and delete one keychain item, as
                                  apps do, and say what they would meet
  latchkey shell [install|uninstall] [zsh|bash|sh|fish]
                                  show the lines of the shell helper, put them
                                  into its start-up file, take them out again
  latchkey tmux [--at-login on|off] [--print-plist]
                                  start a tmux server of the desktop, and print
                                  the line that attaches to it over SSH
  latchkey --help, --version

Options
  --keychain PATH   another keychain than the login keychain (unlock, lock, set)
  --at-login        have a LaunchAgent start that tmux server at login (tmux)
  --print-plist     print that LaunchAgent and do nothing (tmux)
  --json            one JSON document (status), or one a line (watch)

Inside an SSH login all of this speaks of that login's own security session.

Exit codes
  0   all fine, or done       1   a warning, or it was refused or cancelled
  2   a critical warning      64  the command line was not understood
  70  could not look, or the action failed

check-apps ends with 0 when apps can use the keychain, with 1 when they would be
refused or kept waiting, with 70 when the check was not possible.
`;

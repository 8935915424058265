export const helpText = `Latchkey shows what remote sessions on this Mac will see of the login keychain.

Usage
  latchkey [status] [--json]      what holds now
  latchkey watch [--json]         the same, again at each change, until Ctrl-C
  latchkey unlock                 raise the system's own password dialog
  latchkey lock [--all]           lock the login keychain, or all of them
  latchkey set --timeout 15m|never --lock-on-sleep on|off
                                  change auto-lock; what is left out stays as it is
  latchkey --help, --version

Options
  --keychain PATH   another keychain than the login keychain (unlock, lock, set)
  --json            one JSON document (status), or one a line (watch)

Inside an SSH login all of this speaks of that login's own security session.

Exit codes
  0   all fine, or done       1   a warning, or the action was refused or cancelled
  2   a critical warning      64  the command line was not understood
  70  could not look, or the action failed
`;

import { symptomIds } from '../core/diagnosis/symptoms';

export const helpText = `Latchkey shows what remote sessions on this Mac will see of the login keychain.

Usage
  latchkey [status] [--json]      what holds now
  latchkey watch [--json]         the same, again at each change, until Ctrl-C
  latchkey unlock                 raise the system's own password dialog
  latchkey lock [--all]           lock the login keychain, or all of them
  latchkey set --timeout 15m|never --lock-on-sleep on|off
                                  change auto-lock; what is left out stays so
  latchkey hold 4h|--until 18:30|--until tonight|--until back
                [--keep-awake] [--relock] [--keychain PATH]
                                  keep it unlocked until then, then put the
                                  settings back; the app keeps it where it runs,
                                  else this process, until then or Ctrl-C
  latchkey hold [--json]          whether a hold is on, and what it puts back
  latchkey hold --end [--relock]  end it, and return when the settings are back
  latchkey hold --put-back|--leave
                                  the answer where somebody else has changed the
                                  settings meanwhile
  latchkey history [--days N] [--json] [--erase]
                                  what the app has recorded on the last N days
                                  (7): locks and unlocks and why, sleep, remote
                                  sessions, settings; or erase all of it
  latchkey doctor [TOOL] [--symptom ID] [--message TEXT|-] [--network] [--json]
                                  why a tool says that it is logged out, and
                                  what to do about it
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
  --keychain PATH   another keychain than the login keychain (unlock, lock,
                    set, hold)
  --away 30m        how long the screen must have been locked for --until back
                    to end the hold (10m)
  --keep-awake      keep the Mac from falling asleep by itself while on power;
                    a closed lid still sleeps it (hold, by the app only)
  --relock          lock at the end also where it was unlocked before (hold)
  --at-login        have a LaunchAgent start that tmux server at login (tmux)
  --print-plist     print that LaunchAgent and do nothing (tmux)
  --json            one JSON document (status, history, hold, doctor), or one a
                    line (watch)
  --message TEXT    what the tool printed; - reads it from standard input. It is
                    not kept (doctor)
  --symptom ID      what you see where there is no message (doctor):
${symptomIds.map((id) => `                      ${id}`).join('\n')}
  --network         allow the checks that talk to the network; which hosts they
                    contact is said first (doctor)

Inside an SSH login all of this speaks of that login's own security session.

Exit codes (of hold: 1 also where something waits to be put back)
  0   all fine, or done       1   a warning, or it was refused or cancelled
  2   a critical warning      64  the command line was not understood
  70  could not look, or the action failed
  doctor: 0 nothing found, 1 a cause found, 64 and 70 as above (70 also when it
  was cancelled)

check-apps ends with 0 when apps can use the keychain, with 1 when they would be
refused or kept waiting, with 70 when the check was not possible.
`;

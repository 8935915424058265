import { failure, type Outcome, success } from '../../core/outcome';
import { answerOf } from '../children/bounded-tools';
import { runTool } from '../children/child-process';
import { shellFolder } from '../files/support-folder';
import { securityToolOnDisk } from '../keychain/security-tool';
import type { MacHost } from '../mac/host';
import { onDisk } from '../mac/host';
import { saysNoServer } from './tmux-answers';
import { judgeTmuxSocket } from './tmux-places';
import { findTmux } from './tmux-sockets';

export type UnlockPromptProblem = 'server-gone' | 'not-trusted' | 'no-tmux' | 'window-not-opened';

const timeLimitMs = 5_000;
const gone = 'That tmux server is gone, and its session with it.';

/**
 * What the window runs: $1 the tool, $2 the keychain, $3 the shell helper's reporter. The tool asks for the password and
 * reads it; nobody else sees it. What it comes to is reported where the helper is installed, so that it is shown measured.
 */
const windowScript = [
  `printf '%s\\n' 'Latchkey opened this window to unlock the keychain for this tmux server.' "$2"`,
  'if "$1" unlock-keychain "$2"',
  `then printf '\\n%s\\n' 'Unlocked in every pane of this server, as long as the server lives.'`,
  `else printf '\\n%s\\n' "Not unlocked (code $?). Ask for the window again to try once more."`,
  'fi',
  `if [ -f "$3" ]; then /bin/sh "$3" report $$ '' 0 3<&0; fi`,
  `printf '%s' 'Press Return to close this window.'`,
  'read -r line',
].join('\n');

/**
 * Opens a window in one tmux server and in no other; what runs in it is in that server's security session. It types
 * nothing.
 *
 * @param socket macOS path of the server's socket.
 */
export const openUnlockPrompt = async (
  host: MacHost,
  socket: string,
  keychainPath: string,
): Promise<Outcome<void, UnlockPromptProblem>> => {
  const place = await judgeTmuxSocket(host, socket);
  if (place.kind === 'missing' || (place.kind === 'refused' && place.isLink)) return failure('server-gone', gone);
  if (place.kind === 'refused')
    return failure('not-trusted', `No window was opened, because others can get at its socket. ${place.reason}`);
  const tmux = await findTmux(host);
  if (!tmux.ok) return failure('no-tmux', tmux.reason);
  // Several words are a program and its arguments, which no shell reads (tmux spawn.c).
  const reporter = onDisk(host, `${shellFolder(host)}/latchkey-report.sh`);
  const program = ['/bin/sh', '-c', windowScript, 'unlock', securityToolOnDisk(host), keychainPath, reporter];
  const args = ['-S', socket, 'new-window', '-n', 'unlock', ...program.map(tmuxWord)];
  const answer = answerOf('tmux', await runTool(host, { tool: tmux.value, args, timeLimitMs }));
  if (!answer.ok) return failure('window-not-opened', `No window was opened. ${answer.reason}`);
  if (answer.code === 0) return success(undefined);
  if (saysNoServer(answer.stderr)) return failure('server-gone', gone);
  const said = answer.stderr
    .trim()
    .replace(/\p{Cc}/gu, ' ')
    .slice(0, 200);
  return failure('window-not-opened', `No window was opened. tmux said: ${said || `code ${answer.code}`}`);
};

/** A word that ends in a semicolon would end the command (tmux cmd_parse_from_arguments). */
const tmuxWord = (word: string): string => word.replace(/;$/, '\\;');

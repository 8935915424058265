import { constants } from 'node:os';
import { toolCalled } from '../core/credentials/tool-called';
import { unlockOverSshCommand } from '../core/keychain/commands';
import { failure, type Outcome, success } from '../core/outcome';
import { toolsAtRisk } from '../core/verdict/tools-at-risk';
import type { Keychain } from '../core/words/keychain';
import type { MacMonitor } from '../monitor/mac-monitor';
import { unlockWithDialog } from './text/ask-dialog';
import { exitOf } from './text/outcome-exit';
import type { Terminal } from './text/terminal';

/** As a shell tells of a program that is not there, or cannot be run. */
const notThere = 127;
const notRunnable = 126;

/**
 * `latchkey run -- COMMAND`: unlocks what that command's tool keeps its login in, where that is locked in this session, and
 * becomes the command as far as anybody can tell: its streams, its signals, its exit code.
 *
 * @returns the command's exit code, of a signal 128 and its number.
 */
export const runRun = async (mac: MacMonitor, words: readonly string[], terminal: Terminal): Promise<number> => {
  const unlocked = await unlockFor(mac, words[0] ?? '', terminal);
  if (!unlocked.ok) {
    terminal.tell(`The command was not run. ${unlocked.reason}`);
    return exitOf(unlocked);
  }
  await mac.monitor.stop();
  const end = await mac.runInTerminal(words);
  switch (end.kind) {
    case 'exited':
      return end.code;
    case 'signalled':
      return 128 + constants.signals[end.signal];
    case 'could-not-start':
      terminal.tell(`latchkey: “${words[0]}” could not be run (${end.errorCode}).`);
      return end.errorCode === 'ENOENT' ? notThere : notRunnable;
  }
};

/** Asks once for each keychain; where the command is none of a tool that Latchkey knows, it asks for nothing. */
const unlockFor = async (mac: MacMonitor, program: string, terminal: Terminal): Promise<Outcome<void>> => {
  const { monitor } = mac;
  const tool = toolCalled(monitor.state().diagnosisChoices.tools, program.split('/').at(-1) ?? '');
  if (tool === undefined) return success(undefined);
  const { snapshot } = await monitor.lookOnce();
  if (!snapshot) return success(undefined);
  const { keychains, credentials } = snapshot;
  const needed = toolsAtRisk(credentials, keychains).flatMap(({ tool: id, need }) =>
    id === tool.id && need.kind === 'keychain' ? [need.path] : [],
  );
  for (const keychain of keychains) {
    if (keychain.lock.state !== 'locked' || !needed.includes(keychain.path)) continue;
    const unlocked = await unlockIn(mac, keychain, terminal);
    if (!unlocked.ok) return unlocked;
  }
  return success(undefined);
};

/** On the desktop the system's dialog; in an SSH login, which can raise none, `security` asks at the terminal. */
const unlockIn = async (mac: MacMonitor, { lock, path }: Keychain, terminal: Terminal): Promise<Outcome<void>> => {
  if (lock.session === 'desktop') return unlockWithDialog(mac.monitor.actions, path, terminal);
  if (mac.hasTerminal()) return mac.unlockInTerminal(path);
  return failure(
    'locked',
    `The keychain is locked in this SSH login, and there is no terminal to ask at. In one, this asks for the password itself:\n${unlockOverSshCommand(path)}`,
  );
};

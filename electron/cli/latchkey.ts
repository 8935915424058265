import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { type ExitCode, exitCode } from '../core/exit-code';
import { createMacMonitor } from '../monitor/mac-monitor';
import { runAction } from './act';
import { parseCommand } from './arguments';
import { runCheckApps } from './check-apps';
import { runDoctor } from './doctor';
import { helpText } from './help';
import { runHistory } from './history';
import { runHold } from './hold';
import { runTestLogin, runTmux } from './remote-help';
import { runShell } from './shell';
import { runStatus, runWatch } from './status';
import { processTerminal, type Terminal } from './terminal';

/** From `dist/cli` in a checkout and from `app.asar.unpacked/dist/cli` in the packaged app. */
const shellHelperFolder =
  [join(__dirname, '../../assets/shell'), join(__dirname, '../../../shell')].find(existsSync) ?? '';

/** The command line: the same monitor without a window. Runs in plain Node. */
const run = async (words: readonly string[], terminal: Terminal): Promise<ExitCode> => {
  const command = parseCommand(words);
  if (!command.ok) {
    terminal.tell(`latchkey: ${command.reason} See latchkey --help.`);
    return exitCode.usage;
  }
  if (command.value.name === 'help' || command.value.name === 'version') {
    terminal.print(command.value.name === 'help' ? helpText.trimEnd() : version);
    return exitCode.fine;
  }
  const mac = createMacMonitor(process.env, { allowSimulation: true, shellHelperFolder });
  if (!mac.ok) {
    terminal.tell(`latchkey: ${mac.reason}`);
    return exitCode.couldNotLook;
  }
  switch (command.value.name) {
    case 'status':
      return await runStatus(mac.value, command.value.json, terminal);
    case 'watch':
      return await runWatch(mac.value, command.value.json, terminal);
    case 'history':
      return await runHistory(mac.value, command.value, terminal);
    case 'hold':
      return await runHold(mac.value, command.value, terminal);
    case 'doctor':
      return await runDoctor(mac.value, command.value, terminal);
    case 'test-login':
      return await runTestLogin(mac.value, terminal);
    case 'check-apps':
      return await runCheckApps(mac.value, terminal);
    case 'shell':
      return await runShell(mac.value, command.value, terminal);
    case 'tmux':
      return await runTmux(mac.value, command.value, terminal);
    default:
      return await runAction(mac.value, command.value, terminal);
  }
};

// A reader that has enough (`latchkey status | head -1`) is no error.
process.stdout.on('error', () => process.exit(exitCode.fine));
// A terminal that was closed: what is under way, a hold's end for one, is brought to its end without words.
process.stderr.on('error', () => undefined);
run(process.argv.slice(2), processTerminal()).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    process.stderr.write(`latchkey: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = exitCode.couldNotLook;
  },
);

import { version } from '../../package.json';
import { exitCode } from '../core/state/exit-code';
import { messageOfError } from '../core/text/name-of-error';
import { parseCommand } from './arguments';
import { processTerminal, type Terminal } from './text/terminal';

/** The command line: the same monitor without a window. Runs in plain Node, which loads what the command needs. */
const run = async (words: readonly string[], terminal: Terminal): Promise<number> => {
  const command = parseCommand(words);
  if (!command.ok) {
    const { typed } = await import('./run-command');
    terminal.tell(`latchkey: ${command.reason} See ${typed()} --help.`);
    return exitCode.usage;
  }
  if (command.value.name === 'version') {
    terminal.print(version);
    return exitCode.fine;
  }
  if (command.value.name === 'help') {
    const { about } = command.value;
    const one = about === undefined ? null : (await import('./verbs/verb-help')).verbHelp(about);
    terminal.print(one ?? (await import('./help')).helpText.trimEnd());
    return exitCode.fine;
  }
  if (command.value.name === 'completions') {
    terminal.print((await import('./verbs/completions')).completionsOf(command.value.shell).trimEnd());
    return exitCode.fine;
  }
  return (await import('./run-command')).runCommand(command.value, terminal);
};

// A reader that has enough (`latchkey status | head -1`) is no error.
process.stdout.on('error', () => process.exit(exitCode.fine));
// A terminal that was closed: what is under way, a hold's end for one, is brought to its end without words.
process.stderr.on('error', () => undefined);
const terminal = processTerminal();
run(process.argv.slice(2), terminal).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    terminal.tell(`latchkey: ${messageOfError(error)}`);
    process.exitCode = exitCode.couldNotLook;
  },
);

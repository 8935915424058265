import { complain, print, type Tool, type ToolCall } from '../tool-call';
import { commands } from './security/commands';
import { splitLine } from './security/split-line';
import { readCommandLine } from './security/standard-input';

const showUsage = (): number => {
  print('Usage: security [-h] [-i] [-l] [-p prompt] [-q] [-v] [command] [opt ...]\n');
  print('    -i    Run in interactive mode.\n    -q    Be less verbose.\nsecurity commands are:\n');
  return help([]) + 2;
};

const help = (names: readonly string[]): number => {
  if (names.length === 0) for (const command of commands) print(`    ${command.name.padEnd(36)} ${command.help}\n`);
  for (const name of names) {
    const command = commands.find((candidate) => candidate.name.startsWith(name));
    if (!command) {
      complain(`security: help: no such command: ${name}\n`);
      return 1;
    }
    print(`Usage: ${command.name} ${command.usage}\n`);
  }
  return 0;
};

/** The beginning of a command's name is enough. */
const execute = async (call: ToolCall, words: readonly string[]): Promise<number> => {
  const [name, ...args] = words;
  if (name === undefined) return 0;
  if ('help'.startsWith(name)) return help(args);
  const command = commands.find((candidate) => candidate.name.startsWith(name));
  if (!command) {
    complain(`security: unknown command "${name}"\n`);
    return 1;
  }
  const status = await command.run({ ...call, args: [command.name, ...args] }, args);
  if (status === 2) complain(`Usage: ${command.name} ${command.usage}\n        ${command.help}\n`);
  return status;
};

/** Reads commands until the input ends; the exit code is the last one's. */
const runInteractively = async (call: ToolCall, isQuiet: boolean): Promise<number> => {
  let status = 0;
  for (;;) {
    if (call.console.isInputTerminal) complain('security> ');
    const input = await readCommandLine(call);
    if (input === null) return status;
    const words = splitLine(input);
    status = await execute(call, words);
    if (status !== 0 && !isQuiet) complain(`${words[0]}: returned ${status}\n`);
  }
};

/** `/usr/bin/security`: the keychain commands, with the codes, streams and texts of Apple's SecurityTool. */
export const security: Tool = (call) => {
  let isInteractive = false;
  let isQuiet = false;
  let index = 0;
  for (; call.args[index]?.startsWith('-'); index += 1) {
    for (const letter of call.args[index]?.slice(1) ?? '') {
      if (letter === 'h') return help(call.args.slice(index + 1));
      if (letter === 'i') isInteractive = true;
      else if (letter === 'q') isQuiet = true;
      else if (letter !== 'l' && letter !== 'v') {
        complain(`security: illegal option -- ${letter}\n`);
        return showUsage();
      }
    }
  }
  const words = call.args.slice(index);
  if (words.length > 0) return execute(call, words);
  return isInteractive ? runInteractively(call, isQuiet) : showUsage();
};

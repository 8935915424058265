import { verbs } from './verbs/verb-table';

const column = 28;
const widest = 80;

/** Words in lines that begin at the column, none of which is wider than a terminal. */
const wrapped = (text: string): string => {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    const longer = line === '' ? word : `${line} ${word}`;
    if (column + longer.length > widest) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join(`\n${' '.repeat(column)}`);
};

const commandLines = Object.entries(verbs).map(([name, { words = '', about }]) => {
  const usage = `  latchkey ${name} ${words}`.trimEnd();
  return usage.length < column - 1
    ? `${usage.padEnd(column)}${wrapped(about)}`
    : `${usage}\n${' '.repeat(column)}${wrapped(about)}`;
});

/** All commands in short; each tells its switches and examples by itself. */
export const helpText = `Latchkey shows what remote sessions on this Mac will see of the login keychain.

Usage
${commandLines.join('\n')}
  latchkey --help, --version

latchkey help COMMAND tells the switches of one, with examples and exit codes.
Without a command it is status. --keychain NAME|PATH means another keychain than
the login keychain, and --json prints one JSON document, or one a line (watch).

Inside an SSH login all of this speaks of the security session of that login.

Exit codes
  0   all fine, or done       1   a warning, or it was refused or cancelled
  2   a critical warning      64  the command line was not understood
  70  could not look, or the action failed
`;

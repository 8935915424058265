/** What a process runs, told by its command as `ps` prints it. */
export interface Invocation {
  /** The executable, or the script that an interpreter runs: a path or a bare name. */
  readonly program: string;
  /** The arguments, as one text that begins with a space or is empty. */
  readonly rest: string;
}

/** Nobody's program is told by what comes later, and a command can be as long as somebody likes. */
const longestRead = 4_096;

/**
 * `ps` joins the arguments with spaces, so that a space in a path looks like the end of it. Where macOS itself has one it
 * is known: in `Application Support`, in the name of a bundle, and in that of the program which is called like its bundle.
 */
const bundleProgram = /^\/(?:[^/]{0,200}[^/\s]\/){0,40}([^/]{1,100})\.app\/Contents\/MacOS\/\1(?=\s|$)/;
const pathWord = /^(?:\S|(?<=\/Library\/Application) (?=Support\/)| (?=[^/\s][^/]{0,60}\.app\/))+/;
const plainWord = /^\S+/;

const interpreter = /(?:^|\/)(?:node|nodejs|bun|deno|sh|bash|zsh|dash|Electron|[^/]{1,60} Helper(?: \(Plugin\))?)$/;
const shell = /(?:^|\/)-?(?:sh|bash|zsh|dash)$/;
/** Switches of an interpreter before the name of its script. */
const switches = /^(?: +(?:(?:-r|--require|--import|--loader|--experimental-loader) +\S+|run(?= )|-\S+))*/;

const firstWord = (text: string): string => {
  if (!text.startsWith('/')) return plainWord.exec(text)?.[0] ?? '';
  return bundleProgram.exec(text)?.[0] ?? pathWord.exec(text)?.[0] ?? '';
};

/** Looks through an interpreter: of `node /x/cli.js -p` the program is `/x/cli.js`. */
export const invocationOf = (command: string): Invocation => {
  const text = command.slice(0, longestRead);
  const executable = firstWord(text);
  const rest = text.slice(executable.length);
  if (!interpreter.test(executable)) return { program: executable, rest };
  const passed = switches.exec(rest)?.[0] ?? '';
  const script = firstWord(rest.slice(passed.length).trimStart());
  // `sh -c …` runs a line, no script.
  const runsLine = shell.test(executable) && / -[a-z]*c(?: |$)/.test(`${passed} `);
  if (script === '' || runsLine) return { program: executable, rest };
  return { program: script, rest: rest.slice(rest.indexOf(script, passed.length) + script.length) };
};

/** The last part of a path. */
export const baseName = (program: string): string => program.slice(program.lastIndexOf('/') + 1);

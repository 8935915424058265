import { editorKinds, liesIn } from './editor-kinds';
import { baseName, invocationOf } from './invocation';

/**
 * What a Claude Code is there for. `interactive` and `headless` are sessions, with somebody before them or not; `daemon`
 * keeps others, `remote-control` is worked in from elsewhere. A `helper` belongs to one of these, and a `call` ends by itself.
 */
export type ClaudeCodeRole = 'interactive' | 'headless' | 'daemon' | 'remote-control' | 'helper' | 'call';

/** A command that is a Claude Code. */
export interface ClaudeCodeProgram {
  readonly role: ClaudeCodeRole;
  /** What has brought it along and shows it: "VS Code", "Agent SDK"; null for one that is started by its name. */
  readonly host: string | null;
  /** `sure`: it lies where nothing else does. `likely`: only its name says so. */
  readonly certainty: 'sure' | 'likely';
}

/** Where a copy lies, the first that fits counts. Nothing else has these paths. */
interface Place {
  readonly fits: (program: string) => boolean;
  readonly host: string | null | ((program: string) => string | null);
  readonly certainty: ClaudeCodeProgram['certainty'];
}

const isClaude = (program: string): boolean => /^claude(?:\.exe)?$/.test(baseName(program));
const isClaudeOrScript = (program: string): boolean => isClaude(program) || /\/cli\.m?js$/.test(program);

const places: readonly Place[] = [
  // The extension brings its own program; older ones a script (claude-code#11267, #44580, #8510).
  {
    fits: (program) => /\/extensions\/anthropic\.claude-code-[^/]+\//.test(program) && isClaudeOrScript(program),
    host: (program) => editorOf(program),
    certainty: 'sure',
  },
  {
    fits: (program) => /\/Claude\/claude-code\/[^/]+\/claude\.app\/Contents\/MacOS\/claude$/.test(program),
    host: 'Claude desktop app',
    certainty: 'sure',
  },
  // What a program drives through the SDK: npm's package with the program or a script in it, Python's with the program.
  {
    fits: (program) => /\/claude-agent-sdk(?:-[^/]+)?\/|\/claude_agent_sdk\/_bundled\//.test(program),
    host: 'Agent SDK',
    certainty: 'sure',
  },
  // npm and those who install like it: a script, a program in a package beside it, the link in `.bin`.
  {
    fits: (program) => /\/@anthropic-ai\/claude-code(?:-[^/]+)?\//.test(program) && isClaudeOrScript(program),
    host: null,
    certainty: 'sure',
  },
  { fits: (program) => /\/claude\/versions\/\d[\w.-]*$/.test(program), host: null, certainty: 'sure' },
  {
    fits: (program) => /\/Caskroom\/claude-code(?:@[^/]+)?\/[^/]+\/claude$/.test(program),
    host: null,
    certainty: 'sure',
  },
  {
    fits: (program) => /\/(?:\.local\/bin|\.claude\/local|\.bin|homebrew\/bin|usr\/local\/bin)\/claude$/.test(program),
    host: null,
    certainty: 'sure',
  },
  // Of the native program the process may be called by its version only.
  { fits: (program) => /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(program), host: null, certainty: 'likely' },
  { fits: (program) => isClaude(program) && !/\.app\//.test(program), host: null, certainty: 'likely' },
];

const editorOf = (program: string): string => {
  for (const { name, desktopFolder, serverFolders } of editorKinds) {
    if (serverFolders.some(liesIn(program))) return `${name} from another computer`;
    if (desktopFolder !== null && liesIn(program)(desktopFolder)) return name;
  }
  return 'an editor';
};

/** Arguments that decide, the first that fits counts. Nothing of an argument is kept: some carry data. */
const roles: readonly (readonly [arguments_: RegExp, role: ClaudeCodeRole])[] = [
  [/^ (?:bg-pty-host|bg-spare)(?: |$)|(?:^| )--(?:bg-pty-host|bg-spare|daemon-worker)(?: |=|$)/, 'helper'],
  // It shows a session that another process keeps.
  [/^ attach(?: |$)/, 'helper'],
  [/^ daemon(?: run(?: |$)|$)/, 'daemon'],
  [/^ daemon(?: |$)/, 'call'],
  [/(?:^| )(?:--version|-v|--help|-h)(?: |$)/, 'call'],
  [
    /^ (?:auth|update|upgrade|install|doctor|setup-token|logs|agents|plugin|plugins|config|stop|rm)(?: -| [a-z-]+$|$)/,
    'call',
  ],
  [/^ auth(?: |$)|^ mcp (?!serve(?: |$))/, 'call'],
  [/^ mcp serve(?: |$)/, 'headless'],
  [/(?:^| )--sdk-url(?: |=)/, 'headless'],
  [/^ (?:remote-control|rc)(?: |$)|(?:^| )--(?:remote-control|rc)(?: |=|$)/, 'remote-control'],
  [/(?:^| )(?:-p|--print)(?: |$)/, 'headless'],
];

/** What a program with a window of its own shows to somebody. */
const hasWindow = (host: string | null): boolean => host !== null && host !== 'Agent SDK';

/**
 * Tells a Claude Code by where its program lies, wherever that is, and by its arguments.
 *
 * @param command as `ps` prints it, or the title that the process has given itself.
 * @returns null for every other command.
 */
export const claudeCodeOf = (command: string): ClaudeCodeProgram | null => {
  if (!/claude|\d\.\d/i.test(command)) return null;
  const { program, rest } = invocationOf(command);
  const place = places.find(({ fits }) => fits(program));
  if (place === undefined) return null;
  const host = typeof place.host === 'function' ? place.host(program) : place.host;
  const named = roles.find(([pattern]) => pattern.test(rest))?.[1];
  const isStream = /(?:^| )--input-format[ =]stream-json(?: |$)/.test(rest);
  const usual = host === 'Agent SDK' || (isStream && !hasWindow(host)) ? 'headless' : 'interactive';
  return { role: named ?? usual, host, certainty: place.certainty };
};

/** Whether a command is a Claude Code with a conversation, or one that keeps such. */
export const isClaudeCode = (command: string): boolean => {
  const role = claudeCodeOf(command)?.role;
  return role !== undefined && role !== 'helper' && role !== 'call';
};

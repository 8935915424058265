/** Where macOS, or Homebrew, has the tools that are simulated. */
const tools = {
  security: '/usr/bin',
  ps: '/bin',
  launchctl: '/bin',
  who: '/usr/bin',
  pmset: '/usr/bin',
  defaults: '/usr/bin',
  fdesetup: '/usr/bin',
  osascript: '/usr/bin',
  sw_vers: '/usr/bin',
  netstat: '/usr/sbin',
  sysctl: '/usr/sbin',
  scutil: '/usr/sbin',
  ssh: '/usr/bin',
  hostname: '/bin',
  date: '/bin',
  tmux: '/opt/homebrew/bin',
  /** None of a Mac's: the person in front of it, and of a tmux window. */
  dialog: '/usr/local/bin',
  pane: '/usr/local/bin',
} as const;

export type ToolName = keyof typeof tools;

export const toolNames = Object.keys(tools) as readonly ToolName[];

/** macOS path of a simulated tool. */
export const toolPath = (tool: ToolName): string => `${tools[tool]}/${tool}`;

/** macOS path of Latchkey's own command line. */
export const latchkeyPath = '/usr/local/bin/latchkey';

const folders = ['/usr/local/bin', '/opt/homebrew/bin', '/usr/bin', '/bin', '/usr/sbin', '/sbin'];

/** A PATH on which the simulated tools come before the host's. */
export const simulatedPath = (root: string, hostPath: string): string =>
  [...folders.map((folder) => root + folder), hostPath].join(':');

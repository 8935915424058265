/** A switch, as help and completions tell it. */
export interface Switch {
  /** What it takes, for a person: `PATH`; left out of one that takes nothing. */
  readonly takes?: string;
  /** What it takes, where that is one of a few words. */
  readonly values?: readonly string[];
  readonly about: string;
}

export const switches = {
  all: { about: 'all keychains, not only the login keychain' },
  'at-login': { takes: 'on|off', values: ['on', 'off'], about: 'have a LaunchAgent start that tmux server at login' },
  away: { takes: 'LENGTH', about: 'how long the screen must have been locked for hold back to end it (10m)' },
  checklist: { about: 'the eleven-step checklist, and the ways to log in compared' },
  days: { takes: 'N', about: 'the last N days, today included (7)' },
  end: { about: 'end it, and return when the settings are back' },
  erase: { about: 'erase all that was recorded' },
  json: { about: 'JSON instead of text' },
  'keep-awake': { about: 'keep the Mac from falling asleep by itself while on power' },
  keychain: { takes: 'NAME|PATH', about: 'another keychain than the login keychain' },
  leave: { about: 'leave the settings as somebody else has made them meanwhile' },
  'lock-on-sleep': { takes: 'on|off', values: ['on', 'off'], about: 'whether it locks when the Mac sleeps' },
  message: { takes: 'TEXT|-', about: 'what the tool printed; - reads it from standard input' },
  network: { about: 'allow the checks that talk to the network' },
  'print-plist': { about: 'print that LaunchAgent and do nothing' },
  'put-back': { about: 'put the settings back although somebody else has changed them meanwhile' },
  relock: { about: 'lock at the end also where it was unlocked before' },
  show: { about: 'only say what would be done' },
  'support-folder': { about: 'also the settings and the history' },
  symptom: { takes: 'ID', about: 'what you see where there is no message' },
  timeout: { takes: 'LENGTH|never', values: ['15m', '1h', '4h', 'never'], about: 'lock after so long without use' },
  until: { takes: 'TIME', values: ['tonight', 'back'], about: 'the same as the word until' },
} as const satisfies Readonly<Record<string, Switch>>;

export type SwitchName = keyof typeof switches;

/** A command of the command line: what help tells of it, and what completions offer. */
export interface Verb {
  readonly about: string;
  /** What follows its name, without its switches. */
  readonly words?: string;
  /** Words that completions offer after it. */
  readonly choices?: readonly string[];
  readonly switches: readonly SwitchName[];
  readonly examples: readonly (readonly [line: string, what: string])[];
  /** What it ends with besides 64 and 70, where that is not 0 and 1 as everywhere. */
  readonly codes?: string;
}

const shells = ['zsh', 'bash', 'sh', 'fish'];

export const verbs: Readonly<Record<string, Verb>> = {
  status: {
    about: 'what holds now',
    switches: ['json'],
    examples: [['latchkey status --json', 'one JSON document, for a script']],
    codes: '0 all fine, 1 a warning, 2 a critical warning',
  },
  watch: {
    about: 'the same, again at each change, until Ctrl-C',
    switches: ['json'],
    examples: [['latchkey watch', '']],
  },
  unlock: {
    about: "raise the system's own password dialog; inside an SSH login, print the line that asks there",
    switches: ['json', 'keychain'],
    examples: [['latchkey unlock --keychain build', 'another keychain, by its name']],
  },
  lock: {
    about: 'lock the login keychain, or all of them',
    switches: ['json', 'all', 'keychain'],
    examples: [['latchkey lock --all', '']],
  },
  set: {
    about: 'change auto-lock; what is left out stays as it is',
    switches: ['json', 'timeout', 'lock-on-sleep', 'keychain'],
    examples: [
      ['latchkey set --timeout 1h30m', 'lock after an hour and a half without use'],
      ['latchkey set --timeout never --lock-on-sleep on', 'lock only when the Mac sleeps'],
    ],
  },
  undo: {
    about: 'take the last change of auto-lock back',
    switches: ['json', 'keychain'],
    examples: [['latchkey undo', 'as it was before latchkey set, or a choice in the popover']],
  },
  hold: {
    about: 'keep it unlocked until then, then put the settings back; alone it tells whether it is',
    words: '[4h | until 18:30 | tonight | back]',
    choices: ['1h', '4h', 'tonight', 'back', 'until'],
    switches: ['json', 'keychain', 'until', 'away', 'keep-awake', 'relock', 'end', 'put-back', 'leave'],
    examples: [
      ['latchkey hold 1h30m', 'for an hour and a half'],
      ['latchkey hold until 18:30', 'until the clock shows that'],
      ['latchkey hold back --away 20m', 'until you are back after 20 minutes away'],
      ['latchkey hold --end', 'end it now'],
    ],
    codes: '0 done, 1 refused, cancelled, or something waits to be put back',
  },
  run: {
    about: 'run a command; first ask for the unlock where its tool needs it and it is locked here',
    words: '-- COMMAND',
    choices: ['--'],
    switches: [],
    examples: [
      ['latchkey run -- claude', 'nothing is asked where it is unlocked, or claude does not need it'],
      ['latchkey run -- gh pr list', ''],
    ],
    codes: 'that of COMMAND (128 and its number for a signal), 1 not unlocked, 126 or 127 COMMAND could not be run',
  },
  history: {
    about: 'what the app has recorded: locks and unlocks and why, sleep, remote sessions, settings',
    switches: ['days', 'json', 'erase'],
    examples: [['latchkey history --days 2', 'since yesterday']],
  },
  doctor: {
    about: 'why a tool says that it is logged out, and what to do about it',
    words: '[TOOL]',
    choices: ['claude', 'gh', 'git', 'docker', 'aws', 'op', 'codex', 'cursor'],
    switches: ['json', 'network', 'symptom', 'message', 'checklist'],
    examples: [
      ['latchkey doctor claude', 'a tool, by its name or its command'],
      ['pbpaste | latchkey doctor --message -', 'what it printed, from the clipboard'],
    ],
    codes: '0 nothing found, 1 a cause found, 70 also when it was cancelled',
  },
  'test-login': {
    about: 'log in to this Mac over SSH, and say what a new login sees',
    switches: ['json'],
    examples: [['latchkey test-login', '']],
  },
  'check-apps': {
    about: 'write, read and delete one keychain item, as apps do, and say what they would meet',
    switches: ['json'],
    examples: [['latchkey check-apps', '']],
    codes: '0 apps can use the keychain, 1 they would be refused or kept waiting',
  },
  shell: {
    about: 'show the lines of the shell helper, put them into its start-up file, take them out again',
    words: '[install|uninstall] [zsh|bash|sh|fish]',
    choices: ['show', 'install', 'uninstall', ...shells],
    switches: ['json'],
    examples: [['latchkey shell install zsh', '']],
  },
  install: {
    about: 'make a link by which shells find this command, and say what to add to PATH',
    switches: ['json', 'show'],
    examples: [['latchkey install --show', 'only what it would do']],
  },
  tmux: {
    about: 'start a tmux server of the desktop, and print the line that attaches to it over SSH',
    switches: ['json', 'at-login', 'print-plist'],
    examples: [['latchkey tmux --at-login on', 'also after every login']],
  },
  uninstall: {
    about: 'end a hold, and take out all that Latchkey has put on this Mac',
    switches: ['json', 'support-folder'],
    examples: [['latchkey uninstall --support-folder', 'its settings and history as well']],
  },
  completions: {
    about: 'print the completions of a shell',
    words: 'zsh|bash|fish',
    choices: ['zsh', 'bash', 'fish'],
    switches: [],
    examples: [['source <(latchkey completions zsh)', 'in ~/.zshrc, after compinit']],
  },
  help: {
    about: 'all of it, or one command',
    words: '[COMMAND]',
    switches: [],
    examples: [['latchkey help hold', '']],
  },
};

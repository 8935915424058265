import { parseArgs } from 'node:util';
import { parseIdleTimeout } from '../core/auto-lock/parse-duration';
import { failure, type Outcome, success } from '../core/outcome';
import { type ShellName, shellNames } from '../core/sessions/shell-plan';
import { codeOfError } from '../core/text/code-of-error';
import { type DoctorCommand, doctorOf, doctorOptions } from './doctor/doctor-arguments';
import { type HoldCommand, holdOf, holdOptions } from './hold/hold-arguments';

/** What the command line asks for. `keychainPath` may be a name; where it is left out, the login keychain is meant. */
export type Command =
  /** `about`: one command; left out: all of them. */
  | { readonly name: 'help'; readonly about?: string }
  | { readonly name: 'completions'; readonly shell: 'zsh' | 'bash' | 'fish' }
  | { readonly name: 'version' }
  | { readonly name: 'status' | 'watch'; readonly json: boolean }
  | HoldCommand
  /** `days`: of the calendar, today included. */
  | { readonly name: 'history'; readonly json: boolean; readonly days: number; readonly erase: boolean }
  | DoctorCommand
  | { readonly name: 'test-login' | 'check-apps'; readonly json: boolean }
  /** `words`: the command and its arguments, as they are. */
  | { readonly name: 'run'; readonly words: readonly string[] }
  | { readonly name: 'install'; readonly json: boolean; readonly show: boolean }
  /** Without a step: shows what installing would do. Without a shell: the one that SHELL names. */
  | {
      readonly name: 'shell';
      readonly json: boolean;
      readonly step: 'show' | 'install' | 'uninstall';
      readonly shell?: ShellName;
    }
  | {
      readonly name: 'tmux';
      readonly json: boolean;
      readonly printPlist: boolean;
      /** Left out: the LaunchAgent stays as it is. */
      readonly atLogin?: boolean;
    }
  | { readonly name: 'uninstall'; readonly json: boolean; readonly supportFolder: boolean }
  | { readonly name: 'unlock' | 'undo'; readonly json: boolean; readonly keychainPath?: string }
  | { readonly name: 'lock'; readonly json: boolean; readonly all: boolean; readonly keychainPath?: string }
  | {
      readonly name: 'set';
      readonly json: boolean;
      /** Left out: stays as it is. */
      readonly idleTimeoutSeconds?: number | null;
      readonly lockOnSleep?: boolean;
      readonly keychainPath?: string;
    };

const options = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
  json: { type: 'boolean' },
  all: { type: 'boolean' },
  keychain: { type: 'string' },
  timeout: { type: 'string' },
  'lock-on-sleep': { type: 'string' },
  'at-login': { type: 'string' },
  'print-plist': { type: 'boolean' },
  days: { type: 'string' },
  erase: { type: 'boolean' },
  'support-folder': { type: 'boolean' },
  show: { type: 'boolean' },
  ...holdOptions,
  ...doctorOptions,
} as const;

type OptionName = keyof typeof options;
type Values = ReturnType<typeof parse>['values'];

const allowed: Record<string, readonly OptionName[]> = {
  status: ['json'],
  watch: ['json'],
  unlock: ['json', 'keychain'],
  lock: ['json', 'all', 'keychain'],
  set: ['json', 'timeout', 'lock-on-sleep', 'keychain'],
  undo: ['json', 'keychain'],
  tmux: ['json', 'at-login', 'print-plist'],
  'test-login': ['json'],
  history: ['json', 'days', 'erase'],
  hold: ['json', 'keychain', 'until', 'away', 'keep-awake', 'relock', 'end', 'put-back', 'leave'],
  doctor: ['json', 'network', 'symptom', 'message', 'checklist'],
  'check-apps': ['json'],
  run: [],
  install: ['json', 'show'],
  shell: ['json'],
  uninstall: ['json', 'support-folder'],
  completions: [],
  help: [],
};

/** How many words may follow a command; none, where it is not named. */
const wordsAfter: Readonly<Record<string, number>> = { shell: 2, hold: 2, doctor: 1, help: 1, completions: 1 };

const parse = (words: readonly string[]) =>
  parseArgs({ args: [...words], options, allowPositionals: true, strict: true });

/** @param words the command line after the program's name. A failure is a usage error, told in one sentence. */
export const parseCommand = (words: readonly string[]): Outcome<Command, 'usage'> => {
  if (words[0] === 'run') return runOf(words.slice(1));
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(words);
  } catch (error) {
    return failure('usage', whatIsWrong(error));
  }
  const { values, positionals } = parsed;
  if (values.help) return helpAbout(positionals[0]);
  if (values.version) return success({ name: 'version' });
  const [name = 'status', ...rest] = positionals;
  const known = Object.hasOwn(allowed, name) ? allowed[name] : undefined;
  if (known === undefined) return failure('usage', `There is no command “${name}”.`);
  if (rest.length > (wordsAfter[name] ?? 0)) return failure('usage', `“${rest.at(-1)}” is one word too many.`);
  const stray = Object.keys(values).find((option) => !known.includes(option as OptionName));
  if (stray !== undefined) return failure('usage', `--${stray} does not go with ${name}.`);
  if (name === 'doctor') return doctorOf(values, rest[0]);
  return name === 'shell' ? shellOf(values, rest) : commandOf(name, values, rest);
};

/** Node's parser speaks of itself; these are its errors in our words. Of the arguments only a switch's name is told. */
const whatIsWrong = (error: unknown): string => {
  const told = error instanceof Error ? error.message : '';
  const option = /'(-{1,2}[A-Za-z][\w-]*)/.exec(told)?.[1] ?? 'that switch';
  switch (codeOfError(error)) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `There is no switch ${option}.`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take an argument/.test(told) ? `${option} takes no value.` : `${option} takes a value.`;
    default:
      return 'The command line was not understood.';
  }
};

const commandOf = (name: string, values: Values, words: readonly string[]): Outcome<Command, 'usage'> => {
  const keychain = values.keychain === undefined ? {} : { keychainPath: values.keychain };
  if (values.keychain !== undefined && !/^\/|^[^/\0]+$/.test(values.keychain)) {
    return failure('usage', '--keychain takes a name such as login, or an absolute path.');
  }
  const { json = false } = values;
  switch (name) {
    case 'help':
      return helpAbout(words[0]);
    case 'completions':
      return completionsFor(words[0]);
    case 'unlock':
    case 'undo':
      return success({ name, json, ...keychain });
    case 'lock':
      if (values.all && values.keychain !== undefined) return failure('usage', 'Give either --all or --keychain.');
      return success({ name, json, all: values.all ?? false, ...keychain });
    case 'set':
      return settingsOf(values, keychain);
    case 'install':
      return success({ name, json, show: values.show ?? false });
    case 'test-login':
    case 'check-apps':
      return success({ name, json });
    case 'uninstall':
      return success({ name, json, supportFolder: values['support-folder'] ?? false });
    case 'tmux':
      return tmuxOf(values);
    case 'history':
      return historyOf(values);
    case 'hold':
      return holdOf(values, words);
    default:
      return success({ name: name === 'watch' ? 'watch' : 'status', json });
  }
};

/** What comes after `--` is not ours to understand. */
const runOf = ([first, ...words]: readonly string[]): Outcome<Command, 'usage'> => {
  if (first === '--help' || first === '-h') return helpAbout('run');
  if (first?.startsWith('-') && first !== '--') return failure('usage', `${first} does not go with run.`);
  if (first !== '--' || !words[0]) return failure('usage', 'Say the command after --, such as run -- claude.');
  return success({ name: 'run', words });
};

const helpAbout = (verb: string | undefined): Outcome<Command, 'usage'> => {
  if (verb === undefined) return success({ name: 'help' });
  return Object.hasOwn(allowed, verb)
    ? success({ name: 'help', about: verb })
    : failure('usage', `There is no command “${verb}”.`);
};

const completionsFor = (shell: string | undefined): Outcome<Command, 'usage'> =>
  shell === 'zsh' || shell === 'bash' || shell === 'fish'
    ? success({ name: 'completions', shell })
    : failure('usage', 'Say for which shell: zsh, bash or fish.');

const shellOf = ({ json = false }: Values, [step = 'show', shell]: readonly string[]): Outcome<Command, 'usage'> => {
  if (step !== 'show' && step !== 'install' && step !== 'uninstall') {
    return failure('usage', `“${step}” is none of show, install, uninstall.`);
  }
  const known = shellNames.find((name) => name === shell);
  if (shell !== undefined && known === undefined)
    return failure('usage', `“${shell}” is none of ${shellNames.join(', ')}.`);
  return success({ name: 'shell', json, step, ...(known === undefined ? {} : { shell: known }) });
};

const historyOf = (values: Values): Outcome<Command, 'usage'> => {
  const { days = '7', json = false, erase = false } = values;
  if (!/^\d{1,3}$/.test(days) || Number(days) < 1 || Number(days) > 366) {
    return failure('usage', `--days takes a number from 1 to 366, not “${days}”.`);
  }
  if (erase && (json || values.days !== undefined)) return failure('usage', '--erase stands alone.');
  return success({ name: 'history', json, days: Number(days), erase });
};

const tmuxOf = (values: Values): Outcome<Command, 'usage'> => {
  const { 'at-login': atLogin, 'print-plist': printPlist = false, json = false } = values;
  if (atLogin !== undefined && atLogin !== 'on' && atLogin !== 'off') {
    return failure('usage', `--at-login is on or off, not “${atLogin}”.`);
  }
  if (printPlist && (json || atLogin !== undefined)) return failure('usage', '--print-plist stands alone.');
  return success({ name: 'tmux', json, printPlist, ...(atLogin === undefined ? {} : { atLogin: atLogin === 'on' }) });
};

const settingsOf = (values: Values, keychain: { keychainPath?: string }): Outcome<Command, 'usage'> => {
  const { timeout, 'lock-on-sleep': onSleep } = values;
  if (timeout === undefined && onSleep === undefined)
    return failure('usage', 'Give --timeout, --lock-on-sleep or both.');
  if (onSleep !== undefined && onSleep !== 'on' && onSleep !== 'off') {
    return failure('usage', `--lock-on-sleep is on or off, not “${onSleep}”.`);
  }
  const parsed = timeout === undefined ? undefined : parseIdleTimeout(timeout);
  if (parsed && !parsed.ok) return failure('usage', parsed.reason);
  return success({
    name: 'set',
    json: values.json ?? false,
    ...(parsed ? { idleTimeoutSeconds: parsed.value } : {}),
    ...(onSleep === undefined ? {} : { lockOnSleep: onSleep === 'on' }),
    ...keychain,
  });
};

import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { createFramework } from '../security-framework';
import { complain, macPathArgument, print, type Tool, type ToolCall } from '../tool-call';
import { toolCommand } from '../tool-command';

interface Request {
  readonly language: string;
  readonly source: string;
  readonly rest: readonly string[];
}

const readArguments = async (call: ToolCall): Promise<Request> => {
  const lines: string[] = [];
  let language = 'AppleScript';
  let index = 0;
  for (; call.args[index]?.startsWith('-') && call.args[index] !== '-'; index += 1) {
    const option = call.args[index];
    if (option === '-l' || option === '-e' || option === '-s') {
      index += 1;
      if (option === '-l') language = call.args[index] ?? '';
      if (option === '-e') lines.push(call.args[index] ?? '');
    }
  }
  if (lines.length > 0) return { language, source: lines.join('\n'), rest: call.args.slice(index) };
  const file = call.args[index];
  const isStandardInput = file === undefined || file === '-';
  const source = isStandardInput
    ? await call.console.input.rest()
    : readFileSync(call.mac.root + macPathArgument(call, file), 'utf8');
  return { language, source, rest: call.args.slice(index + 1) };
};

/** How osascript prints a result: a text bare, a list with commas, nothing for undefined. */
const printed = (value: unknown): string => {
  if (value === undefined) return '';
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.map(printed).join(', ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value)
    .map(([name, member]) => `${name}:${printed(member)}`)
    .join(', ');
};

/** `$`: the framework's functions, `$()` for nil, `$('text')` for an NSString. */
const bridge = (call: ToolCall): unknown => {
  const wrap = (value?: unknown) => (value === undefined || value === null ? null : { js: value, UTF8String: value });
  return new Proxy(Object.assign(wrap, createFramework(call)), {
    get(target, name) {
      if (name in target) return Reflect.get(target, name);
      throw new TypeError(`undefined is not a function (near '...$.${String(name)}...')`);
    },
  });
};

/**
 * Runs JavaScript for Automation for real, with as much of its world as a look at a keychain needs. It may stand still in a
 * dialog, or run for ever: so it gets a process of its own.
 */
export const osascript: Tool = (call) => {
  if (call.caller.pid === process.pid) return runScript(call);
  const { nodeExecutable, toolFile } = toolCommand(call.mac.root);
  const words = [nodeExecutable, toolFile, 'after-faults', call.tool, ...call.args] as const;
  return { program: { words, environment: call.environment, hasInput: true } };
};

const runScript = async (call: ToolCall): Promise<number> => {
  const { language, source, rest } = await readArguments(call);
  if (language !== 'JavaScript') {
    complain('osascript: the simulated Mac speaks JavaScript only: -l JavaScript\n');
    return 1;
  }
  const unwrap = (value: unknown) => (typeof value === 'object' && value !== null && 'js' in value ? value.js : value);
  const context = createContext({
    $: bridge(call),
    ObjC: {
      import: () => undefined,
      bindFunction: () => undefined,
      unwrap,
      deepUnwrap: unwrap,
      wrap: (value: unknown) => value,
    },
    // A reference to fill in: `const status = Ref(); $.SecKeychainGetStatus(keychain, status); status[0]`
    // biome-ignore lint/correctness/noComponentHookFactories: JXA's name, no component
    Ref: () => [undefined],
    console: { log: (...values: unknown[]) => complain(`${values.map(printed).join(' ')}\n`) },
  });
  try {
    const value: unknown = runInContext(source, context);
    const result: unknown = runInContext("typeof run === 'function'", context)
      ? runInContext('run', context).call(undefined, rest)
      : value;
    const text = printed(result);
    if (text !== '') print(`${text}\n`);
    return 0;
  } catch (error) {
    const { name = 'Error', message = String(error) } = error as Error;
    complain(`execution error: Error: ${name}: ${message} (-2700)\n`);
    return 1;
  }
};

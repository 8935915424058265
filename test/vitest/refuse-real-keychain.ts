import childProcess from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const realTool = '/usr/bin/security';
/** The real tool's path as a word of a shell line, not as the tail of a simulated Mac's path. */
const namedInShellLine = /(^|[\s'"`;|&(=])\/usr\/bin\/security\b/;

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const foundOnPath = (name: string, pathVariable: string): string | undefined =>
  pathVariable
    .split(delimiter)
    .map((folder) => join(folder || '.', name))
    .find(isExecutable);

const refuse = (what: string): never => {
  throw new Error(`A test reached for the real keychain: ${what}. Tests use a simulated Mac.`);
};

/** Throws if starting `file` with these arguments would run the Mac's own `security`. Exported for its test. */
export const checkCommand = (file: string, values: readonly string[], pathVariable: string): void => {
  if (file === realTool) refuse([file, ...values].join(' '));
  if (file === 'security' && (foundOnPath(file, pathVariable) ?? realTool) === realTool) {
    refuse(`${[file, ...values].join(' ')} with ${realTool} as what PATH finds`);
  }
  const shellLine = values.find((value) => namedInShellLine.test(value));
  if (shellLine !== undefined && /(^|\/)(sh|bash|zsh|dash|env|nohup|script)$/.test(file))
    refuse(`${file} … ${shellLine}`);
};

type Environment = Readonly<Record<string, string | undefined>>;

const optionsOf = (values: readonly unknown[]): { env?: Environment; shell?: unknown } =>
  (values.find((value) => typeof value === 'object' && value !== null && !Array.isArray(value)) ?? {}) as object;

const checkCall = (values: readonly unknown[], isShellLine: boolean): void => {
  const [file] = values;
  const options = optionsOf(values);
  const listed = values[1];
  const passed = Array.isArray(listed) ? listed.map(String) : [];
  const pathVariable = (options.env ?? process.env).PATH ?? '';
  if (isShellLine || options.shell) checkCommand('/bin/sh', ['-c', [String(file), ...passed].join(' ')], pathVariable);
  else checkCommand(String(file), passed, pathVariable);
};

type Callable = (this: unknown, ...values: unknown[]) => unknown;

const guardedBy = (check: (values: readonly unknown[]) => void, original: Callable): Callable =>
  function (...values) {
    check(values);
    return Reflect.apply(original, this, values);
  };

/** From here on this process starts no `/usr/bin/security` but the simulated one below a simulated Mac's root. */
export const refuseRealKeychain = (): void => {
  for (const name of ['spawn', 'spawnSync', 'execFile', 'execFileSync', 'exec', 'execSync'] as const) {
    const check = (values: readonly unknown[]): void => checkCall(values, name === 'exec' || name === 'execSync');
    const original = childProcess[name] as Callable;
    const guarded = guardedBy(check, original);
    // `promisify(execFile)` finds the promise version by a symbol on the function.
    const promised: unknown = Reflect.get(original, promisify.custom);
    if (typeof promised === 'function') Reflect.set(guarded, promisify.custom, guardedBy(check, promised as Callable));
    Reflect.set(childProcess, name, guarded);
  }
  syncBuiltinESMExports();
};

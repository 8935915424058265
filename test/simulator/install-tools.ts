import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { replaceFile, statePath } from './mac-files';
import { osStatus } from './os-status';
import type { Fault } from './parsing/scenario';
import type { ToolCommand } from './tool-command';
import { latchkeyPath, toolNames, toolPath } from './tool-folders';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const script = (path: string, lines: readonly string[]): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(path, 0o755);
};

/**
 * The executables: each is a copy of the small native one, which asks the Mac's model. Where that could not be compiled, each is a
 * script that runs the built tool with its own name.
 */
export const installTools = (
  root: string,
  { toolFile, nodeExecutable }: ToolCommand,
  executables: 'native' | 'node',
): void => {
  const node = quoted(nodeExecutable);
  const native = executables === 'native' ? compiledBeside(toolFile, 'mac-tool') : undefined;
  for (const tool of toolNames) {
    if (native !== undefined) {
      copyOnce(native, root + toolPath(tool));
      continue;
    }
    script(root + toolPath(tool), [
      `LATCHKEY_SIMULATED_MAC=${quoted(root)}`,
      'export LATCHKEY_SIMULATED_MAC',
      `exec ${node} ${quoted(toolFile)} ${tool} "$@"`,
    ]);
  }
  const commandLine = join(dirname(dirname(toolFile)), 'cli', 'latchkey.cjs');
  script(root + latchkeyPath, [`exec ${node} ${quoted(commandLine)} "$@"`]);
};

const frameworks = ['Security', 'CoreFoundation'].map((name) => `/System/Library/Frameworks/${name}.framework/${name}`);

/** What `scripts/build.mjs` has compiled and put beside the tool: an executable, or a library. */
export const compiledBeside = (toolFile: string, name: string): string | undefined =>
  ['', '.so', '.dylib'].map((ending) => join(dirname(toolFile), `${name}${ending}`)).find(existsSync);

/**
 * Copies the stubs of the framework and of libSystem. A copy, never a link: the dynamic linker knows a library by its inode, and each simulated
 * Mac needs one of its own. A fault for `Security.framework` leaves that out, as where it cannot be loaded; one that names a
 * function is left to that function.
 */
export const installFramework = (root: string, toolFile: string, faults: readonly Fault[]): void => {
  writeFrameworkFaults(root, faults);
  const library = faults.some(({ tool, when }) => tool === 'Security.framework' && when === undefined)
    ? undefined
    : compiledBeside(toolFile, 'security-framework');
  for (const path of frameworks) {
    if (library === undefined) rmSync(root + path, { force: true });
    else copyOnce(library, root + path);
  }
  const system = compiledBeside(toolFile, 'lib-system');
  if (system !== undefined) copyOnce(system, `${root}/usr/lib/libSystem.B.dylib`);
};

/** A line for each, for the C stub: number, function, OSStatus, milliseconds to wait, turns (-1: all) and an answer of its own. */
const writeFrameworkFaults = (root: string, faults: readonly Fault[]): void => {
  const lines = faults.flatMap(({ tool, when, exit = 0, hangMs = 0, stdout = '-', times = -1 }, index) =>
    tool === 'Security.framework' && typeof when === 'string'
      ? [`${index} ${when} ${statusOfExit(exit)} ${hangMs} ${times} ${stdout}\n`]
      : [],
  );
  replaceFile(statePath(root, 'framework-faults'), lines.join(''));
};

/** The status whose low byte a tool would end with; of any other number the negative one. */
const statusOfExit = (exit: number): number => {
  const known: readonly number[] = Object.values(osStatus);
  return exit === 0 ? 0 : (known.find((status) => (status & 0xff) === exit) ?? -exit);
};

const copyOnce = (library: string, path: string): void => {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(library, path);
};

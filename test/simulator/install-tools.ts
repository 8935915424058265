import { chmodSync, copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Fault } from './scenario';
import { latchkeyPath, toolNames, toolPath } from './tool-folders';

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const script = (path: string, lines: readonly string[]): void => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, ['#!/bin/sh', ...lines, ''].join('\n'));
  chmodSync(path, 0o755);
};

/** The executables: each is a small script that runs the built tool with its own name. */
export const installTools = (root: string, toolFile: string, nodeExecutable: string): void => {
  const node = quoted(nodeExecutable);
  for (const tool of toolNames) {
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

/** A compiled stub, which `scripts/build.mjs` puts beside the tool. */
const libraryBeside = (toolFile: string, name: string): string | undefined =>
  ['so', 'dylib'].map((ending) => join(dirname(toolFile), `${name}.${ending}`)).find(existsSync);

/**
 * Copies the stubs of the framework and of libSystem. A copy, never a link: the dynamic linker knows a library by its inode, and each simulated
 * Mac needs one of its own. A fault for `Security.framework` leaves that out, as where it cannot be loaded.
 */
export const installFramework = (root: string, toolFile: string, faults: readonly Fault[]): void => {
  const library = faults.some(({ tool }) => tool === 'Security.framework')
    ? undefined
    : libraryBeside(toolFile, 'security-framework');
  for (const path of frameworks) {
    if (library === undefined) rmSync(root + path, { force: true });
    else copyOnce(library, root + path);
  }
  const system = libraryBeside(toolFile, 'lib-system');
  if (system !== undefined) copyOnce(system, `${root}/usr/lib/libSystem.B.dylib`);
};

const copyOnce = (library: string, path: string): void => {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true });
  copyFileSync(library, path);
};

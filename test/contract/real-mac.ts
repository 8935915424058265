import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { longestSocketPath } from './longest-socket-path';
import type { MacUnderTest } from './mac-under-test';
import { checkThrowAway } from './only-throw-away';

/** Why the half on a real Mac does not run; null when it does. */
export const whyNotOnRealMac = (): string | null => {
  if (process.platform !== 'darwin') return 'this is not a Mac';
  if (process.env.LATCHKEY_CONTRACT !== 'real-mac') return 'it runs with LATCHKEY_CONTRACT=real-mac only';
  return null;
};

/** The Mac that this runs on, with a folder of throw-away keychains that is removed with all of them afterwards. */
export const realMacUnderTest = (): Promise<MacUnderTest> => {
  const host = createMacHost(process.env, { allowSimulation: false });
  if (!host.ok) return Promise.reject(new Error(host.reason));
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'latchkey throw away 🔑-')));
  const security: MacUnderTest['security'] = (...args) => {
    checkThrowAway(folder, args);
    const options = { encoding: 'utf8', timeout: 10_000, env: { ...process.env, LC_ALL: 'C' } } as const;
    const { status, stdout, stderr } = spawnSync('/usr/bin/security', args, options);
    return Promise.resolve({ code: status ?? -1, stdout, stderr });
  };
  const shown: ChildProcess[] = [];
  return Promise.resolve({
    host: host.value,
    folder,
    security,
    showProcess(argument) {
      // It waits for its standard input, which ends with this process.
      const child = spawn('/bin/sh', ['-c', 'read line; exit', argument], { stdio: ['pipe', 'ignore', 'ignore'] });
      shown.push(child);
      return new Promise((resolve, reject) => {
        child.once('spawn', () => resolve(child.pid ?? 0));
        child.once('error', reject);
      });
    },
    longestSocketPath,
    async dispose() {
      for (const child of shown) child.stdin?.end();
      // `create-keychain` adds to the search list; deleting takes it out again.
      for (const name of readdirSync(folder)) await security('delete-keychain', join(folder, name));
      rmSync(folder, { recursive: true, force: true });
    },
  });
};

import { spawn } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { projectFolder } from '../project-files';
import type { SimulatedMac } from '../simulator/simulated-mac';

const script = join(projectFolder, 'assets/shell/latchkey-report.sh');

/** A shell in a simulated SSH login, as far as the shell helper is concerned. */
export interface ReportingShell {
  /** Asks there and writes its beacon, as at a prompt. */
  report(): Promise<void>;
}

/**
 * Opens one, which lives as long as the test.
 *
 * @param variables of its own, besides those of the login; its terminal is what `SSH_TTY` says.
 */
export const openShell = (
  mac: SimulatedMac,
  sessionId: string,
  variables: Readonly<Record<string, string>> = {},
): ReportingShell => {
  const shell = spawn('sleep', ['600'], { stdio: 'ignore' });
  onTestFinished(() => {
    shell.kill();
  });
  // The simulated login has no terminal by that name that `tty` could find.
  const tty = `${mac.root}/usr/local/bin/tty`;
  writeFileSync(tty, '#!/bin/sh\necho "$SSH_TTY"\n');
  chmodSync(tty, 0o755);
  return {
    report: async () => {
      const line = 'exec sh "$0" report "$1" "" 0 3</dev/null';
      const child = spawn('sh', ['-c', line, script, String(shell.pid)], {
        env: { ...mac.environment(sessionId), ...variables },
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const code = await new Promise((resolve) => child.once('close', resolve));
      if (code !== 0) throw new Error(`The report ended with ${code}.`);
    },
  };
};

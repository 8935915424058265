import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { compiledBeside } from './install-tools';
import { giveToOwnerOf, makeFolder } from './mac-files';
import type { PlannedTmuxServer } from './mac-plan';
import { toolCommand } from './tool-command';

/** Without a compiler: binds one socket in the working folder and dies without tidying up, so that the socket's file stays. */
const leaveSocket =
  "require('node:net').createServer().listen(process.argv[1], () => process.kill(process.pid, 'SIGKILL'))";

/** Socket files of the tmux servers. Nobody listens behind them: only the simulated tmux is asked. */
export const makeSockets = (root: string, servers: readonly PlannedTmuxServer[]): void => {
  const native = compiledBeside(toolCommand(root).toolFile, 'leave-socket');
  const [program, ...words] = native === undefined ? [process.execPath, '-e', leaveSocket] : [native];
  for (const { socketPath } of servers) {
    const folder = root + dirname(socketPath);
    if (existsSync(root + socketPath)) continue;
    makeFolder(folder, 0o700);
    // Bound by its short name: a socket's path may only have about 100 bytes.
    spawnSync(program, [...words, basename(socketPath)], { cwd: folder, stdio: 'ignore' });
    giveToOwnerOf(folder, root + socketPath);
  }
};

export const removeSockets = (root: string, servers: readonly PlannedTmuxServer[]): void => {
  for (const { socketPath } of servers) rmSync(root + socketPath, { force: true });
};

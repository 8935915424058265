import { spawn } from 'node:child_process';

/**
 * Runs a command to its end, or kills it with everything that it started when its time is up.
 * @param {string} file
 * @param {readonly string[]} values
 * @param {{ cwd: string, timeoutMs: number, environment?: Record<string, string | undefined> }} options
 * @returns {Promise<{ succeeded: boolean, problem: string }>} `problem` is empty when it succeeded
 */
export const boundedRun = (file, values, { cwd, timeoutMs, environment }) =>
  new Promise((resolve) => {
    const child = spawn(file, values, { cwd, stdio: 'inherit', detached: true, env: environment ?? process.env });
    let isOverdue = false;
    const killAll = () => {
      try {
        if (child.pid) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // The whole group has ended already.
      }
    };
    const overdue = setTimeout(() => {
      isOverdue = true;
      killAll();
    }, timeoutMs);
    const onInterrupt = () => {
      killAll();
      process.exit(130);
    };
    process.once('SIGINT', onInterrupt).once('SIGTERM', onInterrupt);
    /** @param {string} problem */
    const finish = (problem) => {
      clearTimeout(overdue);
      process.off('SIGINT', onInterrupt).off('SIGTERM', onInterrupt);
      killAll();
      resolve({ succeeded: problem === '', problem });
    };
    child.once('error', (error) => finish(error.message));
    child.once('exit', (code, signal) => {
      if (isOverdue) finish(`not finished after ${timeoutMs / 60_000} minutes`);
      else finish(code === 0 ? '' : (signal ?? `exit code ${code}`));
    });
  });

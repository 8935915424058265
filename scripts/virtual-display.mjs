import { spawn } from 'node:child_process';

const startTimeoutMs = 15_000;

/**
 * Starts Xvfb on a display number that is free.
 * @returns {Promise<{ display: string, stop: () => void }>} `display` as in the environment variable, e.g. `:99`
 */
export const startVirtualDisplay = () =>
  new Promise((resolve, reject) => {
    const options = ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp', '-noreset'];
    const server = spawn('Xvfb', options, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const stop = () => {
      server.kill();
    };
    const giveUp = setTimeout(() => {
      stop();
      reject(new Error(`Xvfb did not start within ${startTimeoutMs / 1000} s`));
    }, startTimeoutMs);
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`Xvfb ended with exit code ${code}`)));
    server.stdio[3]?.once('data', (data) => {
      clearTimeout(giveUp);
      process.once('exit', stop);
      server.unref();
      resolve({ display: `:${String(data).trim()}`, stop });
    });
  });

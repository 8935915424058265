// `npm run simulate -- --scenario FILE.json [--session ID] -- COMMAND …`: runs a command inside a simulated Mac.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { projectFolder } from './project-folder.mjs';
import { setUp } from './setup.mjs';

const usageExitCode = 64;
const usage = 'Usage: npm run simulate -- --scenario FILE.json [--session ID] -- COMMAND [ARGUMENT …]';

/** npm runs scripts in the project's folder and says where the user was. */
const userFolder =
  process.env.npm_lifecycle_event === 'simulate' ? (process.env.INIT_CWD ?? process.cwd()) : process.cwd();

/**
 * @param {string} sentence
 * @param {number} exitCode
 * @returns {never}
 */
const giveUp = (sentence, exitCode) => {
  console.error(sentence);
  process.exit(exitCode);
};

/** @returns {{ scenario: string, session: string | undefined, command: string, values: string[] }} */
const readArguments = () => {
  const all = process.argv.slice(2);
  const end = all.indexOf('--');
  const [command, ...values] = end < 0 ? [] : all.slice(end + 1);
  try {
    const options = /** @type {const} */ ({ scenario: { type: 'string' }, session: { type: 'string' } });
    const given = parseArgs({ args: end < 0 ? all : all.slice(0, end), options }).values;
    if (!given.scenario) return giveUp(`Name the scenario's file.\n${usage}`, usageExitCode);
    if (command === undefined) return giveUp(`Name the command to run, after "--".\n${usage}`, usageExitCode);
    return { scenario: resolve(userFolder, given.scenario), session: given.session, command, values };
  } catch (error) {
    return giveUp(`${error instanceof Error ? error.message : error}\n${usage}`, usageExitCode);
  }
};

/**
 * @param {string} folder
 * @param {string} scenario
 * @param {string | undefined} session
 * @returns {Record<string, string>} the environment of a process in that session
 */
const createMac = (folder, scenario, session) => {
  const tool = join(projectFolder, 'dist/simulator/tool.cjs');
  const values = [tool, 'create', '--scenario', scenario, '--root', folder];
  if (session !== undefined) values.push('--session', session);
  const created = spawnSync(process.execPath, values, { encoding: 'utf8' });
  if (created.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    giveUp(created.stderr.trimEnd() || 'The simulated Mac could not be made.', created.status ?? 70);
  }
  return JSON.parse(created.stdout).environment;
};

/**
 * @param {string} command
 * @param {string[]} values
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Promise<number>} its exit code; 128 + n when signal n ended it, 127 when it cannot be started
 */
const run = (command, values, environment) =>
  new Promise((resolveCode) => {
    const child = spawn(command, values, { cwd: userFolder, env: environment, stdio: 'inherit' });
    // The terminal's Ctrl-C reaches the command by itself; what is sent to us alone is passed on.
    process.on('SIGINT', () => undefined);
    for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
    child.once('error', (error) => {
      console.error(`${command} cannot be run: ${error.message}`);
      resolveCode(127);
    });
    child.once('exit', (code, signal) => resolveCode(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });

// Standard output belongs to the command.
console.log = console.error;
const { scenario, session, command, values } = readArguments();
if (!(await setUp({ purpose: 'simulate' }))) process.exit(70);
await build(['simulator', 'cli', 'parse-worker', 'formats', 'diagnosis']);
// Not in TMPDIR: a socket's path may have 103 bytes on a Mac, and TMPDIR has half of them there.
const folder = mkdtempSync(join(realpathSync('/tmp'), 'latchkey-mac-'));
try {
  process.exitCode = await run(command, values, createMac(folder, scenario, session));
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
}
process.exit();

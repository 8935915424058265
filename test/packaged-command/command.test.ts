import { type ChildProcess, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { runnableAppContents } from '../../scripts/runnable-app.mjs';
import { createDeskMac } from '../cli/desk-mac';
import { deskScenario } from '../cli/desk-scenario';
import { latchkeyCommand, type RunningLatchkey, readStatus, runLatchkey, startLatchkey } from '../cli/run-latchkey';

const [command] = latchkeyCommand;
const program = join(runnableAppContents, 'MacOS/Latchkey');
const version = /^\d+\.\d+\.\d+\n$/;

const createFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-command-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

const run = (file: string, words: readonly string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}) => {
  const { status, stdout, stderr } = spawnSync(file, [...words], { env: {}, encoding: 'utf8', ...options });
  return { code: status, stdout, stderr };
};
const fine = { code: 0, stdout: expect.stringMatching(version), stderr: '' };

const startWatch = async (): Promise<RunningLatchkey> => {
  const watch = startLatchkey(await createDeskMac(deskScenario(true)), ['watch']);
  onTestFinished(() => void watch.child.kill('SIGKILL'));
  await expect.poll(watch.stdout).toContain('login');
  return watch;
};

describe('the packaged command', () => {
  it('may be run by everybody and is written by its owner alone', () => {
    expect(statSync(command).mode & 0o777).toBe(0o755);
  });

  it.each([
    ['prints its version', ['--version'], 0],
    ['refuses what it does not know', ['nonsense'], 64],
    ['takes no word of its own for Node', ['-e', 'process.exit(3)'], 64],
    ['takes no option for Electron', ['--inspect=0'], 64],
  ])('%s', (_what, words, code) => {
    expect(run(command, words).code).toBe(code);
  });

  it('runs a command of somebody’s without what has made the app’s program Node', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const { stdout } = await runLatchkey(mac, ['run', '--', 'env']);
    expect(stdout).toContain('PATH=');
    expect(stdout).not.toMatch(/^ELECTRON_RUN_AS_NODE=/m);
  });

  it('asks the framework through koffi, out of the archive', async () => {
    const status = await readStatus(await createDeskMac(deskScenario(true)));
    expect(status.keychains[0]?.lock).toMatchObject({ state: 'unlocked' });
  });

  it.each<[NodeJS.Signals, Partial<ChildProcess>]>([
    ['SIGINT', { exitCode: 0, signalCode: null }],
    ['SIGTERM', { exitCode: 0, signalCode: null }],
    ['SIGKILL', { exitCode: null, signalCode: 'SIGKILL' }],
  ])('is one process, which %s ends', async (signal, how) => {
    const watch = await startWatch();
    expect(commandOf(watch.child)).toBe(program);
    watch.child.kill(signal);
    await watch.ended;
    expect(watch.child).toMatchObject(how);
  });

  it('opens no debugger’s port at SIGUSR1', async () => {
    const watch = await startWatch();
    watch.child.kill('SIGUSR1');
    watch.child.kill('SIGTERM');
    expect(await watch.ended).toMatchObject({ code: 0, stderr: expect.not.stringContaining('Debugger') });
  });

  it('ends without a word when its reader has enough', () => {
    const script = `"$0" --help | head -1; "$0" --version | cat`;
    const { code, stdout, stderr } = run('/bin/sh', ['-c', script, command], { env: { PATH: process.env.PATH } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Latchkey shows .*\n\d+\.\d+\.\d+\n$/);
  });

  it('reads what is piped into it', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const { ended } = startLatchkey(mac, ['doctor', '--message', '-'], undefined, '');
    expect(await ended).toMatchObject({ stderr: expect.stringContaining('Standard input held no message.') });
  });

  it('is told apart from an app that is not whole', () => {
    const contents = join(createFolder(), 'Latchkey.app/Contents');
    mkdirSync(join(contents, 'Resources/bin'), { recursive: true });
    cpSync(command, join(contents, 'Resources/bin/latchkey'));
    const { code, stderr } = run(join(contents, 'Resources/bin/latchkey'), ['--version']);
    expect(code).toBe(70);
    expect(stderr).toContain(`${contents} is not a whole Latchkey.app`);
  });
});

describe('the packaged command through links', () => {
  it.each([
    ['a link', ['a']],
    ['a link to a link', ['a', 'b']],
    ['three links', ['a', 'b', 'c']],
    ['names that a shell would take apart', ['a b', '-n', "it's", '$(touch x)', '🔑', '*', 'ends\n']],
  ])('starts from %s', (_what, names) => {
    const folder = createFolder();
    let target = command;
    for (const name of names) {
      symlinkSync(target, join(folder, name));
      // Each but the first is relative.
      target = name;
    }
    expect(run(join(folder, names.at(-1) ?? ''), ['--version'], { cwd: '/' })).toEqual(fine);
  });

  it('starts from a link in a folder that is a link, and by way of “..”', () => {
    const folder = createFolder();
    mkdirSync(join(folder, 'real/deep'), { recursive: true });
    symlinkSync(command, join(folder, 'real/latchkey'));
    symlinkSync('../latchkey', join(folder, 'real/deep/up'));
    symlinkSync('real/deep', join(folder, 'elsewhere'));
    expect(run(join(folder, 'elsewhere/up'), ['--version'])).toEqual(fine);
  });

  it('starts by name from the PATH, from its own folder and from a folder that is gone', () => {
    const folder = createFolder();
    symlinkSync(command, join(folder, 'latchkey'));
    const env = { PATH: [folder, process.env.PATH].join(delimiter) };
    expect(run('latchkey', ['--version'], { env })).toEqual(fine);
    expect(run('./latchkey', ['--version'], { cwd: folder })).toEqual(fine);
    expect(run('/bin/sh', ['latchkey', '--version'], { cwd: folder })).toEqual(fine);
    const gone = '/bin/mkdir "$1/gone" && cd "$1/gone" && /bin/rmdir "$1/gone" && exec "$1/latchkey" --version';
    // Shells say by themselves that they do not know where they are.
    expect(run('/bin/sh', ['-c', gone, 'sh', folder])).toEqual({ ...fine, stderr: expect.any(String) });
  });
});

describe('the packaged command in an environment that is against it', () => {
  const evil = (folder: string, name: string): string => {
    const text = name.endsWith('.sh') ? `echo evil; : > '${folder}/came-in'` : '';
    writeFileSync(join(folder, name), text || `require('fs').writeFileSync('${folder}/came-in', '')`);
    return join(folder, name);
  };

  it.each<[string, (folder: string) => NodeJS.ProcessEnv]>([
    ['code to load first', (folder) => ({ NODE_OPTIONS: `--require ${evil(folder, 'evil.cjs')}` })],
    ['a debugger to wait for', () => ({ NODE_OPTIONS: '--inspect-brk=0' })],
    ['options that Node does not know', () => ({ NODE_OPTIONS: '--no-such-option' })],
    ['a folder of other modules', (folder) => ({ NODE_PATH: folder })],
    ['a parent that is not there', () => ({ NODE_CHANNEL_FD: '9', NODE_UNIQUE_ID: '1' })],
    ['a folder for coverage', (folder) => ({ NODE_V8_COVERAGE: join(folder, 'came-in') })],
    ['a prompt’s module', (folder) => ({ NODE_REPL_EXTERNAL_MODULE: evil(folder, 'evil.cjs') })],
    ['archives switched off', () => ({ ELECTRON_NO_ASAR: '1' })],
    ['an empty ELECTRON_RUN_AS_NODE', () => ({ ELECTRON_RUN_AS_NODE: '' })],
    ['Electron’s log', () => ({ ELECTRON_ENABLE_LOGGING: '1', ELECTRON_LOG_FILE: '/nowhere' })],
    ['another Electron', () => ({ ELECTRON_OVERRIDE_DIST_PATH: '/nowhere', ELECTRON_IS_DEV: '1' })],
    ['folders for cd', () => ({ CDPATH: '/:/tmp' })],
    ['an empty PATH', () => ({ PATH: '' })],
    ['no PATH', () => ({ PATH: undefined })],
    ['a PATH of other programs', (folder) => ({ PATH: otherPrograms(folder) })],
    ['other separators', () => ({ IFS: '/la tchkey' })],
    ['a file for interactive shells', (folder) => ({ ENV: evil(folder, 'e.sh'), BASH_ENV: evil(folder, 'e.sh') })],
    [
      'functions with the names of builtins',
      () => ({ 'BASH_FUNC_cd%%': '() { :; }', 'BASH_FUNC_printf%%': '() { :; }' }),
    ],
    ['a working folder that is not', () => ({ PWD: '/nowhere', OLDPWD: '/nowhere' })],
    ['a language that is not there', () => ({ LC_ALL: 'xx_XX.UTF-8', LANG: 'xx' })],
    ['no home', () => ({ HOME: '/nowhere' })],
  ])('starts with %s', (_what, environment) => {
    const folder = createFolder();
    expect(run(command, ['--version'], { env: environment(folder) })).toEqual(fine);
    expect(existsSync(join(folder, 'came-in'))).toBe(false);
  });

  const otherPrograms = (folder: string): string => {
    for (const name of ['readlink', 'sh', 'node', 'env', 'Latchkey']) {
      writeFileSync(join(folder, name), `#!/bin/sh\n: > '${folder}/came-in'\n`, { mode: 0o755 });
    }
    return folder;
  };

  it('starts where sh is bash, as on a Mac, and functions have the names of builtins', () => {
    const env = { 'BASH_FUNC_cd%%': '() { :; }', 'BASH_FUNC_printf%%': '() { :; }' };
    expect(run('/bin/bash', ['--posix', command, '--version'], { env })).toEqual(fine);
  });
});

describe('the packaged program as Node', () => {
  const asNode = (words: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    run(program, words, { env: { ELECTRON_RUN_AS_NODE: '1', ...env } });

  it('loads keytar’s compiled part, which lies outside of the archive', () => {
    const keytar = join(runnableAppContents, 'Resources/app.asar/node_modules/keytar');
    expect(asNode(['-p', `typeof require(${JSON.stringify(keytar)}).getPassword`]).stdout).toBe('function\n');
  });

  it('takes no NODE_OPTIONS', () => {
    const folder = createFolder();
    writeFileSync(join(folder, 'evil.cjs'), 'console.log("evil")');
    const options = { NODE_OPTIONS: `--require ${join(folder, 'evil.cjs')}` };
    expect(asNode(['-p', '1 + 1'], options).stdout).toBe('2\n');
  });
});

/** The program that a process is now. */
const commandOf = ({ pid }: ChildProcess): string => {
  const { stdout } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.slice(0, program.length);
};

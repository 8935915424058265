import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const projectFolder = join(import.meta.dirname, '../../..');
const scenarios = join(import.meta.dirname, '../scenarios');
const demo = join(scenarios, 'demo.json');

interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const simulate = (args: readonly string[]): Promise<Outcome> =>
  new Promise((resolve) => {
    const script = join(projectFolder, 'scripts/simulate.mjs');
    const child = spawn(process.execPath, [script, ...args], { detached: true });
    const read = { stdout: '', stderr: '' };
    child.stdout.on('data', (data) => {
      read.stdout += data;
    });
    child.stderr.on('data', (data) => {
      read.stderr += data;
    });
    child.on('close', (code) => resolve({ code, ...read }));
  });

const sh = (line: string) => ['--', 'sh', '-c', line];

describe('npm run simulate', () => {
  it('runs a command on the desktop with the simulated tools first, and leaves nothing behind', async () => {
    const run = await simulate([
      '--scenario',
      demo,
      ...sh('echo "$HOME"; for tool in security latchkey dialog; do command -v $tool; done; exit 7'),
    ]);
    const [home = '', ...tools] = run.stdout.trimEnd().split('\n');
    const root = home.replace(/\/Users\/alice$/, '');
    expect(run).toMatchObject({ code: 7, stderr: '' });
    expect(tools).toEqual([
      `${root}/usr/bin/security`,
      `${root}/usr/local/bin/latchkey`,
      `${root}/usr/local/bin/dialog`,
    ]);
    expect(existsSync(root)).toBe(false);
  });

  it('runs it as from an SSH login when asked', async () => {
    const line = 'launchctl managername; echo "$SSH_CONNECTION $SSH_TTY"; security show-keychain-info; echo $?';
    const run = await simulate(['--scenario', demo, '--session', 'ssh-1', ...sh(line)]);
    expect(run.stdout).toBe('Background\n192.168.1.9 52144 192.168.1.20 22 /dev/ttys004\n36\n');
  });

  it('gives 128 and the signal’s number when a signal ended the command', async () => {
    expect((await simulate(['--scenario', demo, ...sh('kill -TERM $$')])).code).toBe(143);
  });

  it.each([
    { what: 'no scenario', args: ['--', 'true'], code: 64, sentence: 'Name the scenario' },
    { what: 'no command', args: ['--scenario', demo], code: 64, sentence: 'Name the command' },
    { what: 'an unknown option', args: ['--fast', '--', 'true'], code: 64, sentence: "Unknown option '--fast'" },
    {
      what: 'an unknown session',
      args: ['--scenario', demo, '--session', 'x', '--', 'true'],
      code: 64,
      sentence: 'has no session "x": desktop, ssh-1.',
    },
    {
      what: 'a missing file',
      args: ['--scenario', '/nowhere.json', '--', 'true'],
      code: 65,
      sentence: '/nowhere.json: ENOENT',
    },
    {
      what: 'a missing command',
      args: ['--scenario', demo, '--', 'no-such-program'],
      code: 127,
      sentence: 'no-such-program cannot be run',
    },
  ])('explains $what and ends with $code', async ({ args, code, sentence }) => {
    const run = await simulate(args);
    expect(run).toMatchObject({ code, stdout: '', stderr: expect.stringContaining(sentence) });
  });

  it.each([
    { content: '{ "user": ', sentence: 'this is not JSON' },
    { content: '{ "user": { "name": "a" }, "sessions": {} }', sentence: 'sessions must be a list; it is {}.' },
  ])('explains what is wrong with $content', async ({ content, sentence }) => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-scenario-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'bad.json'), content);
    const run = await simulate(['--scenario', join(folder, 'bad.json'), '--', 'true']);
    expect(run).toMatchObject({ code: 65, stdout: '', stderr: expect.stringContaining(sentence) });
  });

  it.each(readdirSync(scenarios))('can be given %s', async (name) => {
    const run = await simulate(['--scenario', join(scenarios, name), '--', 'security', 'login-keychain']);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('login.keychain-db"\n') });
  });
});

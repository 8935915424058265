import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBoundedTools } from '../../../electron/system/children/bounded-tools';
import { createDesktopTmuxDoor } from '../../../electron/system/sessions/desktop-tmux';
import { someHost } from '../some-host';

/** Short: a socket's path has room for about 100 bytes. */
const root = mkdtempSync('/tmp/lk-');
const tmuxFile = execFileSync('/bin/sh', ['-c', 'command -v tmux'], { encoding: 'utf8' }).trim();
const tmux = (...args: string[]) =>
  spawnSync(tmuxFile, ['-L', 'latchkey', ...args], { encoding: 'utf8', env: { TMUX_TMPDIR: root } }).stdout;

/** What launchd does with a job: its program, its variables, nothing of whoever asked. */
const runJob = `
import os, plistlib, sys
root = sys.argv[1]
job = plistlib.load(open(root + sys.argv[2], "rb"))
words = [root + word if word.startswith("/") else word for word in job["ProgramArguments"]]
os.execve(words[0], words, dict(job["EnvironmentVariables"], PATH="/usr/bin:/bin"))
`;

/** The real tmux with its sockets in a folder of its own, and a desktop around it. */
const executables = {
  '/opt/homebrew/bin/tmux': `TMUX_TMPDIR='${root}' exec '${tmuxFile}' -f /dev/null "$@"`,
  '/bin/launchctl': `[ "$1" = bootstrap ] || exit 113\nexec env -i python3 -c '${runJob}' '${root}' "$3"`,
  '/bin/hostname': 'echo alices-mac.local',
};

beforeAll(() => {
  for (const [path, script] of Object.entries(executables)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(root + path, `#!/bin/sh\n${script}\n`);
    chmodSync(root + path, 0o755);
  }
  mkdirSync(`${root}/Users/alice`, { recursive: true });
});
afterAll(() => {
  tmux('kill-server');
  rmSync(root, { recursive: true, force: true });
});

describe('a real tmux server of the desktop', () => {
  it('outlives the call that started it, begins at home and speaks a language', async () => {
    const host = someHost({ root, environment: { SSH_CONNECTION: '192.168.1.9 1 192.168.1.20 22', SHELL: '/bin/sh' } });
    const door = createDesktopTmuxDoor(host, createBoundedTools(host), () => Promise.resolve('186a6'));
    expect(await door.read()).toMatchObject({ state: 'stopped' });
    expect(await door.start()).toEqual({ ok: true, value: 'started' });
    expect(await door.read()).toMatchObject({ state: 'running' });
    expect(await door.start()).toEqual({ ok: true, value: 'running-already' });
    expect(tmux('list-sessions', '-F', '#{session_name} #{session_path}')).toBe(`latchkey ${root}/Users/alice\n`);
    const environment = tmux('show-environment', '-g');
    expect(environment).toMatch(/^LANG=en_US\.UTF-8$/m);
    expect(environment).not.toMatch(/^(LC_ALL|SSH_CONNECTION)=/m);
  });

  it('gets its session back when only that has ended', async () => {
    const host = someHost({ root });
    const door = createDesktopTmuxDoor(host, createBoundedTools(host), () => Promise.resolve('186a6'));
    tmux('new-session', '-d', '-s', 'latchkey-of-mine');
    tmux('kill-session', '-t', '=latchkey');
    expect(await door.read()).toMatchObject({ state: 'stopped' });
    expect(await door.start()).toEqual({ ok: true, value: 'started' });
    expect(tmux('list-sessions', '-F', '#{session_name}')).toBe('latchkey\nlatchkey-of-mine\n');
  });
});

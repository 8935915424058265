import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openUnlockPrompt } from '../../../electron/system/sessions/unlock-prompt';
import { patience } from '../../vitest/patience';
import { someHost } from '../some-host';

/** Short: a socket's path has room for about 100 bytes. */
const root = mkdtempSync('/tmp/lk-');
const sockets = { mine: '/private/tmp/t/my server 🔑', other: '/private/tmp/t/other' };
const patient = { timeout: patience(10_000) };
const told = join(root, 'told');
const tmuxFile = execFileSync('/bin/sh', ['-c', 'command -v tmux'], { encoding: 'utf8' }).trim();
const tmux = (socket: string, ...args: string[]) =>
  spawnSync(tmuxFile, ['-u', '-S', root + socket, ...args], { encoding: 'utf8', env: { PATH: process.env.PATH } })
    .stdout;
const windows = (socket: string) => tmux(socket, 'list-windows', '-a', '-F', '#{window_name}').trim().split('\n');

/** The real tmux, which takes paths as they are on disk, and a tool that only tells what it was asked. */
const executables = {
  '/opt/homebrew/bin/tmux': `shift; socket=$1; shift; exec '${tmuxFile}' -S "${root}$socket" "$@"`,
  '/usr/bin/security': `printf '%s|' "$@" >'${told}.new'; mv '${told}.new' '${told}'; exit 36`,
};

beforeAll(() => {
  for (const [path, script] of Object.entries(executables)) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(root + path, `#!/bin/sh\n${script}\n`);
    chmodSync(root + path, 0o755);
  }
  mkdirSync(`${root}/private/tmp/t`, { recursive: true, mode: 0o700 });
  for (const socket of Object.values(sockets))
    tmux(socket, '-f', '/dev/null', 'new-session', '-d', '-n', 'first', 'cat');
});
beforeEach(() => rmSync(told, { force: true }));
afterAll(() => {
  for (const socket of Object.values(sockets)) tmux(socket, 'kill-server');
  rmSync(root, { recursive: true, force: true });
});

describe('an unlock prompt in a real tmux server', () => {
  it.each([
    '/Users/alice/Library/Keychains/login.keychain-db',
    '/Users/alice/a "disk" of o\'neil 🔑.keychain-db',
    '/Users/alice/#{pid} #(touch /tmp/x) $HOME `id` %1 \\;.keychain-db',
    '/Users/alice/ends with a semicolon;',
    '/Users/alice/ends with both\\;',
    '/Users/alice/ends with two;;',
  ])('runs the tool with the one path %s, in that server only', async (path) => {
    const before = windows(sockets.other);
    expect(await openUnlockPrompt(someHost({ root }), sockets.mine, path)).toEqual({ ok: true, value: undefined });
    await expect.poll(() => existsSync(told) && readFileSync(told, 'utf8'), patient).toBe(`unlock-keychain|${path}|`);
    expect(windows(sockets.mine)).toContain('unlock');
    expect(windows(sockets.other)).toEqual(before);
    await expect
      .poll(() => tmux(sockets.mine, 'capture-pane', '-p'), patient)
      .toContain('Press Return to close this window.');
    expect(tmux(sockets.mine, 'capture-pane', '-p')).toContain('Not unlocked (code 36).');
    tmux(sockets.mine, 'send-keys', 'Enter');
    await expect.poll(() => windows(sockets.mine), patient).toEqual(['first']);
  });
});

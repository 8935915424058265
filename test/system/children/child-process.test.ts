import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runTool } from '../../../electron/system/children/child-process';
import { someHost } from '../some-host';

const folder = mkdtempSync(join(tmpdir(), 'latchkey-child-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const shell = (script: string, more: object = {}) =>
  runTool(someHost({ environment: { TZ: 'UTC', SECRET_OF_OURS: 'canary' } }), {
    tool: '/bin/sh',
    args: ['-c', script, 'sh', 'with a space', '😀'],
    timeLimitMs: 10_000,
    ...more,
  });

/** A process that has ended and that nobody has asked about yet (Z) is not alive. */
const isAlive = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());

describe('running a tool', () => {
  it('keeps the two streams apart and passes each argument as it is', async () => {
    expect(await shell('printf "%s|" "$@"; echo why >&2; exit 36')).toEqual({
      kind: 'exited',
      code: 36,
      stdout: 'with a space|😀|',
      stderr: 'why\n',
    });
  });

  it('gives the child a small environment of its own and no input', async () => {
    const result = await shell('cat; env | sort');
    expect(result).toMatchObject({ kind: 'exited', code: 0 });
    const names = 'stdout' in result ? result.stdout.split('\n').map((line) => line.split('=')[0]) : [];
    expect(names.filter((name) => name && !['_', 'PWD', 'SHLVL', 'OLDPWD'].includes(name))).toEqual([
      'HOME',
      'LC_ALL',
      'LOGNAME',
      'PATH',
      'TZ',
      'USER',
    ]);
  });

  it('tells a signal from an exit', async () => {
    expect(await shell('kill -9 $$')).toEqual({ kind: 'signalled', signal: 'SIGKILL' });
  });

  it('tells a tool that is not there and one that may not be run', async () => {
    const plain = join(folder, 'not executable 😀');
    writeFileSync(plain, 'text');
    const start = (tool: string) => runTool(someHost(), { tool, args: [], timeLimitMs: 1_000 });
    expect(await start('/nowhere/security')).toEqual({ kind: 'could-not-start', errorCode: 'ENOENT' });
    expect(await start(plain)).toEqual({ kind: 'could-not-start', errorCode: 'EACCES' });
  });

  it('ends a child that takes too long together with what it has started', async () => {
    const pids = join(folder, 'pids');
    const result = await shell(`trap '' TERM; sleep 60 & echo $! $$ > '${pids}'; wait; sleep 60`, { timeLimitMs: 300 });
    expect(result).toEqual({ kind: 'timed-out', timeLimitMs: 300 });
    const started = readFileSync(pids, 'utf8').trim().split(' ').map(Number);
    expect(started).toHaveLength(2);
    await expect.poll(() => started.filter(isAlive)).toEqual([]);
  });

  it('does not wait for a grandchild that holds the streams open', async () => {
    expect(await shell('sleep 60 & echo done')).toMatchObject({ kind: 'exited', code: 0, stdout: 'done\n' });
  });

  it('ends a child that says too much', async () => {
    const result = await shell('yes', { outputLimitBytes: 10_000 });
    expect(result).toEqual({ kind: 'too-much-output', outputLimitBytes: 10_000 });
  });

  it('ends a child when it is called off, and starts none when it already was', async () => {
    const abort = new AbortController();
    const running = shell('sleep 60', { signal: abort.signal });
    abort.abort();
    expect(await running).toEqual({ kind: 'aborted' });
    expect(await shell('echo', { signal: AbortSignal.abort() })).toEqual({ kind: 'aborted' });
  });

  it('reads bytes that are no text without failing', async () => {
    expect(await shell("printf '\\377\\376'")).toMatchObject({ kind: 'exited', stdout: '\uFFFD\uFFFD' });
  });
});

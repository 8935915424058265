import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { patience } from '../vitest/patience';
import { inTerminal, openTerminal } from './terminal';

const run = (script: string, input = '') =>
  spawnSync(inTerminal, ['/bin/sh', '-c', script], { input, encoding: 'utf8', timeout: patience(20_000) });

describe('a command in a terminal of its own', () => {
  it('has a terminal for all three, and is its leader', () => {
    const { stdout, status } = run('test -t 0 && test -t 1 && test -t 2 && printf "yes" >/dev/tty');
    expect([stdout, status]).toEqual(['yes', 0]);
  });

  it.each([
    ['its code', 'exit 7', 7],
    ['128 and the signal that ended it', 'kill -TERM $$', 143],
  ])('ends with %s', (_what, script, code) => expect(run(script).status).toBe(code));

  it('is told the end of what is typed', () => {
    expect(run('cat; echo over', 'one\n').stdout.replaceAll('\r', '')).toMatch(/one\n[\s\S]*over\n/);
  });

  it('hears that the line is gone', async () => {
    const line = 'trap "echo gone; exit" HUP; echo ready; while :; do sleep 0.1; done';
    const terminal = openTerminal(['/bin/sh', '-c', line], { PATH: process.env.PATH ?? '' }, '/');
    await terminal.waitFor('ready');
    await expect(terminal.hangUp()).resolves.toBeUndefined();
  });

  it('says that it could not be started', () => {
    expect(spawnSync(inTerminal, ['/no/such/program'], { encoding: 'utf8' })).toMatchObject({ status: 127 });
  });
});

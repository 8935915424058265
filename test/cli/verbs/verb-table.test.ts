import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseCommand } from '../../../electron/cli/arguments';
import { completionShells, completionsOf } from '../../../electron/cli/verbs/completions';
import { verbHelp } from '../../../electron/cli/verbs/verb-help';
import { switches, verbs } from '../../../electron/cli/verbs/verb-table';

const names = Object.keys(verbs);

/** Whether the parser says of a switch that it goes with a command, whatever else it says. */
const goesWith = (verb: string, option: string): boolean => {
  const value = 'takes' in (switches[option as keyof typeof switches] ?? {}) ? ['x'] : [];
  const parsed = parseCommand([verb, `--${option}`, ...value]);
  return parsed.ok || !parsed.reason.endsWith(`does not go with ${verb}.`);
};

describe('the table of commands', () => {
  it.each(names)('has of %s the switches that the parser takes, and no other', (name) => {
    expect(
      Object.keys(switches)
        .filter((option) => goesWith(name, option))
        .sort(),
    ).toEqual([...(verbs[name]?.switches ?? [])].sort());
  });

  it.each(names)('has examples of %s that are understood', (name) => {
    for (const [line] of verbs[name]?.examples ?? []) {
      const words = line
        .replace(/^.*?\blatchkey /, '')
        .replace(/\)$/, '')
        .split(' ');
      expect(parseCommand(words), line).toMatchObject({ ok: true });
    }
  });

  it.each(names)('is what help tells of %s, in lines of a terminal', (name) => {
    const text = verbHelp(name) ?? '';
    expect(text).toContain(verbs[name]?.about);
    for (const option of verbs[name]?.switches ?? []) expect(text).toContain(`--${option}`);
    expect(text.split('\n').filter((line) => line.length > 110)).toEqual([]);
  });

  it('has nothing to tell of what is no command', () => {
    expect(verbHelp('constructor')).toBeNull();
  });
});

describe('completions', () => {
  it.for(completionShells)('of %s are read by that shell without a complaint', (shell, context) => {
    const folder = mkdtempSync(join(tmpdir(), 'latchkey-completions-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'completions');
    writeFileSync(file, completionsOf(shell));
    const { error, status, stderr } = spawnSync(shell, ['-n', file], { encoding: 'utf8' });
    if (error !== undefined && 'code' in error && error.code === 'ENOENT')
      context.skip(`${shell} is not installed here`);
    expect([error, status, stderr]).toEqual([undefined, 0, '']);
  });

  const completed = (...words: readonly string[]): readonly string[] => {
    const line = words.map((word) => `'${word}'`).join(' ');
    const script = `${completionsOf('bash')}COMP_WORDS=(latchkey ${line})\nCOMP_CWORD=${words.length}\n_latchkey\nprintf '%s\\n' "\${COMPREPLY[@]}"\n`;
    const { stdout } = spawnSync('bash', ['--norc'], { input: script, encoding: 'utf8' });
    return stdout.split('\n').filter((word) => word !== '');
  };

  it.each([
    [['un'], ['unlock', 'undo', 'uninstall']],
    [['hold', 'to'], ['tonight']],
    [['hold', '--re'], ['--relock']],
    [
      ['completions', ''],
      ['zsh', 'bash', 'fish'],
    ],
    [['help', 'che'], ['check-apps']],
    [['check-apps', ''], ['--json']],
    [['run', ''], ['--']],
  ])('in bash offer after %j what can come', (words, offered) => {
    expect(completed(...words)).toEqual(offered);
  });

  it.each(completionShells)('of %s know every command and every switch', (shell) => {
    const text = completionsOf(shell);
    for (const [name, verb] of Object.entries(verbs)) {
      expect(text).toContain(name);
      for (const option of verb.switches) expect(text).toContain(shell === 'fish' ? `-l ${option}` : `--${option}`);
    }
  });
});

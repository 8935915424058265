import { chownSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { needShell } from './installed-shell';
import { assetsFolder } from './remote-mac';
import { eventually, openTerminal } from './terminal';

/** Nobody else's processes count towards this user's limit. */
const lonelyUid = 54_321;
const isRoot = process.getuid?.() === 0;

let home = '';
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'latchkey-cost-'));
  const folder = join(home, 'Library/Application Support/Latchkey');
  mkdirSync(join(folder, 'shell'), { recursive: true });
  mkdirSync(join(folder, 'beacons'));
  for (const name of ['latchkey.sh', 'latchkey.fish'])
    writeFileSync(join(folder, 'shell', name), readFileSync(join(assetsFolder, name)));
  // Instead of asking, this only says that it was started, and leaves a beacon for the prompt to read.
  writeFileSync(
    join(folder, 'shell/latchkey-report.sh'),
    `echo "$*" >>"$HOME/asked"\necho '{"managerName":"Background","lock":"locked"}' >"$HOME/Library/Application Support/Latchkey/beacons/shell-$2.json"\n`,
  );
});
afterEach(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

/** `refusal`: how the shell says that it could not start a process. fish's own prompt asks git where there is one. */
const shells = [
  { program: 'zsh', file: '.zshrc', helper: 'latchkey.sh', refusal: /fork failed/, more: '' },
  { program: 'bash', file: '.bashrc', helper: 'latchkey.sh', refusal: /fork: retry/, more: '' },
  {
    ...{
      program: 'fish',
      file: '.config/fish/config.fish',
      helper: 'latchkey.fish',
      refusal: /Out of resources|Failed to execute/,
    },
    more: 'function fish_prompt; echo "> "; end\n',
  },
];

const giveAway = (folder: string): void => {
  chownSync(folder, lonelyUid, lonelyUid);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    chownSync(join(entry.parentPath, entry.name), lonelyUid, lonelyUid);
};

describe.each(shells)('a prompt of $program', ({ program, file, helper, refusal, more }) => {
  it('starts no process until it is time to ask again', async () => {
    needShell(program);
    mkdirSync(join(home, '.config/fish'), { recursive: true });
    // Where it is missing, fish fills it in the background.
    mkdirSync(join(home, '.local/share/fish/generated_completions'), { recursive: true });
    writeFileSync(join(home, file), `. "$HOME/Library/Application Support/Latchkey/shell/${helper}"\n${more}`);
    if (isRoot) giveAway(home);
    const asUser = isRoot ? ['setpriv', `--reuid=${lonelyUid}`, `--regid=${lonelyUid}`, '--clear-groups'] : [];
    const environment = {
      ...{ HOME: home, USER: 'lonely', XDG_RUNTIME_DIR: home, PATH: '/usr/bin:/bin' },
      SSH_CONNECTION: '192.168.1.9 1 192.168.1.20 22',
    };
    const terminal = openTerminal([...asUser, program, '-i'], environment, home);
    const asked = () => {
      try {
        return readFileSync(join(home, 'asked'), 'utf8').trim().split('\n');
      } catch {
        return [];
      }
    };
    await eventually(
      () => asked().length === 1,
      () => 'first question',
    );
    terminal.type('ulimit -u 1');
    for (const word of ['one', 'two', 'three', 'four', 'five']) terminal.type(`echo ${word}`);
    await terminal.waitFor('five', 2);
    const before = terminal.output();
    // The limit is in force: a program cannot be started.
    terminal.type('/bin/true');
    await eventually(
      () => refusal.test(terminal.output().slice(before.length)),
      () => `refusal: ${terminal.output()}`,
    );
    expect(before).toContain('Latchkey: the login keychain is locked');
    expect(before).not.toMatch(refusal);
    expect(asked()).toHaveLength(1);
    // The one way out that starts no process.
    await terminal.leave('exec /bin/true');
  });
});

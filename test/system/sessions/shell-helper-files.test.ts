import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ShellName } from '../../../electron/core/sessions/shell-plan';
import { installShellHelper, refreshShellHelper } from '../../../electron/system/sessions/shell-helper';
import { projectFolder } from '../../project-files';
import { someHost } from '../some-host';

const assetsFolder = join(projectFolder, 'assets/shell');

let root = '';
let home = '';
const host = () => someHost({ kind: 'simulated-macos', root, homeFolder: '/Users/al ice' });
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-copies-'));
  home = `${root}/Users/al ice`;
  mkdirSync(home, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const helperFolder = () => join(home, 'Library/Application Support/Latchkey/shell');
const install = (shell: ShellName) => installShellHelper(host(), shell, assetsFolder);

describe('the folder of the copies', () => {
  const modeOf = (path: string) => lstatSync(path).mode & 0o777;

  it.each([0o777, 0o775, 0o755])('with the mode %o is closed to others', async (mode) => {
    mkdirSync(helperFolder(), { recursive: true });
    chmodSync(helperFolder(), mode);
    expect(await install('zsh')).toMatchObject({ ok: true });
    expect(modeOf(helperFolder())).toBe(0o700);
  });

  it('is closed again when the app starts', async () => {
    await install('zsh');
    chmodSync(helperFolder(), 0o777);
    await refreshShellHelper(host(), assetsFolder);
    expect(modeOf(helperFolder())).toBe(0o700);
  });

  it.each<[string, (path: string) => void]>([
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
    ['a link to the same text', (path) => symlinkSync(join(assetsFolder, 'latchkey.fish'), path)],
    [
      'a file that others can write to',
      (path) => {
        writeFileSync(path, readFileSync(join(assetsFolder, 'latchkey.fish')));
        chmodSync(path, 0o666);
      },
    ],
    [
      'a file with a second name elsewhere',
      (path) => {
        writeFileSync(path, readFileSync(join(assetsFolder, 'latchkey.fish')), { mode: 0o600 });
        linkSync(path, join(home, 'second'));
      },
    ],
  ])('gets a copy of its own in the place of %s, without waiting for it', async (_, lay) => {
    mkdirSync(helperFolder(), { recursive: true, mode: 0o700 });
    const copy = join(helperFolder(), 'latchkey.fish');
    lay(copy);
    expect(await install('fish')).toMatchObject({ ok: true });
    expect(lstatSync(copy)).toMatchObject({ nlink: 1 });
    expect(modeOf(copy)).toBe(0o600);
    expect(readFileSync(copy)).toEqual(readFileSync(join(assetsFolder, 'latchkey.fish')));
    expect(lstatSync(join(assetsFolder, 'latchkey.fish')).isFile()).toBe(true);
  });

  it('is refused where others could put another one in its place', async () => {
    const above = join(home, 'Library/Application Support');
    mkdirSync(above, { recursive: true });
    chmodSync(above, 0o777);
    const outcome = await install('zsh');
    expect(outcome).toMatchObject({ ok: false, code: 'helper-not-copied' });
    expect(!outcome.ok && outcome.reason).toContain(
      'Other users can write to /Users/al ice/Library/Application Support',
    );
    expect(existsSync(join(home, '.zshrc'))).toBe(false);
  });
});

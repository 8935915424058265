import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ShellName, shellNames } from '../../../electron/core/sessions/shell-plan';
import {
  installShellHelper,
  isShellHelperInstalled,
  planShellInstall,
  refreshShellHelper,
  uninstallShellHelper,
} from '../../../electron/system/sessions/shell-helper';
import { projectFolder } from '../../project-files';
import { someHost } from '../some-host';

const assetsFolder = join(projectFolder, 'assets/shell');

let root = '';
let home = '';
const host = (environment: Readonly<Record<string, string>> = {}) =>
  someHost({ kind: 'simulated-macos', root, homeFolder: '/Users/al ice', environment });
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'latchkey-install-'));
  home = `${root}/Users/al ice`;
  mkdirSync(home, { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const files: Readonly<Record<ShellName, string>> = {
  zsh: '.zshrc',
  bash: '.bash_profile',
  sh: '.profile',
  fish: '.config/fish/conf.d/latchkey.fish',
};
const pathOf = (shell: ShellName): string => join(home, files[shell]);
const helperFolder = () => join(home, 'Library/Application Support/Latchkey/shell');

const write = (shell: ShellName, content: Buffer | string, mode = 0o644): void => {
  mkdirSync(join(pathOf(shell), '..'), { recursive: true });
  writeFileSync(pathOf(shell), content);
  chmodSync(pathOf(shell), mode);
};

const install = (shell: ShellName) => installShellHelper(host(), shell, assetsFolder);

const contents: readonly [string, Buffer][] = [
  ['empty', Buffer.from('')],
  ['of one line', Buffer.from('export A=1\n')],
  ['without an end of its last line', Buffer.from('export A=1')],
  ['with lines that end in CRLF', Buffer.from('export A=1\r\nexport B=2\r\n')],
  ['that is not UTF-8', Buffer.from([0x65, 0xe9, 0xff, 0x0a])],
  ['with a byte order mark', Buffer.from('\ufeffexport A=1\n')],
];

describe.each(shellNames)('installing for %s', (shell) => {
  it.each(contents)('and uninstalling leaves a file %s byte for byte as it was, with its mode', async (_, content) => {
    write(shell, content, 0o640);
    expect((await install(shell)).ok).toBe(true);
    expect(readFileSync(pathOf(shell)).subarray(0, content.length).equals(content)).toBe(true);
    expect(statSync(pathOf(shell)).mode & 0o777).toBe(0o640);
    expect(await uninstallShellHelper(host(), shell)).toMatchObject({ ok: true, value: { wasInstalled: true } });
    expect(readFileSync(pathOf(shell)).equals(content)).toBe(true);
    expect(statSync(pathOf(shell)).mode & 0o777).toBe(0o640);
    expect(readdirSync(join(pathOf(shell), '..')).filter((name) => name.includes('latchkey-'))).toEqual([]);
    expect(existsSync(helperFolder())).toBe(false);
  });

  it('makes the file where there is none, and removes it again', async () => {
    expect(await planShellInstall(host(), shell)).toMatchObject({ ok: true, value: { makesFile: true } });
    await install(shell);
    expect(existsSync(pathOf(shell))).toBe(true);
    await uninstallShellHelper(host(), shell);
    expect(existsSync(pathOf(shell))).toBe(false);
  });

  it('shows exactly the lines that it adds, and changes nothing before', async () => {
    write(shell, 'echo mine\n');
    const plan = await planShellInstall(host(), shell);
    if (!plan.ok) throw new Error(plan.reason);
    expect(readFileSync(pathOf(shell), 'utf8')).toBe('echo mine\n');
    expect(existsSync(helperFolder())).toBe(false);
    expect(plan.value).toMatchObject({
      file: `/Users/al ice/${files[shell]}`,
      targetFile: `/Users/al ice/${files[shell]}`,
      makesFile: false,
      isInstalled: false,
    });
    await install(shell);
    expect(readFileSync(pathOf(shell), 'utf8')).toBe(`echo mine\n${plan.value.lines.join('\n')}\n`);
    for (const file of plan.value.helperFiles) expect(statSync(root + file).mode & 0o777).toBe(0o600);
  });

  it('twice is once', async () => {
    write(shell, 'echo mine\n');
    await install(shell);
    const once = readFileSync(pathOf(shell));
    expect(await isShellHelperInstalled(host(), shell)).toEqual({ ok: true, value: true });
    expect(await planShellInstall(host(), shell)).toMatchObject({ ok: true, value: { isInstalled: true } });
    const { mtimeMs } = statSync(pathOf(shell));
    await install(shell);
    expect(readFileSync(pathOf(shell)).equals(once)).toBe(true);
    expect(statSync(pathOf(shell)).mtimeMs).toBe(mtimeMs);
  });

  it('writes what a link leads to, and leaves the link', async () => {
    mkdirSync(join(home, 'dotfiles'));
    mkdirSync(join(pathOf(shell), '..'), { recursive: true });
    writeFileSync(join(home, 'dotfiles/mine'), 'echo mine\n');
    symlinkSync(join(home, 'dotfiles/mine'), pathOf(shell));
    const plan = await install(shell);
    expect(plan).toMatchObject({ ok: true, value: { targetFile: '/Users/al ice/dotfiles/mine' } });
    expect(lstatSync(pathOf(shell)).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(home, 'dotfiles/mine'), 'utf8')).toContain('latchkey');
    expect(readdirSync(join(home, 'dotfiles'))).toEqual(['mine']);
    await uninstallShellHelper(host(), shell);
    expect(readFileSync(join(home, 'dotfiles/mine'), 'utf8')).toBe('echo mine\n');
    expect(lstatSync(pathOf(shell)).isSymbolicLink()).toBe(true);
  });

  it('uninstalls nothing where nothing is installed', async () => {
    write(shell, 'echo mine\n');
    expect(await uninstallShellHelper(host(), shell)).toMatchObject({ ok: true, value: { wasInstalled: false } });
    expect(readFileSync(pathOf(shell), 'utf8')).toBe('echo mine\n');
  });
});

describe('which file', () => {
  it.each([
    [['.bash_profile', '.bash_login', '.profile'], '.bash_profile'],
    [['.bash_login', '.profile'], '.bash_login'],
    [['.profile', '.bashrc'], '.profile'],
    [['.bashrc'], '.bash_profile'],
  ])('bash reads of %s in a login shell: %s', async (names, expected) => {
    for (const name of names) writeFileSync(join(home, name), '');
    const plan = await planShellInstall(host(), 'bash');
    expect(plan).toMatchObject({ ok: true, value: { file: `/Users/al ice/${expected}` } });
  });

  it('zsh and fish read where their variables say', async () => {
    const environment = { ZDOTDIR: `${root}/Users/al ice/z`, XDG_CONFIG_HOME: '/Users/al ice/config/' };
    const zsh = await planShellInstall(host(environment), 'zsh');
    const fish = await planShellInstall(host(environment), 'fish');
    expect(zsh).toMatchObject({ ok: true, value: { file: '/Users/al ice/z/.zshrc' } });
    expect(fish).toMatchObject({ ok: true, value: { file: '/Users/al ice/config/fish/conf.d/latchkey.fish' } });
  });
});

describe('a start-up file that is refused', () => {
  it.each<[string, (path: string) => void, string]>([
    ['a folder', (path) => mkdirSync(path), 'not-a-file'],
    ['a link to nothing', (path) => symlinkSync('/nowhere', path), 'dangling-link'],
    ['a link to itself', (path) => symlinkSync(path, path), 'dangling-link'],
    ['a device', (path) => symlinkSync('/dev/zero', path), 'not-a-file'],
    ['a file of 2 MB', (path) => writeFileSync(path, Buffer.alloc(2_000_000, '\n')), 'too-large'],
    ['a program', (path) => writeFileSync(path, Buffer.from([0x7f, 0x45, 0, 1])), 'not-text'],
    ['a pipe', (path) => execFileSync('mkfifo', [path]), 'not-a-file'],
    ['a file that others can write to', (path) => openFile(path, 0o646), 'open-to-others'],
    ['a file that its group can write to', (path) => openFile(path, 0o664), 'open-to-others'],
    [
      'a file in a folder that others can write to',
      (path) => {
        writeFileSync(path, 'echo mine\n');
        chmodSync(home, 0o777);
      },
      'open-to-others',
    ],
    ['a file that its owner has write-protected', (path) => openFile(path, 0o444), 'write-protected'],
    ['a file with damaged marks', (path) => writeFileSync(path, '# >>> latchkey >>>\n'), 'damaged-block'],
    [
      'a file with a second name',
      (path) => {
        writeFileSync(path, 'echo mine\n');
        linkSync(path, `${path}.second`);
      },
      'linked-twice',
    ],
  ])('%s', async (_, make, code) => {
    make(pathOf('zsh'));
    for (const outcome of [await planShellInstall(host(), 'zsh'), await install('zsh')]) {
      expect(outcome).toMatchObject({ ok: false, code });
      if (!outcome.ok) expect(outcome.reason).toMatch(/^\/Users\/al ice\/\.zshrc: [A-Z].*\.$/);
    }
    expect(existsSync(helperFolder())).toBe(false);
  });
});

const openFile = (path: string, mode: number): void => {
  writeFileSync(path, 'echo mine\n');
  chmodSync(path, mode);
};

describe('a write-protected start-up file', () => {
  it('is not cleaned without a word either, stays as it is, and is known to be installed', async () => {
    await install('zsh');
    chmodSync(pathOf('zsh'), 0o444);
    const before = readFileSync(pathOf('zsh'), 'utf8');
    expect(await uninstallShellHelper(host(), 'zsh')).toMatchObject({
      ok: false,
      code: 'write-protected',
      reason: expect.stringContaining('chmod u+w'),
    });
    expect(readFileSync(pathOf('zsh'), 'utf8')).toBe(before);
    expect(await isShellHelperInstalled(host(), 'zsh')).toEqual({ ok: true, value: true });
    expect(await planShellInstall(host(), 'zsh')).toMatchObject({ ok: true, value: { isInstalled: true } });
  });
});

describe.each(shellNames)('a start-up file of %s whose line ends an editor has turned', (shell) => {
  it.each(['\r\n', '\r'])('to %j can be cleaned', async (end) => {
    write(shell, 'echo mine\n');
    await install(shell);
    writeFileSync(pathOf(shell), readFileSync(pathOf(shell), 'latin1').replaceAll('\n', end), 'latin1');
    expect(await uninstallShellHelper(host(), shell)).toMatchObject({ ok: true, value: { wasInstalled: true } });
    expect(readFileSync(pathOf(shell), 'latin1')).toBe(`echo mine${end}`);
  });
});

describe('the copies of the helper', () => {
  it('stay while another shell needs them', async () => {
    await install('zsh');
    await install('fish');
    await uninstallShellHelper(host(), 'zsh');
    expect(readdirSync(helperFolder()).sort()).toEqual(['latchkey-report.sh', 'latchkey.fish', 'latchkey.sh']);
    await uninstallShellHelper(host(), 'fish');
    expect(existsSync(helperFolder())).toBe(false);
  });

  it("are brought up to date with the app's, where they are used", async () => {
    await refreshShellHelper(host(), assetsFolder);
    expect(existsSync(helperFolder())).toBe(false);
    await install('zsh');
    writeFileSync(join(helperFolder(), 'latchkey.sh'), 'old');
    expect(await refreshShellHelper(host(), assetsFolder)).toMatchObject({ ok: true });
    expect(readFileSync(join(helperFolder(), 'latchkey.sh'))).toEqual(readFileSync(join(assetsFolder, 'latchkey.sh')));
  });

  it('that cannot be made leave the start-up file alone', async () => {
    write('zsh', 'echo mine\n');
    expect(await installShellHelper(host(), 'zsh', '/nowhere')).toMatchObject({ ok: false, code: 'helper-not-copied' });
    expect(readFileSync(pathOf('zsh'), 'utf8')).toBe('echo mine\n');
  });
});

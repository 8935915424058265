import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { typedHere } from '../../../electron/system/command-line/command-here';
import { createCommandLinkDoor } from '../../../electron/system/command-line/command-link-door';
import { temporaryFolder } from '../../scripts/temporary-folder';
import { someHost } from '../some-host';

const bin = 'Contents/Resources/bin/latchkey';
let root = '';

const at = (macPath: string): string => join(root, macPath);
const makeApp = (macPath: string): string => {
  mkdirSync(dirname(at(`${macPath}/${bin}`)), { recursive: true });
  writeFileSync(at(`${macPath}/${bin}`), '#!/bin/sh\n', { mode: 0o755 });
  return at(`${macPath}/${bin}`);
};
const door = (command: string | null, shellPath: string | null = '/usr/bin') =>
  createCommandLinkDoor(someHost({ kind: 'simulated-macos', root }), command, shellPath);

beforeEach(() => {
  root = temporaryFolder();
  for (const folder of ['/usr/local/bin', '/Users/alice']) mkdirSync(at(folder), { recursive: true });
});

describe('the link of the command', () => {
  it('is shown, made and found again', async () => {
    const command = makeApp('/Applications/Latchkey.app');
    expect(await door(command).read()).toMatchObject({ link: '/usr/local/bin/latchkey', state: 'none' });
    expect(readdirSync(at('/usr/local/bin'))).toEqual([]);
    expect(await door(command).install()).toMatchObject({ ok: true });
    expect(readlinkSync(at('/usr/local/bin/latchkey'))).toBe(command);
    expect(await door(command).read()).toMatchObject({ state: 'installed', isBroken: false });
    expect(readdirSync(at('/usr/local/bin'))).toEqual(['latchkey']);
  });

  it.for<[string, () => void]>([
    ['belongs to somebody else', () => chownSync(at('/usr/local/bin'), 4711, 4711)],
    ['may be written by everybody', () => chmodSync(at('/usr/local/bin'), 0o777)],
    ['is not there', () => rmSync(at('/usr/local'), { recursive: true })],
    [
      'is a file',
      () => {
        rmSync(at('/usr/local/bin'), { recursive: true });
        writeFileSync(at('/usr/local/bin'), '');
      },
    ],
    ['has something else of that name', () => writeFileSync(at('/usr/local/bin/latchkey'), 'other')],
  ])('goes into the home folder where the shared one %s', async ([why, change], context) => {
    if (why.startsWith('belongs') && process.getuid?.() !== 0) context.skip('only root can give a folder away');
    change();
    const command = makeApp('/Applications/Latchkey.app');
    expect(await door(command).install()).toMatchObject({ ok: true });
    expect(readlinkSync(at('/Users/alice/.local/bin/latchkey'))).toBe(command);
  });

  it('is mended by an app that starts elsewhere, once the former one is gone', async () => {
    const former = makeApp('/Users/alice/Downloads/Latchkey.app');
    await door(former).install();
    const moved = makeApp('/Applications/Latchkey.app');
    await door(moved).mend();
    expect(readlinkSync(at('/usr/local/bin/latchkey'))).toBe(former);
    rmSync(at('/Users/alice/Downloads'), { recursive: true });
    await door(moved).mend();
    expect(readlinkSync(at('/usr/local/bin/latchkey'))).toBe(moved);
  });

  it('is never made by a start, and a stranger’s link is left alone', async () => {
    const command = makeApp('/Applications/Latchkey.app');
    await door(command).mend();
    expect(readdirSync(at('/usr/local/bin'))).toEqual([]);
    symlinkSync('/nowhere/latchkey', at('/usr/local/bin/latchkey'));
    await door(command).mend();
    await door(command).install();
    expect(readlinkSync(at('/usr/local/bin/latchkey'))).toBe('/nowhere/latchkey');
    expect(lstatSync(at('/Users/alice/.local/bin/latchkey')).isSymbolicLink()).toBe(true);
  });

  it('is not made by a checkout', async () => {
    expect(await door(null).install()).toMatchObject({ ok: false, reason: expect.stringContaining('checkout') });
  });
});

describe('how the command is typed here', () => {
  const typedWith = (folders: readonly string[], command: string): string =>
    typedHere(someHost({ environment: { PATH: folders.join(':') } }), command, '/nowhere');

  it('goes by what the first folder of the PATH has, through links', async () => {
    const command = makeApp('/Applications/Latchkey.app');
    const other = makeApp('/Users/alice/Other.app');
    await door(command).install();
    const folder = at('/usr/local/bin');
    expect(typedWith([folder], command)).toBe('latchkey');
    expect(typedWith(['', 'relative', at('/empty'), folder], command)).toBe('latchkey');
    expect(typedWith([], command)).toBe(command);
    expect(typedWith([dirname(other), folder], command)).toBe(command);
  });
});

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../electron/core/outcome';
import { createBoundedTools } from '../../electron/system/children/bounded-tools';
import type { MacHost } from '../../electron/system/mac/host';
import { createDesktopTmuxDoor } from '../../electron/system/sessions/desktop-tmux';
import { createRemoteSessionReader } from '../../electron/system/sessions/remote-sessions';
import { openUnlockPrompt } from '../../electron/system/sessions/unlock-prompt';
import { projectFolder } from '../project-files';
import { readValue } from '../system/read-value';
import { patience } from '../vitest/patience';
import { type MacWithRealPrograms, macWithRealPrograms } from './real-programs';

/** Root of Linux may become anybody, and so be the other user as well. */
const canBeTwo = process.platform === 'linux' && process.getuid?.() === 0;
const somebodyElse = 12_345;

let at: MacWithRealPrograms;
let children: ChildProcess[] = [];
const disk = (macPath: string) => at.mac.root + macPath;
const proof = () => `${at.mac.root}/tmp-of-theirs/ran`;
const program = () => `${at.mac.root}/tmp-of-theirs/program`;

beforeEach(async (context) => {
  if (!canBeTwo) context.skip('only root of Linux can be a second user here');
  at = await macWithRealPrograms();
  rmSync(at.socketFolder, { recursive: true });
  // As /private/tmp is on a Mac: everybody may make things there.
  for (const folder of ['', '/private', '/tmp-of-theirs']) mkdirSync(disk(folder), { recursive: true });
  for (const folder of ['', '/private']) chmodSync(disk(folder), 0o755);
  chmodSync(disk('/private/tmp'), 0o1777);
  chmodSync(disk('/tmp-of-theirs'), 0o755);
  writeFileSync(program(), `#!/bin/sh\nid -u >'${proof()}'\n`);
  chmodSync(program(), 0o755);
});

afterEach(async () => {
  for (const child of children) child.kill('SIGKILL');
  children = [];
  await at?.mac.dispose();
});

/** Makes a folder as the other user, where there is none. */
const theirFolder = (macPath: string): void => {
  mkdirSync(disk(macPath), { mode: 0o755 });
  chownSync(disk(macPath), somebodyElse, somebodyElse);
};

/** The other user's server, at this macOS path. */
const theirServer = (macPath: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const file = `${projectFolder}/test/real-sessions/fake-tmux-server.mjs`;
    const child = spawn(process.execPath, [file, disk(macPath), program()], {
      ...{ uid: somebodyElse, gid: somebodyElse, cwd: '/', stdio: ['ignore', 'pipe', 'inherit'] },
    });
    children.push(child);
    child.stdout?.once('data', () => resolve());
    child.once('exit', () => reject(new Error('the other user’s server did not start')));
  });

const noSession = () => Promise.resolve(failure('not-readable', 'This is no Mac.'));
const defaultFolder = () => `/private/tmp/tmux-${at.host.uid}`;
const look = (host: MacHost = at.host) =>
  createRemoteSessionReader(host, createBoundedTools(host), { readSecuritySession: noSession })();
const rows = async (host?: MacHost) =>
  readValue(await look(host)).filter(({ kind, id }) => kind === 'tmux-server' && !id.includes(':pid-'));

describe('a tmux server that another user has put in our way', () => {
  it('runs a program of theirs as us in every tmux that asks it', async () => {
    theirFolder(defaultFolder());
    await theirServer(`${defaultFolder()}/default`);
    spawnSync('tmux', ['-S', disk(`${defaultFolder()}/default`), 'list-sessions'], { timeout: patience(10_000) });
    expect(existsSync(proof())).toBe(true);
  });

  it('is not asked in a look, and is a row that says so', async () => {
    theirFolder(defaultFolder());
    await theirServer(`${defaultFolder()}/default`);
    expect(await rows()).toEqual([
      expect.objectContaining({
        id: `tmux-server:${defaultFolder()}/default`,
        bornIn: 'unknown',
        grounds: 'its socket lies in a folder of another user: not asked',
      }),
    ]);
    expect(existsSync(proof())).toBe(false);
  });

  it('is not asked where nobody may list its folder', async () => {
    theirFolder(defaultFolder());
    await theirServer(`${defaultFolder()}/default`);
    chmodSync(disk(defaultFolder()), 0o711);
    expect(await rows()).toHaveLength(1);
    expect(existsSync(proof())).toBe(false);
  });

  it.each<[string, () => Promise<void>, string]>([
    [
      'in a folder of ours that others can write to',
      async () => {
        mkdirSync(disk(defaultFolder()));
        chmodSync(disk(defaultFolder()), 0o777);
        await theirServer(`${defaultFolder()}/default`);
      },
      'its socket lies in a folder that others can write: not asked',
    ],
    [
      'behind a link in the place of the folder',
      async () => {
        theirFolder('/private/tmp/theirs');
        await theirServer('/private/tmp/theirs/default');
        symlinkSync(disk('/private/tmp/theirs'), disk(defaultFolder()));
      },
      'its socket lies in a folder that is only a link: not asked',
    ],
    [
      'in a folder that is closed again by now',
      async () => {
        mkdirSync(disk(defaultFolder()));
        chmodSync(disk(defaultFolder()), 0o777);
        await theirServer(`${defaultFolder()}/default`);
        chmodSync(disk(defaultFolder()), 0o700);
      },
      'its socket belongs to another user: not asked',
    ],
  ])('is not asked %s', async (_, lay, grounds) => {
    await lay();
    expect(await rows()).toEqual([expect.objectContaining({ bornIn: 'unknown', grounds })]);
    expect(existsSync(proof())).toBe(false);
  });

  it('is not asked where a process of ours names it', async () => {
    theirFolder('/private/tmp/pair');
    await theirServer('/private/tmp/pair/socket');
    children.push(spawn('sleep', ['60'], { argv0: 'tmux -S /private/tmp/pair/socket attach', stdio: 'ignore' }));
    expect(await rows()).toEqual([expect.objectContaining({ id: 'tmux-server:/private/tmp/pair/socket' })]);
    expect(existsSync(proof())).toBe(false);
  });

  it('is not asked where TMUX_TMPDIR leads to it', async () => {
    theirFolder('/private/tmp/shared');
    theirFolder(`/private/tmp/shared/tmux-${at.host.uid}`);
    await theirServer(`/private/tmp/shared/tmux-${at.host.uid}/default`);
    expect(await rows({ ...at.host, environment: { TMUX_TMPDIR: '/private/tmp/shared' } })).toHaveLength(1);
    expect(existsSync(proof())).toBe(false);
  });

  it('gets no window, and no server of the desktop is looked for or started beside it', async () => {
    theirFolder(defaultFolder());
    await theirServer(`${defaultFolder()}/default`);
    await theirServer(`${defaultFolder()}/latchkey`);
    const opened = await openUnlockPrompt(at.host, `${defaultFolder()}/default`, '/Users/alice/k.keychain-db');
    expect(opened).toMatchObject({ ok: false, code: 'not-trusted' });
    const door = createDesktopTmuxDoor(at.host, createBoundedTools(at.host), () => Promise.resolve(null));
    expect(await door.read()).toMatchObject({ state: 'unknown', reason: expect.stringContaining('another user') });
    expect(await door.start()).toMatchObject({ ok: false });
    expect(await door.setAtLogin(true)).toMatchObject({ ok: false });
    expect(existsSync(proof())).toBe(false);
  });

  it('takes nothing from our own server beside it', async () => {
    mkdirSync(disk(defaultFolder()), { mode: 0o700 });
    const socket = disk(`${defaultFolder()}/mine`);
    spawnSync('tmux', ['-S', socket, '-f', '/dev/null', 'new', '-d', '-s', 'mine', 'sleep 60']);
    theirFolder('/private/tmp/pair');
    await theirServer('/private/tmp/pair/socket');
    children.push(spawn('sleep', ['60'], { argv0: 'tmux -S /private/tmp/pair/socket attach', stdio: 'ignore' }));
    const found = await rows();
    spawnSync('tmux', ['-S', socket, 'kill-server']);
    expect(found.map(({ name, attachedClients }) => [name, attachedClients])).toEqual([
      ['mine', 0],
      ['socket', undefined],
    ]);
  });
});

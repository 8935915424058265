import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../electron/core/outcome';
import type { SessionSighting } from '../../electron/core/words/session';
import { createBoundedTools } from '../../electron/system/children/bounded-tools';
import { ancestry } from '../../electron/system/processes/process-ancestry';
import { readProcesses } from '../../electron/system/processes/process-list';
import { createRemoteSessionReader } from '../../electron/system/sessions/remote-sessions';
import { readValue } from '../system/read-value';
import { eventually, patience } from '../vitest/patience';
import { type LoopbackSshd, localEnvironment, longestLifeSeconds, startLoopbackSshd } from './loopback-sshd';
import { type MacWithRealPrograms, macWithRealPrograms } from './real-programs';

const life = `${longestLifeSeconds}`;
let at: MacWithRealPrograms;
let sshd: LoopbackSshd;
let strangers: Socket;
const local: ChildProcess[] = [];

const socket = (name: string) => `${at.socketFolder}/${name}`;
const screenFolder = () => `${sshd.folder}/screens`;
const claude = () => `${sshd.folder}/bin/claude`;

/** A program on a terminal of its own, as in a window of the desktop. */
const onLocalTerminal = (command: string): void => {
  const script = spawn('script', ['-qfc', command, '/dev/null'], {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: localEnvironment(),
  });
  local.push(script);
};

/** macOS spells the options of `ps` and `script` otherwise, and this is about Linux's. */
const isLinux = process.platform === 'linux';

beforeEach((context) => {
  if (!isLinux) context.skip('the real programs that this is about are those of Linux');
});

beforeAll(async () => {
  if (!isLinux) return;
  at = await macWithRealPrograms();
  sshd = await startLoopbackSshd();
  mkdirSync(screenFolder(), { mode: 0o700 });
  mkdirSync(`${sshd.folder}/bin`);
  copyFileSync('/bin/sleep', claude());

  const newServer = (name: string) => ['-S', socket(name), '-f', '/dev/null', 'new', '-d', '-s', name, `sleep ${life}`];
  execFileSync('tmux', newServer('near'), { env: localEnvironment() });
  execFileSync('screen', ['-dmS', 'near', 'sleep', life], {
    env: { ...localEnvironment(), SCREENDIR: screenFolder() },
  });
  // Each of these logins has ended when its command has.
  sshd.run(`tmux ${newServer('far').slice(0, -1).join(' ')} 'sleep ${life}'`);
  sshd.run(`SCREENDIR=${screenFolder()} screen -dmS far sleep ${life}`);
  sshd.run(`nohup setsid ${claude()} ${life} >/dev/null 2>&1 </dev/null &`);

  sshd.connect(['-tt'], `tmux -S ${socket('near')} attach -t near`);
  onLocalTerminal(`tmux -S ${socket('far')} attach -t far`);
  sshd.connect(['-T'], 'cat');
  sshd.connect(['-tt', '-M', '-S', `${sshd.folder}/control`], `sleep ${life}`);
  await eventually(() => expect(existsSync(`${sshd.folder}/control`)).toBe(true));
  sshd.connect(['-tt', '-S', `${sshd.folder}/control`], `sleep ${life}`);
  strangers = connect(sshd.port, '127.0.0.1');
}, patience(60_000));

afterAll(async () => {
  if (!isLinux) return;
  strangers?.destroy();
  for (const child of local) child.kill();
  for (const name of ['near', 'far']) {
    spawn('tmux', ['-S', socket(name), 'kill-server'], { stdio: 'ignore' });
    spawn('screen', ['-S', name, '-X', 'quit'], {
      stdio: 'ignore',
      env: { ...localEnvironment(), SCREENDIR: screenFolder() },
    });
  }
  for (const { pid, command } of await processes()) if (command.startsWith(claude())) process.kill(pid);
  await eventually(async () => expect(await ownProcesses()).toEqual([]));
  await sshd?.stop();
  await at?.mac.dispose();
}, patience(60_000));

const tools = () => createBoundedTools(at.host);

const processes = async () => [...readValue(await readProcesses(tools())).values()];

/** What this test has started and has to end, besides sshd. */
const ownProcesses = async (): Promise<readonly string[]> => {
  const commands = (await processes()).map(({ command }) => command);
  return commands.filter((command) => command.includes(at.socketFolder) || command.startsWith(claude()));
};

/** This machine may have logins of its own: only what comes through this sshd counts. */
const logins = async (): Promise<readonly SessionSighting[]> => {
  const table = readValue(await readProcesses(tools()));
  return (await sightings()).filter(
    ({ id, kind }) => kind === 'ssh' && ancestry(table, Number(id.slice(4))).some(({ pid }) => pid === sshd.pid),
  );
};

/** What this machine's `who` says; only root's sshd is allowed to tell it. */
const recordedOrigin = (ttys: string | undefined): string | undefined => {
  const records = execFileSync('who', { encoding: 'utf8' });
  return ttys
    ?.split(',')
    .map((tty) => new RegExp(`\\s${tty}\\s.*\\((.+)\\)`).exec(records)?.[1])
    .find((host) => host !== undefined);
};

const sightings = async () =>
  readValue(
    await createRemoteSessionReader(at.host, tools(), {
      readSecuritySession: () => Promise.resolve(failure('not-readable', 'This is no Mac.')),
      // Where the tests are not root's, their sshd is not either.
      sshdUid: process.getuid?.() ?? 0,
    })(),
  );

describe('with a real sshd, a real ps, who and tmux', () => {
  it('finds each login once: one with a terminal, one without, and one connection with two terminals', async () => {
    await eventually(async () => {
      const found = await logins();
      const terminals = found.map(({ tty }) => tty?.split(',').length ?? 0).sort();
      expect(terminals).toEqual([0, 1, 2]);
    });
    const found = await logins();
    for (const login of found) {
      expect(login).toMatchObject({ bornIn: 'ssh', user: at.host.userName, isThisSession: false });
      expect(Date.parse(login.startedAt ?? '')).toBeGreaterThan(Date.now() - longestLifeSeconds * 1000);
      expect(login.from).toBe(recordedOrigin(login.tty));
    }
  });

  it('tells a server that was born over SSH from one without a sign of its birth, whoever is attached to it', async () => {
    const servers = async () =>
      (await sightings()).filter(({ id }) => /^tmux-server:\/private\/tmp\/.*\/(near|far)$/.test(id));
    await eventually(async () =>
      expect((await servers()).map(({ attachedClients }) => attachedClients)).toEqual([1, 1]),
    );
    const folder = `/private/tmp/tmux-${at.host.uid}`;
    expect(await servers()).toMatchObject([
      { id: `tmux-server:${folder}/far`, name: 'far', bornIn: 'ssh', from: '127.0.0.1', remoteClients: 0 },
      { id: `tmux-server:${folder}/near`, name: 'near', bornIn: 'unknown', remoteClients: 1 },
    ]);
    const near = (await servers()).find(({ name }) => name === 'near');
    const remote = (await logins()).find(({ tty, from }) => from && tty && !tty.includes(','));
    expect(near?.remoteClientsFrom).toEqual(remote?.from ? [remote.from] : undefined);
  });

  it('tells the same of screen and of an agent whose login has ended', async () => {
    const rows = (await sightings()).filter(
      ({ kind, name }) => kind === 'agent-daemon' || (kind === 'screen' && (name === 'near' || name === 'far')),
    );
    const born = Object.fromEntries(rows.map(({ kind, name, bornIn, from }) => [`${kind} ${name}`, [bornIn, from]]));
    expect(born).toMatchObject({
      'screen near': ['unknown', undefined],
      'screen far': ['ssh', '127.0.0.1'],
      'agent-daemon Claude Code': ['ssh', '127.0.0.1'],
    });
  });

  it('lets go of a login that ends, and of no other', async () => {
    const before = await logins();
    const passing = sshd.connect(['-T'], 'cat');
    await eventually(async () => expect(await logins()).toHaveLength(before.length + 1));
    passing.kill();
    await eventually(async () => expect(await logins()).toEqual(before));
  });
});

import { chmodSync, cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Fault } from '../../simulator/parsing/scenario';
import { rowsOf } from '../read-value';
import { type MacWithDoors, macWithDoors, twoKeychains } from '../simulated-doors';

const usersOwn = { socket: 'default', session: 'desktop', serverPid: 5001, sessionNames: ['main'] };
let at: MacWithDoors;
beforeEach(async () => {
  at = await macWithDoors({ ...twoKeychains, hostName: 'alices-mac.local', tmux: [usersOwn] });
});
afterEach(() => at.mac.dispose());

const door = (sessionId?: string) => at.doors(sessionId).remoteHelp.desktopTmux;
const attachCommand = 'ssh -t alices-mac.local /opt/homebrew/bin/tmux -L latchkey attach -t latchkey';
const started = () => at.mac.ledger().filter(({ kind }) => kind === 'tmux-server-started');
const usersSessions = async () => (await at.mac.run('tmux', ['list-sessions', '-F', '#{session_name}'])).stdout;
const overSsh = { ...usersOwn, socket: 'latchkey', session: 'ssh-1', serverPid: 5002 };

describe('the tmux server of the desktop', () => {
  it('is looked for without being started', async () => {
    expect(await door().read()).toMatchObject({ state: 'stopped', attachCommand, launchAgent: { installed: false } });
    expect(at.mac.ledger()).toEqual([]);
  });

  it('is born in the desktop session, and a second start finds it', async () => {
    expect(await door().start()).toEqual({ ok: true, value: 'started' });
    expect(await door().read()).toMatchObject({ state: 'running', attachCommand });
    expect(started()).toMatchObject([{ session: 'desktop' }]);
    expect(await door().start()).toEqual({ ok: true, value: 'running-already' });
    expect(await door('ssh-1').start()).toEqual({ ok: true, value: 'running-already' });
    expect(started()).toHaveLength(1);
  });

  it('is a remote session that sees what the desktop sees', async () => {
    await door().start();
    const sessions = rowsOf(await at.doors().readRemoteSessions());
    const id = 'tmux-server:/private/tmp/tmux-501/latchkey';
    expect(sessions.find((session) => session.id === id)).toMatchObject({ bornIn: 'desktop' });
  });

  it('leaves the servers of the user alone', async () => {
    const before = await usersSessions();
    await door().start();
    await door().setAtLogin(true);
    await door().setAtLogin(false);
    expect(await usersSessions()).toBe(before);
    expect(at.mac.panes.list()).toEqual([]);
  });

  it('gets an environment to live with: a language, and nothing of a login over SSH', async () => {
    await door().start();
    const { stdout } = await at.mac.run('tmux', ['-u', '-L', 'latchkey', 'show-environment', '-g']);
    expect(stdout).toMatch(/^LANG=\S+/m);
    expect(stdout).not.toMatch(/^(LC_ALL|SSH_\w+)=/m);
  });

  it('gets its session back when only that has ended', async () => {
    at.mac.updateScenario({
      tmux: [usersOwn, { ...usersOwn, socket: 'latchkey', serverPid: 5002, sessionNames: ['x'] }],
    });
    expect(await door().read()).toMatchObject({ state: 'stopped' });
    expect(await door().start()).toEqual({ ok: true, value: 'started' });
    expect(await door().read()).toMatchObject({ state: 'running' });
  });

  it('is not taken for one that was started over SSH under that name', async () => {
    at.mac.updateScenario({ tmux: [overSsh] });
    expect(await door().read()).toMatchObject({ state: 'born-over-ssh' });
    expect(await door().start()).toMatchObject({
      ok: false,
      code: 'born-over-ssh',
      reason: expect.stringContaining('kill-server'),
    });
    expect(at.mac.ledger()).toEqual([]);
  });
});

describe('whoever asks for it', () => {
  const onceFile = '/Users/alice/Library/Application Support/Latchkey/dev.latchkey.tmux.plist';

  it.each(['desktop', 'ssh-1', 'initial'])(
    'from %s it is started by launchd in the desktop session, and nothing that was needed for it stays',
    async (session) => {
      expect(await door(session).start()).toEqual({ ok: true, value: 'started' });
      const kinds = at.mac.ledger().map(({ kind, session: where }) => [kind, where]);
      expect(kinds).toEqual([
        ['job-started', 'desktop'],
        ['tmux-server-started', 'desktop'],
      ]);
      expect(existsSync(at.mac.root + onceFile)).toBe(false);
      expect((await at.mac.run('launchctl', ['print', 'gui/501/dev.latchkey.tmux'])).code).not.toBe(0);
      expect(await door().read()).toMatchObject({ state: 'running', launchAgent: { installed: false } });
    },
  );

  it('it outlives the application, which on macOS 27 takes with it what it has started itself', async () => {
    at.mac.updateScenario({ macosVersion: '27.0' });
    await at.mac.run('tmux', ['-L', 'mine', 'new-session', '-d', '-s', 'mine']);
    await door().start();
    at.mac.endApp();
    expect((await at.mac.run('tmux', ['-L', 'mine', 'ls'])).code).toBe(1);
    expect(await door().read()).toMatchObject({ state: 'running' });
  });

  it('it does not matter what launchctl calls the session', async () => {
    at.mac.setFaults([{ tool: 'launchctl', when: 'managername', exit: 1 }]);
    expect(await door().start()).toEqual({ ok: true, value: 'started' });
  });

  it('the LaunchAgent is used where it is installed, and stays', async () => {
    await door().setAtLogin(true);
    const socket = `${at.mac.root}/private/tmp/tmux-501/latchkey`;
    await expect.poll(() => existsSync(socket)).toBe(true);
    rmSync(`${at.mac.root}/private/var/latchkey/tmux-servers`, { recursive: true });
    rmSync(socket);
    expect(await door('ssh-1').read()).toMatchObject({ state: 'stopped' });
    expect(await door('ssh-1').start()).toEqual({ ok: true, value: 'started' });
    expect(started().map(({ session }) => session)).toEqual(['desktop', 'desktop']);
    expect(await door().read()).toMatchObject({ launchAgent: { installed: true } });
    expect((await at.mac.run('launchctl', ['print', 'gui/501/dev.latchkey.tmux'])).code).toBe(0);
  });

  it('is told when nobody is logged in at the desktop', async () => {
    at.mac.updateScenario({ sessions: [{ id: 'ssh-1', kind: 'ssh', tty: 'ttys001' }] });
    expect(await door('ssh-1').start()).toMatchObject({
      ok: false,
      code: 'not-on-the-desktop',
      reason: expect.stringContaining('nobody is logged in'),
    });
    expect(existsSync(at.mac.root + onceFile)).toBe(false);
  });
});

describe('a server of that name', () => {
  it.each([
    ['a daemon’s', { session: 'initial' }],
    ['one that su has started', { session: 'su-1' }],
    ['one with no sign of the desktop', { env: { HOME: '/Users/alice' } }],
    ['one of another session', { env: { SECURITYSESSIONID: '18701' } }],
  ])('is not taken for the desktop’s: %s', async (_what, born) => {
    at.mac.updateScenario({ tmux: [{ socket: 'latchkey', serverPid: 5002, sessionNames: ['latchkey'], ...born }] });
    expect(await door().read()).toMatchObject({ state: 'unknown', reason: expect.stringContaining('kill-server') });
    expect(await door().start()).toMatchObject({ ok: false, code: 'unknown' });
  });
});

describe('wherever tmux lies', () => {
  const moveTmux = (path: string) => {
    mkdirSync(dirname(at.mac.root + path), { recursive: true });
    cpSync(`${at.mac.root}/opt/homebrew/bin/tmux`, at.mac.root + path);
    chmodSync(at.mac.root + path, 0o755);
    rmSync(`${at.mac.root}/opt/homebrew/bin/tmux`);
  };

  it.each([
    '/opt/local/bin/tmux',
    '/usr/local/bin/tmux',
    '/Users/alice/.nix-profile/bin/tmux',
    '/run/current-system/sw/bin/tmux',
  ])('it is found and named by its path: %s', async (path) => {
    moveTmux(path);
    expect(await door().start()).toEqual({ ok: true, value: 'started' });
    const { attachCommand: command, launchAgent } = await door().read();
    expect(command).toContain(` ${path} -L latchkey `);
    expect(launchAgent.plist).toContain(`<string>${path}</string>`);
  });

  it('and without it nothing is started or installed', async () => {
    rmSync(`${at.mac.root}/opt/homebrew/bin/tmux`);
    expect(await door().read()).toMatchObject({ state: 'no-tmux', attachCommand: null, launchAgent: { plist: null } });
    expect(await door().start()).toMatchObject({ ok: false, code: 'no-tmux' });
    expect(await door().setAtLogin(true)).toMatchObject({ ok: false, code: 'no-tmux' });
    expect(at.mac.ledger()).toEqual([]);
  });
});

describe('a tmux that does not do what it is told', () => {
  it.each<[string, Fault, string]>([
    ['hangs', { tool: 'tmux', when: 'new-session', hangMs: 60_000, exit: 1 }, 'it is not there yet'],
    [
      'fails',
      { tool: 'tmux', when: 'new-session', exit: 1, stderr: 'create session failed: x\n' },
      'it is not there yet',
    ],
  ])('%s', async (_how, fault, words) => {
    at.mac.setFaults([fault]);
    expect(await door().start()).toMatchObject({
      ok: false,
      code: 'could-not-start',
      reason: expect.stringContaining(words),
    });
  });

  it('is unknown, not stopped, when it says what nobody knows', async () => {
    at.mac.setFaults([{ tool: 'tmux', exit: 1, stderr: 'server exited unexpectedly\n' }]);
    expect(await door().read()).toMatchObject({ state: 'unknown' });
    expect(await door().start()).toMatchObject({ ok: false, code: 'unknown' });
  });

  it.each(['', '-oProxyCommand=x\n', 'a mac\n'])(
    'gives no line to attach where the Mac calls itself %j',
    async (stdout) => {
      at.mac.setFaults([{ tool: 'hostname', exit: 0, stdout }]);
      expect(await door().read()).toMatchObject({ state: 'stopped', attachCommand: null });
    },
  );
});

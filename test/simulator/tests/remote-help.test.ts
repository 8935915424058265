import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { patience } from '../../vitest/patience';
import { exampleMac, exampleScenario, loginKeychain } from '../example-mac';
import type { SimulatedMac } from '../simulated-mac';

const patient = { timeout: patience(10_000) };

describe('ssh', () => {
  it('runs a command in a security session that is new each time, and ends with its code', async () => {
    const mac = await exampleMac();
    const ask = (...command: string[]) => mac.run('ssh', ['-o', 'BatchMode=yes', 'localhost', ...command]);
    expect(await ask('launchctl', 'managername')).toMatchObject({ code: 0, stdout: 'Background\n' });
    const locked = await ask('security show-keychain-info');
    expect(locked).toMatchObject({ code: 36, stderr: expect.stringContaining('User interaction is not allowed.') });
    expect(await ask('exit 7')).toMatchObject({ code: 7 });
    const sessions = mac.ledger().map(({ kind, session }) => [kind, session]);
    expect(sessions.every(([kind]) => kind === 'ssh-login')).toBe(true);
    expect(new Set(sessions.map(([, session]) => session)).size).toBe(3);
  });

  it.each([
    [
      { remoteLogin: false },
      ['-F', 'none', '-T', 'localhost', 'true'],
      'ssh: connect to host localhost port 22: Connection refused\r\n',
    ],
    [{}, ['-p', '2222', 'localhost', 'true'], 'ssh: connect to host localhost port 2222: Connection refused\r\n'],
    [
      {},
      ['alice@elsewhere', 'true'],
      'ssh: Could not resolve hostname elsewhere: nodename nor servname provided, or not known\r\n',
    ],
  ])('reaches nobody with %j and %j', async (changes, args, stderr) => {
    const mac = await exampleMac(changes);
    expect(await mac.run('ssh', args)).toMatchObject({ code: 255, stdout: '', stderr });
    expect(mac.ledger()).toEqual([]);
  });

  it('reaches the Mac by its own name too', async () => {
    const mac = await exampleMac({ hostName: 'desk.local' });
    expect(await mac.run('hostname', [])).toMatchObject({ code: 0, stdout: 'desk.local\n' });
    expect(await mac.run('ssh', ['-t', 'desk.local', 'echo', 'here'])).toMatchObject({ code: 0, stdout: 'here\n' });
  });
});

const work = { socket: 'work', session: 'ssh-1', serverPid: 5102, sessionNames: ['main'] };
const newest = (mac: SimulatedMac) => mac.panes.list().at(-1);

describe('a window of a tmux server', () => {
  it("is in its server's security session, wherever it was opened from", async () => {
    const mac = await exampleMac({ tmux: [work] });
    const line = `security unlock-keychain '${loginKeychain}'; echo done; read -r line`;
    expect(await mac.run('tmux', ['-L', 'work', 'new-window', '-n', 'ask', line])).toMatchObject({ code: 0 });
    await expect.poll(() => newest(mac)?.screen, patient).toContain('password to unlock');
    expect(newest(mac)).toMatchObject({ windowName: 'ask', session: 'ssh-1', exitCode: null });
    mac.panes.type('right\n');
    await expect.poll(() => newest(mac)?.screen, patient).toContain('done');
    expect(mac.lockState('ssh-1', loginKeychain).isLocked).toBe(false);
    expect(await mac.run('pane', ['list'])).toMatchObject({ code: 0, stdout: expect.stringContaining('ask in ') });
    expect(await mac.run('pane', ['type', ''])).toMatchObject({ code: 0 });
    await expect.poll(() => newest(mac)?.exitCode, patient).toBe(0);
    expect(await mac.run('pane', ['type', 'x'])).toMatchObject({ code: 1 });
  });

  it('runs several words as a program and its arguments, one word as a line for the shell', async () => {
    const mac = await exampleMac({ tmux: [work] });
    await mac.run('tmux', ['-L', 'work', 'new-window', '/bin/echo', 'a  b', '$HOME', 'c\\;']);
    await expect.poll(() => newest(mac)?.screen, patient).toBe('a  b $HOME c;\n');
    await mac.run('tmux', ['-L', 'work', 'new-window', 'echo a  b; exit 3']);
    await expect.poll(() => newest(mac)?.exitCode, patient).toBe(3);
    expect(newest(mac)?.screen).toBe('a b\n');
  });

  it('is not opened where there is no server', async () => {
    const mac = await exampleMac();
    expect(await mac.run('tmux', ['-L', 'work', 'new-window', 'true'])).toMatchObject({ code: 1 });
    expect(mac.panes.list()).toEqual([]);
  });

  it('ends with its Mac', async () => {
    const mac = await exampleMac({ tmux: [work] });
    await mac.run('tmux', ['-L', 'work', 'new-window', 'echo $$; exec sleep 600']);
    await expect.poll(() => newest(mac)?.screen, patient).toMatch(/^\d+\n$/);
    const pid = Number(newest(mac)?.screen);
    await mac.dispose();
    await expect.poll(() => isRunning(pid), patient).toBe(false);
  });
});

/** A process that has ended and that nobody has asked about yet (Z) does not run. */
const isRunning = (pid: number): boolean =>
  /^[^Z]/.test(spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.trim());

describe('a tmux server that is started', () => {
  it('belongs to the session that it was started from', async () => {
    const mac = await exampleMac();
    const start = ['-L', 'mine', 'new-session', '-d', '-s', 'a'];
    expect(await mac.run('tmux', start, { session: 'ssh-1' })).toMatchObject({ code: 0 });
    const asked = await mac.run('tmux', ['-L', 'mine', 'show-environment', '-g', 'SSH_CONNECTION']);
    expect(asked.stdout).toBe('SSH_CONNECTION=192.168.1.9 52144 192.168.1.20 22\n');
    expect(statSync(`${mac.root}/private/tmp/tmux-501/mine`).isSocket()).toBe(true);
    expect((await mac.run('ps', ['-axww', '-o', 'command='])).stdout).toContain('tmux new -s a');
    await mac.run('tmux', ['-L', 'mine', 'new-window', 'launchctl managername']);
    await expect.poll(() => newest(mac)?.screen, patient).toBe('Background\n');
  });

  it('keeps its sessions apart by name', async () => {
    const mac = await exampleMac({ tmux: [work] });
    const run = async (...args: string[]) => (await mac.run('tmux', ['-L', 'work', ...args])).code;
    expect(await run('has-session', '-t', '=main')).toBe(0);
    expect(await run('has-session', '-t', '=mai')).toBe(1);
    expect(await run('has-session', '-t', 'mai')).toBe(0);
    expect(await run('new-session', '-d', '-s', 'main')).toBe(1);
    expect(await run('new-session', '-s', 'other')).toBe(1);
    expect(await run('new-session', '-ds', 'other')).toBe(0);
    const names = await mac.run('tmux', ['-L', 'work', 'list-sessions', '-F', '#{session_name} #{pid}']);
    expect(names.stdout).toBe('main 5102\nother 5102\n');
  });
});

const agentPath = '/Users/alice/Library/LaunchAgents/x.plist';
const agent = (keys: string) => `<plist><dict><key>Label</key><string>a.b</string><key>ProgramArguments</key>
  <array><string>/opt/homebrew/bin/tmux</string><string>-L</string><string>job</string><string>new</string><string>-d</string></array>
  ${keys}</dict></plist>`;
const aqua = '<key>LimitLoadToSessionType</key><string>Aqua</string>';

const withAgent = async (keys: string, mode = 0o644): Promise<SimulatedMac> => {
  const mac = await exampleMac();
  mkdirSync(`${mac.root}/Users/alice/Library/LaunchAgents`);
  writeFileSync(mac.root + agentPath, agent(keys));
  chmodSync(mac.root + agentPath, mode);
  return mac;
};
const servers = (mac: SimulatedMac) => mac.ledger().filter(({ kind }) => kind === 'tmux-server-started');

describe('launchd', () => {
  it('runs a job in the desktop session, also when an SSH login asks for it', async () => {
    const mac = await withAgent(aqua);
    const launchctl = (...args: string[]) => mac.run('launchctl', args, { session: 'ssh-1' });
    expect(await launchctl('kickstart', 'gui/501/a.b')).toMatchObject({ code: 113 });
    expect(await launchctl('bootstrap', 'gui/501', agentPath)).toMatchObject({ code: 0 });
    expect(await launchctl('print', 'gui/501/a.b')).toMatchObject({ code: 0 });
    expect(servers(mac)).toEqual([]);
    expect(await launchctl('kickstart', '-k', 'gui/501/a.b')).toMatchObject({ code: 0 });
    await expect.poll(() => servers(mac), patient).toMatchObject([{ session: 'desktop' }]);
    expect(await launchctl('bootstrap', 'gui/501', agentPath)).toMatchObject({
      code: 5,
      stderr: expect.stringContaining('Bootstrap failed: 5: Input/output error'),
    });
    expect(await launchctl('bootout', 'gui/501/a.b')).toMatchObject({ code: 0 });
    expect(await launchctl('bootout', 'gui/501/a.b')).toMatchObject({
      code: 3,
      stderr: 'Boot-out failed: 3: No such process\n',
    });
    expect(await launchctl('print', 'gui/501/a.b')).toMatchObject({ code: 113 });
  });

  it.each([
    ['26.3', 113, 3],
    ['26.4', 125, 3],
    ['27.0', 125, 5],
  ])(
    'of macOS %s tells a domain and an agent that are not there in its own way',
    async (version, kickstart, bootout) => {
      const mac = await withAgent(aqua);
      mac.updateScenario({ macosVersion: version });
      const code = async (...args: string[]) => (await mac.run('launchctl', args, { session: 'ssh-1' })).code;
      expect(await code('print', 'gui/501')).toBe(0);
      expect(await code('print', 'gui/501/a.b')).toBe(113);
      expect(await code('bootout', 'gui/501/a.b')).toBe(bootout);
      mac.updateScenario({ sessions: [exampleScenario.sessions[1]] });
      expect(await code('print', 'gui/501')).toBe(112);
      expect(await code('print', 'gui/501/a.b')).toBe(112);
      expect(await code('kickstart', 'gui/501/a.b')).toBe(kickstart);
    },
  );

  it('starts a job that wants it when it is loaded', async () => {
    const mac = await withAgent(`${aqua}<key>RunAtLoad</key> <true/>`);
    await mac.run('launchctl', ['bootstrap', 'gui/501', agentPath]);
    await expect.poll(() => servers(mac), patient).toHaveLength(1);
  });

  it.each([
    ['a file that others can write', aqua, 0o666, 122],
    ['a job for another kind of session', aqua.replace('Aqua', 'Background'), 0o644, 134],
  ])('refuses %s', async (_what, keys, mode, code) => {
    const mac = await withAgent(keys, mode);
    expect(await mac.run('launchctl', ['bootstrap', 'gui/501', agentPath])).toMatchObject({ code });
  });

  it('has no place for it while nobody is at the desktop', async () => {
    const mac = await withAgent(aqua);
    mac.updateScenario({ sessions: [exampleScenario.sessions[1]] });
    const run = await mac.run('launchctl', ['bootstrap', 'gui/501', agentPath], { session: 'ssh-1' });
    expect(run).toMatchObject({
      code: 125,
      stderr: 'Bootstrap failed: 125: Domain does not support specified action\n',
    });
  });
});

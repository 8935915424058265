import { describe, expect, it } from 'vitest';
import { exampleMac, exampleScenario } from '../example-mac';
import type { ToolName } from '../tool-folders';

const timeZone = { environment: { TZ: 'UTC', LC_ALL: 'C' } };
const tmuxServer = {
  socket: 'work',
  session: 'desktop',
  serverPid: 5102,
  clients: [{ pid: 5230, tty: '/dev/ttys001', sessionName: 'main', createdAt: '2026-09-10T07:40:00Z' }],
} as const;
const off = { remoteLogin: false, screenSharing: false };

describe('the tools that describe the machine', () => {
  it.each<{ tool: ToolName; args: string[]; changes?: object; session?: string; code: number; stdout: string }>([
    { tool: 'launchctl', args: ['managername'], code: 0, stdout: 'Aqua\n' },
    { tool: 'launchctl', args: ['managername'], session: 'ssh-1', code: 0, stdout: 'Background\n' },
    { tool: 'launchctl', args: ['print', 'system/com.apple.screensharing'], code: 113, stdout: '' },
    { tool: 'launchctl', args: ['print', 'system/com.openssh.sshd'], changes: off, code: 113, stdout: '' },
    {
      tool: 'launchctl',
      args: ['getenv', 'EDITOR'],
      changes: { environment: { EDITOR: 'vi' } },
      code: 0,
      stdout: 'vi\n',
    },
    { tool: 'launchctl', args: ['getenv', 'EDITOR'], code: 0, stdout: '' },
    {
      tool: 'launchctl',
      args: ['print-disabled', 'system'],
      code: 0,
      stdout:
        '\n\tdisabled services = {\n\t\t"com.openssh.sshd" => enabled\n\t\t"com.apple.screensharing" => disabled\n\t}\n',
    },
    { tool: 'fdesetup', args: ['status'], code: 0, stdout: 'FileVault is Off.\n' },
    {
      tool: 'scutil',
      args: ['--proxy'],
      changes: { systemProxy: { HTTPSEnable: 1 } },
      code: 0,
      stdout:
        '<dictionary> {\n  ExceptionsList : <array> {\n    0 : *.local\n    1 : 169.254/16\n  }\n  FTPPassive : 1\n  HTTPSEnable : 1\n}\n',
    },
    { tool: 'scutil', args: ['--dns'], code: 1, stdout: '' },
    { tool: 'fdesetup', args: ['status'], changes: { fileVault: true }, code: 0, stdout: 'FileVault is On.\n' },
    {
      tool: 'sysctl',
      args: ['-n', 'kern.boottime'],
      changes: { bootedAt: Date.UTC(2026, 8, 10, 6, 30, 0, 250) },
      code: 0,
      stdout: '{ sec = 1789021800, usec = 250000 } Thu Sep 10 06:30:00 2026\n',
    },
    { tool: 'sw_vers', args: ['-productVersion'], changes: { macosVersion: '14.7' }, code: 0, stdout: '14.7\n' },
    {
      tool: 'defaults',
      args: ['read', '/Library/Preferences/com.apple.loginwindow', 'autoLoginUser'],
      code: 1,
      stdout: '',
    },
    {
      tool: 'defaults',
      args: ['read', '/Library/Preferences/com.apple.loginwindow', 'autoLoginUser'],
      changes: { autoLoginUser: 'alice' },
      code: 0,
      stdout: 'alice\n',
    },
    {
      tool: 'who',
      args: [],
      code: 0,
      stdout: 'alice            console      Sep 10 00:00 \nalice            ttys001      Sep 10 07:30 (192.168.1.9)\n',
    },
    {
      tool: 'pmset',
      args: ['-g', 'batt'],
      changes: { pmset: { source: 'Battery' } },
      code: 0,
      stdout: "Now drawing from 'Battery Power'\n",
    },
    {
      tool: 'pmset',
      args: ['-g'],
      changes: { pmset: { sleep: '1 (sleep prevented by sharingd)' } },
      code: 0,
      stdout: ' sleep                1 (sleep prevented by sharingd)\n',
    },
  ])('$tool $args with $changes in $session', async ({ tool, args, changes, session, code, stdout }) => {
    const mac = await exampleMac(changes);
    const run = await mac.run(tool, args, { ...timeZone, ...(session ? { session } : {}) });
    expect(run.code).toBe(code);
    expect(run.stdout).toContain(stdout);
    expect(run.stdout === '').toBe(stdout === '');
  });

  it('netstat shows port 22 while Remote Login is on', async () => {
    const on = await (await exampleMac()).run('netstat', ['-an', '-p', 'tcp']);
    expect(on.stdout).toMatch(/^tcp4 +0 +0 +\*\.22 +\*\.\* +LISTEN$/m);
    expect(on.stdout).toMatch(/192\.168\.1\.20\.22 +192\.168\.1\.9\.\d+ +ESTABLISHED/);
    const shut = await (await exampleMac(off)).run('netstat', ['-an', '-p', 'tcp']);
    expect(shut.stdout).not.toContain('LISTEN');
  });
});

describe('ps', () => {
  const all = ['-axww', '-o', 'pid=,ppid=,uid=,tty=,lstart=,command='];
  const rowsOf = (stdout: string) =>
    stdout
      .trimEnd()
      .split('\n')
      .map(
        (line) => /^ *(\d+) +(\d+) +(\d+) (\S+) +(\w+ \w+ [\d ]\d [\d:]+ \d+) +(.+)$/.exec(line)?.slice(1) ?? [line],
      );

  it.each([
    { macosVersion: '26.1', program: 'sshd-session' },
    { macosVersion: '14.7', program: 'sshd' },
  ])('shows a login of macOS $macosVersion as $program', async ({ macosVersion, program }) => {
    const mac = await exampleMac({ macosVersion });
    const rows = rowsOf((await mac.run('ps', all, timeZone)).stdout);
    const user = rows.find((row) => row[5] === `${program}: alice@ttys001`);
    expect(user).toMatchObject({ 2: '501', 3: '??', 4: 'Thu Sep 10 07:30:00 2026' });
    expect(rows.find((row) => row[0] === user?.[1])).toMatchObject({ 2: '0', 5: `${program}: alice [priv]` });
    expect(rows.find((row) => row[1] === user?.[0])).toMatchObject({ 3: 'ttys001', 5: '-zsh' });
    expect(new Set(rows.map((row) => row[0])).size).toBe(rows.length);
  });

  it('leaves a login alone that the scenario describes by itself', async () => {
    const command = 'sshd-session: alice@ttys001,ttys004';
    const mac = await exampleMac({ processes: [{ pid: 4301, ppid: 4298, session: 'ssh-1', command }] });
    const { stdout } = await mac.run('ps', all);
    expect(stdout.match(/sshd-session/g)).toHaveLength(1);
  });

  it('leads from a tmux client over its shell to the sshd of its terminal, and leaves the server to launchd', async () => {
    const mac = await exampleMac({ tmux: [tmuxServer] });
    const rows = rowsOf((await mac.run('ps', all)).stdout);
    const parentOf = (pid: string | undefined) =>
      rows.find((row) => row[0] === rows.find((own) => own[0] === pid)?.[1]);
    expect(rows.find((row) => row[0] === '5102')).toMatchObject({ 1: '1', 5: 'tmux new -s main' });
    expect(parentOf('5230')?.[5]).toBe('-zsh');
    expect(parentOf(parentOf('5230')?.[0])?.[5]).toBe('sshd-session: alice@ttys001');
  });

  it('leads from a tmux client on another terminal to Terminal', async () => {
    const local = { ...tmuxServer, clients: [{ pid: 5230, tty: 'ttys009' }] };
    const { stdout } = await (await exampleMac({ tmux: [local] })).run('ps', all);
    expect(stdout).toContain('Terminal.app');
    expect(stdout).toMatch(/ttys009 .*login -pf alice\n/);
  });

  it.each([
    { login: { tty: 'ttys001' }, processes: [], ancestors: ['-zsh', 'sshd-session: alice@ttys001'] },
    { login: {}, processes: [], ancestors: ['zsh -c cat', 'sshd-session: alice@notty'] },
    {
      login: { tty: 'ttys001' },
      processes: [{ pid: 40, session: 'ssh-1', command: 'sshd-session: alice@ttys001' }],
      ancestors: ['sshd-session: alice@ttys001', 'sshd-session: alice [priv]'],
    },
  ])(
    'shows whoever asks over SSH as a descendant of its login: $ancestors',
    async ({ login, processes, ancestors }) => {
      const mac = await exampleMac({ sessions: [{ id: 'ssh-1', kind: 'ssh', ...login }], processes });
      const rows = rowsOf((await mac.run('ps', all, { session: 'ssh-1' })).stdout);
      const parentOf = (pid: string | undefined) =>
        rows.find((row) => row[0] === rows.find((own) => own[0] === pid)?.[1]);
      const parent = parentOf(String(process.pid));
      expect([parent?.[5], parentOf(parent?.[0])?.[5]]).toEqual(ancestors);
    },
  );

  it('prints one process and its headings when asked so', async () => {
    const mac = await exampleMac({ processes: [{ pid: 77, command: '/bin/sleep 9' }] });
    expect((await mac.run('ps', ['-p', '77', '-o', 'pid,comm'])).stdout).toBe('  PID COMM\n   77 /bin/sleep\n');
    expect(await mac.run('ps', ['-p', '78', '-o', 'pid='])).toMatchObject({ code: 1, stdout: '' });
    expect(await mac.run('ps', ['-o', 'nonsense='])).toMatchObject({ code: 1 });
  });

  it("shows with -E what the user's own processes were born with, but not Apple's programs'", async () => {
    const mac = await exampleMac({
      processes: [
        { pid: 77, session: 'ssh-1', command: 'SCREEN -S work', env: { EXTRA: 'yes' } },
        { pid: 78, session: 'ssh-1', command: '/usr/bin/SCREEN' },
        { pid: 79, uid: 502, session: 'ssh-1', command: 'SCREEN' },
      ],
    });
    const { stdout } = await mac.run('ps', ['-Eww', '-o', 'pid=,command=', '-p', '77,78,79']);
    expect(stdout).toMatch(/^ {3}77 SCREEN -S work HOME=\/Users\/alice .*SSH_CONNECTION=192\.168\.1\.9 .* EXTRA=yes$/m);
    expect(stdout).toMatch(/^ {3}78 \/usr\/bin\/SCREEN$/m);
    expect(stdout).toMatch(/^ {3}79 SCREEN$/m);
  });
});

describe('tmux', () => {
  const socket = '/private/tmp/tmux-501/work';
  const format = '#{client_pid}|#{client_tty}|#{client_session}|#{client_created}|#{nothing}';

  it('lists the clients of a server by socket path, name, or path on disk', async () => {
    const mac = await exampleMac({ tmux: [tmuxServer] });
    for (const where of [
      ['-S', socket],
      ['-L', 'work'],
      ['-S', mac.root + socket],
      ['-S', '/tmp/tmux-501/work'],
    ]) {
      const run = await mac.run('tmux', [...where, 'list-clients', '-F', format]);
      expect(run).toMatchObject({ code: 0, stdout: '5230|/dev/ttys001|main|1789026000|\n' });
    }
  });

  it.each([
    { variables: { LC_ALL: 'C' }, args: [], separator: '_' },
    { variables: { LC_ALL: 'C' }, args: ['-u'], separator: '\t' },
    { variables: { LC_ALL: 'en_US.UTF-8' }, args: [], separator: '\t' },
  ])('turns a tab into $separator with $variables $args, as tmux does', async ({ variables, args, separator }) => {
    const mac = await exampleMac({ tmux: [tmuxServer] });
    const list = [...args, '-S', socket, 'list-clients', '-F', '#{client_pid}\t#{client_session}'];
    const run = await mac.run('tmux', list, { environment: variables });
    expect(run.stdout).toBe(`5230${separator}main\n`);
  });

  it('never starts a server', async () => {
    const mac = await exampleMac({ tmux: [tmuxServer] });
    const missing = await mac.run('tmux', ['-L', 'other', 'list-clients']);
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toBe('error connecting to /private/tmp/tmux-501/other (No such file or directory)\n');
    mac.updateScenario({ files: { [socket.replace('work', 'gone')]: '' } });
    const gone = await mac.run('tmux', ['-L', 'gone', 'list-sessions']);
    expect(gone).toMatchObject({ code: 1, stderr: 'no server running on /private/tmp/tmux-501/gone\n' });
  });

  it.each([
    { what: 'born on the desktop', session: 'desktop', code: 1, stdout: '' },
    { what: 'born over SSH', session: 'ssh-1', code: 0, stdout: 'SSH_CONNECTION=192.168.1.9 52144 192.168.1.20 22\n' },
  ])('knows by its environment where a server was born: $what', async ({ session, code, stdout }) => {
    const mac = await exampleMac({ tmux: [{ ...tmuxServer, session }] });
    const run = await mac.run('tmux', ['-S', socket, 'show-environment', '-g', 'SSH_CONNECTION']);
    expect(run).toMatchObject({ code, stdout });
  });

  it('has a socket that a server could listen on', async () => {
    const mac = await exampleMac({ ...exampleScenario, tmux: [tmuxServer] });
    const { statSync } = await import('node:fs');
    expect(statSync(mac.root + socket).isSocket()).toBe(true);
  });
});

import { describe, expect, it } from 'vitest';
import { parseProcesses } from '../../electron/system/process-list';
import type { SshLogin } from '../../electron/system/ssh-logins';
import { parseTmuxClients } from '../../electron/system/tmux-client-lines';
import { parseSshConnection, type TmuxServer } from '../../electron/system/tmux-servers';
import { sightTmuxServer } from '../../electron/system/tmux-sightings';

describe('list-clients', () => {
  it('tells pid and terminal', () => {
    expect(parseTmuxClients('4310 /dev/ttys001\n88 ttys002\n')).toEqual([
      { pid: 4310, tty: 'ttys001' },
      { pid: 88, tty: 'ttys002' },
    ]);
    expect(parseTmuxClients('')).toEqual([]);
  });

  it.each(['no server running on /private/tmp/tmux-501/default', '4310', '4310_/dev/ttys001'])(
    'is not %j',
    (stdout) => {
      expect(parseTmuxClients(stdout)).toBeNull();
    },
  );
});

describe('show-environment -g SSH_CONNECTION', () => {
  const answer = (code: number, stdout: string, stderr = '') => parseSshConnection({ code, stdout, stderr });

  it.each([
    ['set', answer(0, 'SSH_CONNECTION=192.168.1.9 52144 192.168.1.20 22\n'), '192.168.1.9 52144 192.168.1.20 22'],
    ['empty', answer(0, 'SSH_CONNECTION=\n'), null],
    ['removed', answer(0, '-SSH_CONNECTION\n'), null],
    ['never set', answer(1, '', 'unknown variable: SSH_CONNECTION\n'), null],
  ])('when %s', (_what, bornWith, sshConnection) => {
    expect(bornWith).toEqual({ sshConnection });
  });

  it('is unreadable when it is anything else', () => {
    expect(answer(0, '')).toBe('unreadable');
    expect(answer(1, '', 'server exited unexpectedly')).toBe('unreadable');
  });
});

const processes = parseProcesses(`
 4301  4298   501 ??       Thu Sep 10 09:02:11 2026 sshd-session: alice@ttys001
 4310  4301   501 ttys001  Thu Sep 10 09:02:12 2026 -zsh
 4311  4310   501 ttys001  Thu Sep 10 09:03:12 2026 tmux attach
 6000     1   501 ??       Thu Sep 10 08:00:00 2026 tmux new -s work
 6100  6099   501 ttys007  Thu Sep 10 08:00:00 2026 tmux attach
 7000     1   501 ??       Thu Sep 10 09:15:00 2026 mosh-server new -s
 7001  7000   501 ttys008  Thu Sep 10 09:15:00 2026 tmux attach
 8000  4310   501 ??       Thu Sep 10 09:20:00 2026 tmux new -d
`);

const login: SshLogin = { pid: 4301, user: 'alice', ttys: ['ttys001', 'ttys005'], from: '192.168.1.9', startedAt: 0 };

const sight = (server: Partial<TmuxServer>) =>
  sightTmuxServer(
    { socket: '/private/tmp/tmux-501/default', pid: 6000, clients: [], bornWith: { sshConnection: null }, ...server },
    'alice',
    processes,
    [login],
    false,
  );

describe('a tmux server', () => {
  it('was born on the desktop when its environment names no SSH connection', () => {
    expect(sight({})).toMatchObject({
      id: 'tmux-server:/private/tmp/tmux-501/default',
      bornIn: 'desktop',
      startedAt: new Date(2026, 8, 10, 8, 0, 0).toISOString(),
      attachedClients: 0,
      remoteClients: 0,
    });
  });

  it('was born over SSH when its environment names the connection, and comes from there', () => {
    expect(sight({ bornWith: { sshConnection: '192.168.1.9 52144 192.168.1.20 22' } })).toMatchObject({
      bornIn: 'ssh',
      from: '192.168.1.9',
    });
  });

  it('was born over SSH when it runs under sshd, whatever its environment', () => {
    expect(sight({ pid: 8000 }).bornIn).toBe('ssh');
    expect(sight({ pid: 8000, bornWith: 'unreadable' }).bornIn).toBe('ssh');
  });

  it('was born nobody knows where when its environment cannot be read', () => {
    expect(sight({ bornWith: 'unreadable' }).bornIn).toBe('unknown');
    expect(sight({ bornWith: 'unreadable', pid: null }).bornIn).toBe('unknown');
  });

  it.each([
    ['below sshd', { pid: 4311, tty: 'ttys001' }, 1],
    ["on a login's terminal, its process unknown", { pid: 9999, tty: 'ttys005' }, 1],
    ['below a mosh server', { pid: 7001, tty: 'ttys008' }, 1],
    ['of a desktop terminal', { pid: 6100, tty: 'ttys007' }, 0],
  ])('counts a client %s', (_what, client, remoteClients) => {
    expect(sight({ clients: [client] })).toMatchObject({ attachedClients: 1, remoteClients });
  });
});

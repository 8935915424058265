import { describe, expect, it } from 'vitest';
import { parseProcesses } from '../../../electron/system/processes/process-list';
import type { KnownMarks } from '../../../electron/system/sessions/birth';
import { marksOf } from '../../../electron/system/sessions/process-environments';
import { sightSessions } from '../../../electron/system/sessions/sight-sessions';
import type { SshLogin } from '../../../electron/system/sessions/ssh-logins';
import { parseTmuxListing, parseTmuxVariable } from '../../../electron/system/sessions/tmux-answers';
import { processesLikeTmuxServers, socketsNamedByProcesses } from '../../../electron/system/sessions/tmux-processes';
import type { TmuxServer } from '../../../electron/system/sessions/tmux-servers';
import { nothingFound, silentServer } from '../found-sessions';
import { someHost } from '../some-host';

describe('what a tmux server lists', () => {
  it('tells its pid, its start, its sessions and its clients', () => {
    const lines =
      'session 6000 1789026000 wörk a\nsession 6000 1789026000 b\nclient 4310 /dev/ttys001\nclient 88 ttys002\n';
    expect(parseTmuxListing(lines)).toEqual({
      pid: 6000,
      startedAt: 1_789_026_000_000,
      sessionNames: ['wörk a', 'b'],
      clients: [
        { pid: 4310, tty: 'ttys001' },
        { pid: 88, tty: 'ttys002' },
      ],
    });
  });

  it('may be nothing, lack its start, and have a client without a terminal', () => {
    expect(parseTmuxListing('')).toMatchObject({ pid: null, sessionNames: [], clients: [] });
    expect(parseTmuxListing('session 6000  work\nclient 88 \n')).toMatchObject({
      startedAt: null,
      clients: [{ pid: 88, tty: '' }],
    });
  });

  it.each(['no server running on /private/tmp/tmux-501/default', 'client x', 'session_6000_1_work'])(
    'is not %j',
    (stdout) => {
      expect(parseTmuxListing(stdout)).toBeNull();
    },
  );
});

describe('show-environment -g SSH_CONNECTION', () => {
  const answer = (code: number, stdout: string, stderr = '') =>
    parseTmuxVariable('SSH_CONNECTION', { code, stdout, stderr });

  it.each([
    ['set', answer(0, 'SSH_CONNECTION=192.168.1.9 52144 192.168.1.20 22\n'), '192.168.1.9 52144 192.168.1.20 22'],
    ['empty', answer(0, 'SSH_CONNECTION=\n'), null],
    ['removed', answer(0, '-SSH_CONNECTION\n'), null],
    ['never set', answer(1, '', 'unknown variable: SSH_CONNECTION\n'), null],
  ])('when %s', (_what, variable, value) => {
    expect(variable).toEqual({ value });
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
 8100     1   501 ??       Thu Sep 10 09:21:00 2026 /opt/homebrew/bin/tmux -S /tmp/own/place new -d
 8200     1   502 ??       Thu Sep 10 09:22:00 2026 tmux -S /tmp/of-bob
`);

const login: SshLogin = { pid: 4301, user: 'alice', ttys: ['ttys001', 'ttys005'], from: '192.168.1.9', startedAt: 0 };
const hidden: KnownMarks = { kind: 'hidden', reason: 'its environment could not be read' };
const bornWith = (sshConnection: string): KnownMarks => ({ kind: 'read', marks: marksOf(sshConnection, null, null) });

const sight = (server: Partial<TmuxServer>, host = someHost(), desktopSessionId: string | null = null) => {
  const tmuxServers = [{ ...silentServer, pid: 6000, ...server }];
  const rows = sightSessions(host, { ...nothingFound, processes, logins: [login], tmuxServers, desktopSessionId });
  return rows.find(({ kind }) => kind === 'tmux-server');
};

describe('a tmux server', () => {
  it('was born nobody knows where when its environment names neither SSH nor the desktop', () => {
    expect(sight({})).toMatchObject({ bornIn: 'unknown' });
  });

  it('was born on the desktop when its environment names the session of the desktop', () => {
    const known: KnownMarks = { kind: 'read', marks: marksOf(null, '186a6', null) };
    expect(sight({ known }, someHost(), '186a6')).toMatchObject({
      id: 'tmux-server:/private/tmp/tmux-501/default',
      name: 'default',
      bornIn: 'desktop',
      startedAt: new Date(2026, 8, 10, 8, 0, 0).toISOString(),
      attachedClients: 0,
      remoteClients: 0,
    });
  });

  it('was born over SSH when its environment names the connection, and comes from there', () => {
    const known = bornWith('192.168.1.9 52144 192.168.1.20 22');
    expect(sight({ known })).toMatchObject({ bornIn: 'ssh', from: '192.168.1.9' });
  });

  it('was born over SSH when it runs under sshd, whatever its environment', () => {
    expect(sight({ pid: 8000 })).toMatchObject({ bornIn: 'ssh', from: '192.168.1.9' });
    expect(sight({ pid: 8000, known: hidden })?.bornIn).toBe('ssh');
  });

  it('was born nobody knows where when its environment cannot be read', () => {
    expect(sight({ known: hidden })?.bornIn).toBe('unknown');
    expect(sight({ known: hidden, pid: null })?.bornIn).toBe('unknown');
  });

  it.each([
    [['work'], 'work'],
    [['0', 'work', '12'], 'work'],
    [['0'], 'default'],
    [['a', 'b', 'c', 'd', 'e'], 'a, b, c and 2 more'],
    [['x'.repeat(60)], `${'x'.repeat(39)}…`],
    [['\u001b[31mred'], '[31mred'],
  ])('with the sessions %j is called %j', (sessionNames, name) => {
    expect(sight({ sessionNames })?.name).toBe(name);
  });

  it.each([
    ['below sshd', { pid: 4311, tty: 'ttys001' }, 1, ['192.168.1.9']],
    ["on a login's terminal, its process unknown", { pid: 9999, tty: 'ttys005' }, 1, ['192.168.1.9']],
    ['below a mosh server', { pid: 7001, tty: 'ttys008' }, 1, undefined],
    ['of a desktop terminal', { pid: 6100, tty: 'ttys007' }, 0, undefined],
  ])('counts a client %s', (_what, client, remoteClients, remoteClientsFrom) => {
    const row = sight({ clients: [client] });
    expect(row).toMatchObject({ attachedClients: 1, remoteClients });
    expect(row?.remoteClientsFrom).toEqual(remoteClientsFrom);
  });

  it('that does not answer stays what it was, without its clients, while its process is there', () => {
    const silent = { silence: 'tmux did not answer within 4 s.', known: bornWith('192.168.1.9 1 2 22') };
    expect(sight(silent)).toMatchObject({ bornIn: 'ssh', from: '192.168.1.9' });
    expect(sight(silent)).not.toHaveProperty('attachedClients');
    const gone = sight({ ...silent, pid: 9998 });
    expect(gone).toMatchObject({ bornIn: 'unknown' });
    expect(gone?.grounds).toContain('did not answer within 4 s');
  });
});

describe('a tmux server that is not asked', () => {
  const refusal = 'its socket lies in a folder that others can write: not asked';
  const known: KnownMarks = { kind: 'hidden', reason: refusal };

  it('was born nobody knows where, with the reason, and nobody is said to be attached', () => {
    const row = sight({ pid: null, refusal, known });
    expect(row).toMatchObject({ bornIn: 'unknown', grounds: refusal });
    expect(row).not.toHaveProperty('attachedClients');
  });
});

describe('tmux in the process list', () => {
  it('names sockets elsewhere, of this user', () => {
    expect(socketsNamedByProcesses(someHost(), processes)).toEqual(['/private/tmp/own/place']);
  });

  it("is like a server when it is launchd's child and has no terminal", () => {
    expect(processesLikeTmuxServers(processes, 501).map(({ pid }) => pid)).toEqual([6000, 8100]);
  });
});

import { describe, expect, it } from 'vitest';
import { parseProcesses } from '../../../electron/system/processes/process-list';
import { findOwnSession } from '../../../electron/system/sessions/own-session';
import type { SshLogin } from '../../../electron/system/sessions/ssh-logins';
import { nothingFound, silentServer } from '../found-sessions';
import { someHost } from '../some-host';

const login = (pid: number, from: string | null, ...ttys: string[]): SshLogin => ({
  pid,
  user: 'alice',
  ttys,
  from,
  startedAt: 0,
});
const first = login(4301, '192.168.1.9', 'ttys001');
const second = login(4410, '10.0.0.5', 'ttys002');
const silent = login(4500, null);
const server = { ...silentServer, socket: '/private/tmp/tmux-501/default', pid: 6000 };

const processes = parseProcesses(`
 4301     1   501 ??       Thu Sep 10 09:02:11 2026 sshd-session: alice@ttys001
 4310  4301   501 ttys001  Thu Sep 10 09:02:12 2026 -zsh
 4311  4310   501 ttys001  Thu Sep 10 09:03:12 2026 latchkey status
 6000     1   501 ??       Thu Sep 10 08:00:00 2026 tmux new -s work
 6001  6000   501 ttys003  Thu Sep 10 08:00:00 2026 -zsh
`);

const find = (environment: Record<string, string>, ownPid = 1, logins = [first, second, silent]) =>
  findOwnSession(someHost({ environment }), ownPid, { ...nothingFound, processes, logins, tmuxServers: [server] });

const inTmux = { kind: 'server', id: 'tmux-server:/private/tmp/tmux-501/default' };

describe('the session that this process runs in', () => {
  it('is that of its ancestors, whatever the environment says', () => {
    expect(find({ SSH_TTY: '/dev/ttys002' }, 4311)).toEqual({ kind: 'ssh', login: first });
    expect(find({ SSH_TTY: '/dev/ttys002' }, 6001)).toEqual(inTmux);
  });

  it("is its tmux server's, whose SSH variables are those of whoever is attached", () => {
    expect(find({ TMUX: `${server.socket},6000,0`, SSH_TTY: '/dev/ttys002' })).toEqual(inTmux);
  });

  it('is that of its terminal', () => {
    expect(find({ SSH_TTY: '/dev/ttys002' })).toEqual({ kind: 'ssh', login: second });
  });

  it('is the only one from its peer', () => {
    expect(find({ SSH_CONNECTION: '10.0.0.5 1 2 22' })).toMatchObject({ kind: 'ssh', login: second });
    expect(find({ SSH_CONNECTION: '203.0.113.1 1 2 22' })).toEqual({ kind: 'ssh', login: silent });
  });

  it('is not told where several could be meant, or none', () => {
    expect(find({ SSH_CONNECTION: '10.0.0.5 1 2 22' }, 1, [second, { ...second, pid: 7 }])).toBeNull();
    expect(find({ SSH_CONNECTION: '203.0.113.1 1 2 22' }, 1, [silent, { ...silent, pid: 7 }])).toBeNull();
    expect(find({})).toBeNull();
  });

  it("is never another user's login", () => {
    expect(find({ SSH_TTY: '/dev/ttys002' }, 1, [{ ...second, user: 'bob' }])).toBeNull();
  });

  it('is not looked up by number on a simulated Mac, whose processes are not ours', () => {
    const host = someHost({ kind: 'simulated-macos' });
    expect(findOwnSession(host, 4311, { ...nothingFound, processes, logins: [first] })).toBeNull();
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { breakFolder } from '../broken-folder';
import { rowsOf } from '../read-value';
import { type MacWithDoors, macWithDoors, twoKeychains, waysToFail } from '../simulated-doors';

const desktopSocket = '/private/tmp/tmux-501/default';
const sshSocket = '/private/tmp/tmux-501/far away';

let at: MacWithDoors;
beforeAll(async () => {
  at = await macWithDoors({
    ...twoKeychains,
    processes: [
      { pid: 9099, ppid: 1, uid: 0, command: 'sshd-session: bob [priv]', startedAt: '2026-09-10T10:00:00Z' },
      { pid: 9100, ppid: 9099, uid: 502, command: 'sshd-session: bob@ttys020', startedAt: '2026-09-10T10:00:00Z' },
      // Anybody may call a program so.
      { pid: 9200, ppid: 1, uid: 502, command: 'sshd-session: alice@ttys099', startedAt: '2026-09-10T10:00:00Z' },
      { pid: 9201, ppid: 1, uid: 501, command: 'sshd-session: alice@ttys098', startedAt: '2026-09-10T10:00:00Z' },
    ],
    tmux: [
      {
        socket: desktopSocket,
        session: 'desktop',
        serverPid: 6000,
        clients: [
          { pid: 6100, tty: 'ttys001', sessionName: 'work' },
          { pid: 6200, tty: 'ttys009', sessionName: 'work' },
        ],
      },
      { socket: sshSocket, session: 'ssh-1', serverPid: 7000, clients: [] },
    ],
  });
});
afterEach(() => at.mac.setFaults([]));
afterAll(() => at.mac.dispose());

describe('remote sessions', () => {
  it('are the SSH logins of everybody, with where they come from', async () => {
    const rows = rowsOf(await at.doors().readRemoteSessions()).filter(({ kind }) => kind === 'ssh');
    expect(rows).toMatchObject([
      { user: 'alice', tty: 'ttys001', from: '192.168.1.9', bornIn: 'ssh', startedAt: '2026-09-10T09:02:00.000Z' },
      { user: 'alice', bornIn: 'ssh', startedAt: '2026-09-10T09:10:00.000Z' },
      { id: 'ssh:9100', user: 'bob', tty: 'ttys020', bornIn: 'ssh', startedAt: '2026-09-10T10:00:00.000Z' },
    ]);
    expect(rows[1]).not.toHaveProperty('tty');
    expect(rows.every(({ isThisSession }) => !isThisSession)).toBe(true);
  });

  it('are the tmux servers, each with where it was born and who is attached', async () => {
    const rows = rowsOf(await at.doors().readRemoteSessions()).filter(({ kind }) => kind === 'tmux-server');
    expect(rows).toMatchObject([
      { id: `tmux-server:${desktopSocket}`, bornIn: 'desktop', attachedClients: 2, remoteClients: 1 },
      { id: `tmux-server:${sshSocket}`, bornIn: 'ssh', from: '192.168.1.9', attachedClients: 0, remoteClients: 0 },
    ]);
  });

  it.each([
    ['ssh-1', ['ssh', 'ttys001']],
    ['ssh-2', ['ssh', undefined]],
    ['desktop', undefined],
  ])('know which of them %s is', async (sessionId, expected) => {
    const own = rowsOf(await at.doors(sessionId).readRemoteSessions()).find(({ isThisSession }) => isThisSession);
    expect(own && [own.kind, own.tty]).toEqual(expected);
  });

  it('come from the login records where ps does not answer', async () => {
    at.mac.setFaults([{ tool: 'ps', exit: 1 }]);
    const reading = await at.doors().readRemoteSessions();
    expect(reading).toMatchObject({ kind: 'unread', reason: '/bin/ps ended with code 1.' });
    const rows = rowsOf(reading).filter(({ kind }) => kind === 'ssh');
    expect(rows).toMatchObject([{ id: 'ssh:ttys001', user: 'alice', from: '192.168.1.9' }]);
  });

  it('are doubtful where the folder in which agents name themselves cannot be listed', async () => {
    const folder = '/Users/alice/.claude/sessions';
    const mend = breakFolder(at.mac.root + folder);
    const doubts = [`${folder} could not be listed: macOS answered ELOOP.`];
    expect(await at.doors().readRemoteSessions()).toMatchObject({ kind: 'read', doubts });
    mend();
    expect(await at.doors().readRemoteSessions()).toMatchObject({ kind: 'read', doubts: [] });
  });

  it('go without their origin where who does not answer', async () => {
    at.mac.setFaults([{ tool: 'who', exit: 1 }]);
    const reading = await at.doors().readRemoteSessions();
    expect(reading).toMatchObject({ kind: 'read', doubts: ['/usr/bin/who ended with code 1.'] });
    const rows = rowsOf(reading).filter(({ kind }) => kind === 'ssh');
    expect(rows).toHaveLength(3);
    expect(rows.some(({ from }) => from !== undefined)).toBe(false);
    // A login without a terminal has no record, so it lacks nothing.
    expect(rows.map(({ unreadBecause }) => unreadBecause !== undefined)).toEqual([true, false, true]);
  });

  it('leave out a tmux server that does not answer, and say unknown for one that hides its birth', async () => {
    at.mac.setFaults([{ tool: 'tmux', when: sshSocket, exit: 1, stderr: `no server running on ${sshSocket}\n` }]);
    expect(rowsOf(await at.doors().readRemoteSessions()).map(({ id }) => id)).not.toContain(`tmux-server:${sshSocket}`);
    at.mac.setFaults([{ tool: 'tmux', when: 'show-environment', exit: 1, stderr: 'server exited unexpectedly' }]);
    const [first] = rowsOf(await at.doors().readRemoteSessions()).filter(({ kind }) => kind === 'tmux-server');
    expect(first).toMatchObject({ bornIn: 'unknown' });
  });

  it.each(waysToFail)('are unread, with the reason, when every tool %s', async (_what, fault) => {
    at.mac.setFaults(['ps', 'who', 'tmux'].map((tool) => ({ tool, ...fault })));
    const reading = await at.doors().readRemoteSessions();
    expect(reading).toMatchObject({ kind: 'unread', reason: expect.stringContaining('/bin/ps') });
    expect(rowsOf(reading).filter(({ kind }) => kind === 'ssh')).toEqual([]);
  });

  it.each([
    ['is cut short', '    1     0     0 ??       Thu Sep 10 09:00:00 2026 /sbin/launchd\n  43'],
    ['lacks the first process', '  4301  4298   501 ??       Thu Sep 10 09:02:11 2026 -zsh\n'],
    ['is nothing', ''],
  ])('are unread when what ps prints %s', async (_what, stdout) => {
    at.mac.setFaults([{ tool: 'ps', stdout, exit: 0 }]);
    expect(await at.doors().readRemoteSessions()).toMatchObject({ kind: 'unread' });
  });

  it('are all there when one tmux server tells an impossible time', async () => {
    const stdout = 'session 6000 99999999999999999 work\n';
    at.mac.setFaults([{ tool: 'tmux', when: 'list-sessions', stdout, exit: 0 }]);
    const rows = rowsOf(await at.doors().readRemoteSessions());
    expect(rows.filter(({ kind }) => kind === 'ssh')).toHaveLength(3);
    expect(rows.filter(({ kind }) => kind === 'tmux-server').length).toBeGreaterThan(0);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MacWithDoors, macWithDoors, twoKeychains, waysToFail } from './simulated-doors';

const desktopSocket = '/private/tmp/tmux-501/default';
const sshSocket = '/private/tmp/tmux-501/far away';

let at: MacWithDoors;
beforeAll(async () => {
  at = await macWithDoors({
    ...twoKeychains,
    processes: [
      { pid: 9100, ppid: 1, uid: 502, command: 'sshd-session: bob@ttys020', startedAt: '2026-09-10T10:00:00Z' },
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
    const rows = (await at.doors().readRemoteSessions()).filter(({ kind }) => kind === 'ssh');
    expect(rows).toMatchObject([
      { user: 'alice', tty: 'ttys001', from: '192.168.1.9', bornIn: 'ssh', startedAt: '2026-09-10T09:02:00.000Z' },
      { user: 'alice', bornIn: 'ssh', startedAt: '2026-09-10T09:10:00.000Z' },
      { id: 'ssh:9100', user: 'bob', tty: 'ttys020', bornIn: 'ssh', startedAt: '2026-09-10T10:00:00.000Z' },
    ]);
    expect(rows[1]).not.toHaveProperty('tty');
    expect(rows.every(({ isThisSession }) => !isThisSession)).toBe(true);
  });

  it('are the tmux servers, each with where it was born and who is attached', async () => {
    const rows = (await at.doors().readRemoteSessions()).filter(({ kind }) => kind === 'tmux-server');
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
    const own = (await at.doors(sessionId).readRemoteSessions()).find(({ isThisSession }) => isThisSession);
    expect(own && [own.kind, own.tty]).toEqual(expected);
  });

  it('come from the login records where ps does not answer', async () => {
    at.mac.setFaults([{ tool: 'ps', exit: 1 }]);
    const rows = (await at.doors().readRemoteSessions()).filter(({ kind }) => kind === 'ssh');
    expect(rows).toMatchObject([{ id: 'ssh:ttys001', user: 'alice', from: '192.168.1.9' }]);
  });

  it('go without their origin where who does not answer', async () => {
    at.mac.setFaults([{ tool: 'who', exit: 1 }]);
    const rows = (await at.doors().readRemoteSessions()).filter(({ kind }) => kind === 'ssh');
    expect(rows).toHaveLength(3);
    expect(rows.some(({ from }) => from !== undefined)).toBe(false);
  });

  it('leave out a tmux server that does not answer, and say unknown for one that hides its birth', async () => {
    at.mac.setFaults([{ tool: 'tmux', when: sshSocket, exit: 1, stderr: `no server running on ${sshSocket}\n` }]);
    expect((await at.doors().readRemoteSessions()).map(({ id }) => id)).not.toContain(`tmux-server:${sshSocket}`);
    at.mac.setFaults([{ tool: 'tmux', when: 'show-environment', exit: 1, stderr: 'server exited unexpectedly' }]);
    const [first] = (await at.doors().readRemoteSessions()).filter(({ kind }) => kind === 'tmux-server');
    expect(first).toMatchObject({ bornIn: 'unknown' });
  });

  it.each(waysToFail)('are none when every tool %s', async (_what, fault) => {
    at.mac.setFaults(['ps', 'who', 'tmux'].map((tool) => ({ tool, ...fault })));
    const rows = await at.doors().readRemoteSessions();
    expect(rows.filter(({ kind }) => kind === 'ssh')).toEqual([]);
  });
});

import { existsSync, readdirSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parseBeacon } from '../../electron/core/sessions/beacon';
import { createRemoteMac, type RemoteMac, testedShells } from './remote-mac';
import { eventually } from './terminal';

const paneOf = (name: string, pid: number) => ({
  TMUX: `/private/tmp/tmux-501/${name},${pid},0`,
  LATCHKEY_EVERY_SECONDS: '0',
});
const pane = paneOf('near', 4712);
const viaSsh = { SSH_CONNECTION: '192.168.1.9 51022 192.168.1.20 22' };

let remote: RemoteMac | null = null;
afterEach(async () => {
  await remote?.dispose();
  remote = null;
});

describe.each(testedShells)('a pane of tmux with $program', (shell) => {
  it('of a server that was born over SSH is measured, whoever looks at it', async () => {
    remote = await createRemoteMac(shell, [shell.exportLine('SSH_CONNECTION', '')]);
    const terminal = remote.open('ssh', paneOf('far', 4711));
    const text = await remote.waitForBeacon('"lock":"locked"');
    expect(parseBeacon(text)).toMatchObject({
      ok: true,
      value: {
        ...{ tmuxSocket: '/private/tmp/tmux-501/far', sshConnection: null, managerName: 'Background', reason: null },
        securitySession: { graphicAccess: false, remote: true, initial: false },
      },
    });
    terminal.type('');
    await terminal.waitFor('Latchkey: the login keychain is locked');
    await terminal.leave();
  });

  it("of the desktop's server, seen over SSH, says where it was born and asks for nothing", async () => {
    remote = await createRemoteMac(shell);
    const terminal = remote.open('desktop', { ...pane, ...viaSsh });
    const text = await remote.waitForBeacon('"managerName":"Aqua"');
    expect(parseBeacon(text)).toMatchObject({
      ok: true,
      value: { lock: 'unknown', exitCode: null, reason: 'desktop' },
    });
    await remote.mac.run('security', ['lock-keychain'], { session: 'desktop' });
    for (const word of ['one', 'two']) terminal.type(`echo ${word}`);
    await terminal.waitFor('two', 2);
    terminal.type('latchkey-unlock');
    await terminal.waitFor("shares the desktop's keychain session");
    await terminal.leave();
    expect(terminal.output()).not.toContain('is locked');
    expect(remote.mac.ledger().map(({ kind }) => kind)).toEqual(['lock']);
  });

  it.each([
    ['desktop', 'moved', 4713, 'desktop', { graphicAccess: true, initial: false }],
    ['initial', 'daemon', 4714, 'no-ssh-birth', { graphicAccess: false, initial: true }],
  ] as const)(
    'of a server in the session %s that launchctl calls Background, seen over SSH, asks for nothing and tells its session',
    async (session, name, pid, reason, attributes) => {
      remote = await createRemoteMac(shell);
      const terminal = remote.open(session, { ...paneOf(name, pid), ...viaSsh });
      const text = await remote.waitForBeacon('"managerName":"Background"');
      expect(parseBeacon(text)).toMatchObject({
        ok: true,
        value: { lock: 'unknown', exitCode: null, reason, securitySession: attributes },
      });
      for (const word of ['one', 'two']) terminal.type(`echo ${word}`);
      await terminal.waitFor('two', 2);
      await terminal.leave();
      expect(remote.mac.ledger()).toEqual([]);
    },
  );

  it("of the desktop's server, on the desktop, is left in peace", async () => {
    remote = await createRemoteMac(shell);
    const terminal = remote.open('desktop', pane);
    const folder = `${remote.home}/Library/Application Support/Latchkey/beacons`;
    const files = () => (existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : []);
    await eventually(
      () => files().some((name) => name.endsWith('.off')),
      () => 'mark that there is nothing to ask',
    );
    for (const word of ['one', 'two']) terminal.type(`echo ${word}`);
    await terminal.waitFor('two', 2);
    // The first prompt may ask beside the shell's start: each takes the other's mark for an earlier shell's, and makes its own.
    await eventually(
      () => files().length === 1 && files()[0]?.endsWith('.off') === true,
      () => `single mark, but ${files().join()}`,
    );
    await terminal.leave();
    await eventually(
      () => files().length === 0,
      () => `end of ${files().join()}`,
    );
    expect(terminal.output()).not.toContain('Latchkey:');
    expect(remote.mac.ledger()).toEqual([]);
  });
});

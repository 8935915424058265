import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBeacons } from '../../../electron/system/sessions/beacons';
import { copyHelper } from '../../../electron/system/sessions/shell-helper-files';
import { openUnlockPrompt } from '../../../electron/system/sessions/unlock-prompt';
import { projectFolder } from '../../project-files';
import type { Fault, Scenario } from '../../simulator/parsing/scenario';
import { patience } from '../../vitest/patience';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain, twoKeychains } from '../simulated-doors';

const folder = '/private/tmp/tmux-501';
const overSsh = `${folder}/born over ssh 🔑`;
const ofDesktop = `${folder}/default`;
const orphan = `${folder}/orphan`;

const withServers: Scenario = {
  ...twoKeychains,
  sessions: [...(twoKeychains.sessions ?? []), { id: 'ssh-3', kind: 'ssh', tty: 'ttys003', from: '192.168.1.10' }],
  tmux: [
    { socket: 'default', session: 'desktop', serverPid: 5001, sessionNames: ['main'] },
    { socket: overSsh, session: 'ssh-3', serverPid: 5002, sessionNames: ['work'] },
    { socket: 'orphan', session: 'a login that is gone', serverPid: 5003, sessionNames: ['old'] },
  ],
};

let at: MacWithDoors;
beforeEach(async () => {
  at = await macWithDoors(withServers);
});
afterEach(() => at.mac.dispose());

const patient = { timeout: patience(10_000) };
const open = (socket = overSsh, keychainPath = loginKeychain, sessionId?: string) =>
  openUnlockPrompt(at.host(sessionId), socket, keychainPath);
const pane = () => at.mac.panes.list().at(-1);
const asks = () => expect.poll(() => pane()?.screen, patient).toContain('password to unlock');
const shows = (text: string) => expect.poll(() => pane()?.screen, patient).toContain(text);
const isLocked = (session: string, keychain = loginKeychain) => at.mac.lockState(session, keychain).isLocked;
const states = (sessions: readonly string[]) =>
  Object.fromEntries(sessions.map((id) => [id, [isLocked(id), isLocked(id, otherKeychain)]]));
const others = ['desktop', 'ssh-1', 'ssh-2', 'a login that is gone'];

describe('an unlock prompt in a tmux server', () => {
  it('unlocks the session of that server and of no other, once the password is typed there', async () => {
    const before = states(others);
    expect(await open()).toEqual({ ok: true, value: undefined });
    expect(at.mac.panes.list()).toMatchObject([{ socketPath: overSsh, windowName: 'unlock', session: 'ssh-3' }]);
    await asks();
    expect(isLocked('ssh-3')).toBe(true);
    at.mac.panes.type('open sesame\n');
    await shows('Unlocked in every pane of this server');
    expect(isLocked('ssh-3')).toBe(false);
    expect(isLocked('ssh-3', otherKeychain)).toBe(true);
    expect(states(others)).toEqual(before);
    expect(pane()?.screen).toContain('Press Return to close this window.');
    expect(pane()?.exitCode).toBeNull();
    at.mac.panes.type('\n');
    await expect.poll(() => pane()?.exitCode, patient).toBe(0);
  });

  it('says what a wrong password came to, and closes on Return', async () => {
    await open();
    await asks();
    at.mac.panes.type('wrong\n');
    await shows('Not unlocked (code 51).');
    expect(isLocked('ssh-3')).toBe(true);
    at.mac.panes.type('\n');
    await expect.poll(() => pane()?.exitCode, patient).toBe(0);
  });

  it('asks for a keychain whose path has spaces, quotes and emoji', async () => {
    await open(overSsh, otherKeychain);
    await asks();
    at.mac.panes.type('other\n');
    await shows('Unlocked in every pane');
    expect(isLocked('ssh-3', otherKeychain)).toBe(false);
    expect(isLocked('ssh-3')).toBe(true);
  });

  it('reaches a server whose login is gone', async () => {
    await open(orphan);
    await asks();
    at.mac.panes.type('open sesame\n');
    await shows('Unlocked in every pane');
    expect(isLocked('a login that is gone')).toBe(false);
    expect(isLocked('ssh-3')).toBe(true);
  });

  it('reports what it came to where the shell helper is installed, so that it is shown measured', async () => {
    await copyHelper(at.host(), join(projectFolder, 'assets/shell'));
    await open();
    await asks();
    at.mac.panes.type('open sesame\n');
    await shows('Press Return');
    expect(await readBeacons(at.host())).toMatchObject({
      value: [{ tmuxSocket: overSsh, keychainPath: loginKeychain, managerName: 'Background', lock: 'unlocked' }],
    });
  });

  it('raises no dialog, starts no server and types nothing', async () => {
    await open();
    await asks();
    expect(at.mac.ledger().map(({ kind }) => kind)).toEqual(['tmux-window-opened']);
    expect(at.mac.dialogs.list()).toEqual([]);
  });
});

describe('where no prompt can be opened', () => {
  const nothingDone = () => {
    expect(at.mac.panes.list()).toEqual([]);
    expect(at.mac.ledger()).toEqual([]);
  };

  it('the server is gone, and its socket with it', async () => {
    at.mac.updateScenario({ tmux: [] });
    expect(await open()).toMatchObject({ ok: false, code: 'server-gone' });
    nothingDone();
  });

  it('nobody listens on the socket any more', async () => {
    at.mac.setFaults([{ tool: 'tmux', exit: 1, stderr: `no server running on ${overSsh}\n` }]);
    expect(await open()).toMatchObject({ ok: false, code: 'server-gone' });
    nothingDone();
  });

  it.each([
    ['a plain file', `${folder}/file`],
    ['a link to another server', `${folder}/link`],
    ['nothing', `${folder}/nothing`],
  ])('the path leads to %s', async (_what, socket) => {
    at.mac.updateScenario({ files: { [`${folder}/file`]: 'text' } });
    symlinkSync(at.mac.root + ofDesktop, `${at.mac.root}${folder}/link`);
    expect(await open(socket)).toMatchObject({ ok: false, code: 'server-gone' });
    nothingDone();
  });

  it('tmux is not there', async () => {
    rmSync(`${at.mac.root}/opt/homebrew/bin/tmux`);
    expect(await open()).toMatchObject({ ok: false, code: 'no-tmux' });
  });

  it.each<[string, Fault, string]>([
    ['hangs', { tool: 'tmux', hangMs: 60_000, exit: 1 }, 'did not answer within 5 s'],
    ['is killed', { tool: 'tmux', signal: 'SIGKILL' }, 'was ended by SIGKILL'],
    [
      'is of another version',
      { tool: 'tmux', exit: 1, stderr: 'protocol version mismatch (client 8, server 7)\n' },
      'tmux said: protocol version mismatch',
    ],
    ['says nothing', { tool: 'tmux', exit: 1 }, 'tmux said: code 1'],
  ])('tmux %s', async (_how, fault, words) => {
    at.mac.setFaults([fault]);
    expect(await open()).toMatchObject({
      ok: false,
      code: 'window-not-opened',
      reason: expect.stringContaining(words),
    });
    nothingDone();
  });
});

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTerminal } from '../shell-helper/terminal';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { createDeskMac } from './desk-mac';
import { deskScenario, loginPath, withGhLogin } from './desk-scenario';
import { latchkeyCommand, runLatchkey, startLatchkey } from './run-latchkey';

const sessions = [
  { id: 'desk', kind: 'desktop' },
  { id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '10.0.0.2' },
] as const;

let folder = '';
/** Stands for GitHub's own: tells that it was run, and with what. */
const gh = () => join(folder, 'gh');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-run-'));
  writeFileSync(gh(), '#!/bin/sh\nprintf "gh ran: %s\\n" "$*"\nexit 7\n');
  chmodSync(gh(), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

const lockedMac = () => createDeskMac(withGhLogin(deskScenario(false, { sessions })));
const dialogs = (mac: SimulatedMac) => mac.ledger().filter(({ kind }) => kind === 'dialog');
const ran = { code: 7, stdout: 'gh ran: pr list --json id\n' };
const words = () => ['run', '--', gh(), 'pr', 'list', '--json', 'id'];

describe('latchkey run', () => {
  it('asks at the desktop where it is locked and the tool needs it, and then runs the command', async () => {
    const mac = await lockedMac();
    const running = startLatchkey(mac, words());
    await mac.dialogs.waitForOne();
    expect(running.stdout()).toBe('');
    mac.dialogs.answer();
    expect(await running.ended).toMatchObject(ran);
    // It is unlocked now: nobody is asked again.
    expect(await runLatchkey(mac, words())).toMatchObject({ ...ran, stderr: '' });
    expect(dialogs(mac)).toHaveLength(1);
  });

  it('does not run it where the dialog is cancelled', async () => {
    const mac = await lockedMac();
    const running = startLatchkey(mac, words());
    await mac.dialogs.waitForOne();
    mac.dialogs.cancel();
    const refused = { code: 1, stdout: '', stderr: expect.stringContaining('The command was not run.') };
    expect(await running.ended).toMatchObject(refused);
  });

  it('has security ask at the terminal of an SSH login, and hears nothing of what is typed', async () => {
    const mac = await lockedMac();
    const terminal = openTerminal([...latchkeyCommand, ...words()], mac.environment('login-1'), mac.root);
    await terminal.waitFor('password to unlock');
    terminal.type('correct horse');
    await terminal.waitFor('gh ran: pr list --json id');
    expect(terminal.output()).not.toContain('correct horse');
    expect(['desk', 'login-1'].map((id) => mac.lockState(id, loginPath).isLocked)).toEqual([true, false]);
    expect(dialogs(mac)).toEqual([]);
  });

  it('runs nothing in an SSH login without a terminal, and says what unlocks', async () => {
    const mac = await lockedMac();
    const { code, stdout, stderr } = await runLatchkey(mac, words(), 'login-1', 'correct horse\n');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(`security unlock-keychain ${loginPath}`);
    expect(mac.lockState('login-1', loginPath).isLocked).toBe(true);
  });
});

describe('what is run by latchkey run', () => {
  let mac: SimulatedMac;
  beforeAll(async () => {
    mac = await createSimulatedMac(deskScenario(false));
  });
  afterAll(() => mac.dispose());

  it.each([
    ['exit 42', 42],
    ['kill -TERM $$', 143],
    ['kill -KILL $$', 137],
  ])('ends it as it ends itself: %s', async (script, code) => {
    expect(await runLatchkey(mac, ['run', '--', 'sh', '-c', script])).toEqual({ code, stdout: '', stderr: '' });
  });

  it('is told of as shells do where it is not there, or is no program', async () => {
    const of = (program: string) => runLatchkey(mac, ['run', '--', program]);
    expect(await of('no-such-program')).toMatchObject({ code: 127, stderr: expect.stringContaining('ENOENT') });
    expect(await of(folder)).toMatchObject({ code: 126, stderr: expect.stringContaining('EACCES') });
  });

  it.each(['SIGTERM', 'SIGHUP', 'SIGINT', 'SIGUSR2'] as const)(
    'gets %s, and decides what comes of it',
    async (name) => {
      const trap = `trap 'echo got; exit 9' ${name.slice(3)}; echo ready; while :; do sleep 0.05; done`;
      const running = startLatchkey(mac, ['run', '--', 'sh', '-c', trap]);
      await expect.poll(running.stdout).toBe('ready\n');
      running.child.kill(name);
      expect(await running.ended).toMatchObject({ code: 9, stdout: 'ready\ngot\n' });
    },
  );

  it('has our input, and raises no dialog where no tool of Latchkey’s needs the locked keychain', async () => {
    const { stdout } = await runLatchkey(mac, ['run', '--', 'cat'], undefined, 'piped in');
    expect([stdout, dialogs(mac)]).toEqual(['piped in', []]);
  });
});

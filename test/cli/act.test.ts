import { describe, expect, it } from 'vitest';
import { createDeskMac } from './desk-mac';
import { deskScenario, loginPath } from './desk-scenario';
import { readStatus, runLatchkey, startLatchkey } from './run-latchkey';

const dialogs = (mac: Awaited<ReturnType<typeof createDeskMac>>) =>
  mac.ledger().filter(({ kind }) => kind === 'dialog');

describe('latchkey unlock', () => {
  it("raises the system's dialog and ends when it is answered", async () => {
    const mac = await createDeskMac(deskScenario(false));
    const unlocking = startLatchkey(mac, ['unlock']);
    await mac.dialogs.waitForOne();
    mac.dialogs.answer();
    expect(await unlocking.ended).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Unlocked in this desktop session.'),
    });
    expect(mac.lockState('desk', loginPath).isLocked).toBe(false);
    expect(dialogs(mac)).toHaveLength(1);
  });

  it('is calm about Cancel', async () => {
    const mac = await createDeskMac(deskScenario(false));
    const unlocking = startLatchkey(mac, ['unlock']);
    await mac.dialogs.waitForOne();
    mac.dialogs.cancel();
    expect((await unlocking.ended).code).toBe(1);
    expect(mac.lockState('desk', loginPath).isLocked).toBe(true);
  });

  it('takes the dialog away at Ctrl-C', async () => {
    const mac = await createDeskMac(deskScenario(false));
    const unlocking = startLatchkey(mac, ['unlock']);
    await mac.dialogs.waitForOne();
    unlocking.child.kill('SIGINT');
    expect((await unlocking.ended).code).toBe(1);
    await expect.poll(() => mac.dialogs.list()).toEqual([]);
  });

  it('hands over the command inside an SSH login, where no dialog can be raised', async () => {
    const mac = await createDeskMac(
      deskScenario(false, {
        sessions: [
          { id: 'desk', kind: 'desktop' },
          { id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '10.0.0.2' },
        ],
      }),
    );
    const { code, stdout } = await runLatchkey(mac, ['unlock'], 'login-1');
    expect({ code, stdout }).toEqual({ code: 1, stdout: `security unlock-keychain ${loginPath}\n` });
    expect(dialogs(mac)).toEqual([]);
  });
});

describe('latchkey lock', () => {
  it('locks the login keychain', async () => {
    const mac = await createDeskMac(deskScenario(true));
    expect(await runLatchkey(mac, ['lock'])).toMatchObject({ code: 0, stderr: 'Locked in this desktop session.\n' });
    expect(mac.lockState('desk', loginPath).isLocked).toBe(true);
  });

  it('locks it in an SSH login, where it was typed there, and says so', async () => {
    const login = { id: 'login-1', kind: 'ssh', tty: 'ttys004', from: '10.0.0.2', unlocked: [loginPath] } as const;
    const desk = { id: 'desk', kind: 'desktop', unlocked: [loginPath] } as const;
    const mac = await createDeskMac(deskScenario(true, { sessions: [desk, login] }));
    const ended = await runLatchkey(mac, ['lock'], 'login-1');
    expect(ended).toMatchObject({ code: 0, stderr: 'Locked in this SSH login.\n' });
    expect(['desk', 'login-1'].map((id) => mac.lockState(id, loginPath).isLocked)).toEqual([false, true]);
  });

  it('locks all of this session, and none of another', async () => {
    const other = '/Users/alice/Library/Keychains/ci.keychain-db';
    const scenario = deskScenario(true);
    const mac = await createDeskMac({
      ...scenario,
      keychains: [
        ...(scenario.keychains ?? []),
        { path: other, password: 'x', lockOnSleep: false, idleTimeoutSeconds: null },
      ],
      sessions: [
        { id: 'desk', kind: 'desktop', unlocked: [loginPath, other] },
        { id: 'login-1', kind: 'ssh', tty: 'ttys004', unlocked: [loginPath] },
      ],
    });
    expect((await runLatchkey(mac, ['lock', '--all'])).code).toBe(0);
    const isLocked = (session: string, path: string) => mac.lockState(session, path).isLocked;
    expect([isLocked('desk', loginPath), isLocked('desk', other), isLocked('login-1', loginPath)]).toEqual([
      true,
      true,
      false,
    ]);
  });
});

describe('latchkey set', () => {
  const settings = async (mac: Awaited<ReturnType<typeof createDeskMac>>) =>
    (await readStatus(mac)).keychains[0]?.autoLock;

  it.each([
    [
      'lock-on-sleep alone keeps the timeout',
      ['--lock-on-sleep', 'off'],
      { lockOnSleep: false, idleTimeoutSeconds: 300 },
    ],
    ['the timeout alone keeps lock-on-sleep', ['--timeout', '15m'], { lockOnSleep: true, idleTimeoutSeconds: 900 }],
    ['never keeps lock-on-sleep', ['--timeout', 'never'], { lockOnSleep: true, idleTimeoutSeconds: null }],
    ['both', ['--timeout', 'never', '--lock-on-sleep', 'off'], { lockOnSleep: false, idleTimeoutSeconds: null }],
  ])('%s', async (_name, words, expected) => {
    const mac = await createDeskMac(deskScenario(true));
    expect((await runLatchkey(mac, ['set', ...words])).code).toBe(0);
    expect(await settings(mac)).toEqual({ ...expected, source: 'session' });
    expect(dialogs(mac)).toEqual([]);
  });

  it('says what it exposes, and undo takes it back once', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const set = await runLatchkey(mac, ['set', '--timeout', 'never', '--lock-on-sleep', 'off']);
    expect(set.stderr.replaceAll(/\s+/g, ' ')).toContain(
      'Never locks by itself: whoever gets into this session can use its logins until you lock it or log out.',
    );
    const undone = await runLatchkey(mac, ['undo']);
    expect(undone).toMatchObject({ code: 0, stderr: expect.stringContaining('Now: 5 min after last use, on sleep.') });
    expect(await settings(mac)).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 300, source: 'session' });
    const again = await runLatchkey(mac, ['undo']);
    expect(again).toMatchObject({ code: 1, stderr: 'There is no change to take back.\n' });
    expect(dialogs(mac)).toEqual([]);
  });

  it('does not touch a locked keychain', async () => {
    const mac = await createDeskMac(deskScenario(false));
    const { code, stderr } = await runLatchkey(mac, ['set', '--timeout', '15m']);
    expect(code).toBe(1);
    expect(stderr).toContain('Unlock the keychain first');
    expect(await settings(mac)).toMatchObject({ lockOnSleep: true, idleTimeoutSeconds: 300 });
    expect(mac.ledger()).toEqual([]);
  });
});

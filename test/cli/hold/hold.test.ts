import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { storedSettings } from '../../simulator/keychain-file';
import type { Scenario } from '../../simulator/parsing/scenario';
import type { SimulatedMac } from '../../simulator/simulated-mac';
import { patience } from '../../vitest/patience';
import { createDeskMac } from '../desk-mac';
import { deskScenario, loginPath } from '../desk-scenario';
import { type RunningLatchkey, readStatus, runLatchkey, startLatchkey } from '../run-latchkey';

const before = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const held = { lockOnSleep: false, idleTimeoutSeconds: null };

const deskMac = (isUnlocked = true, changes: Partial<Scenario> = {}) =>
  createDeskMac(deskScenario(isUnlocked, changes));
const stored = (mac: SimulatedMac) => storedSettings(readFileSync(mac.root + loginPath));
const isLocked = (mac: SimulatedMac, session = 'desk') => mac.lockState(session, loginPath).isLocked;
const journalOf = (mac: SimulatedMac) => `${mac.root}/Users/alice/Library/Application Support/Latchkey/hold.json`;
const change = (mac: SimulatedMac) => mac.run('security', ['set-keychain-settings', '-u', '-t', '777', loginPath]);

/** A hold that a process in a terminal keeps. */
const keep = async (mac: SimulatedMac, words = ['4h'], session?: string): Promise<RunningLatchkey> => {
  const latchkey = startLatchkey(mac, ['hold', ...words], session);
  onTestFinished(() => void latchkey.child.kill('SIGKILL'));
  await expect.poll(latchkey.stderr, { timeout: patience(15_000) }).toContain('Ctrl-C ends it');
  return latchkey;
};

describe('latchkey hold in a terminal, without the app', () => {
  it('says what is exposed and what is put back, and keeps it', async () => {
    const mac = await deskMac();
    const latchkey = await keep(mac);
    expect(stored(mac)).toEqual(held);
    const words = latchkey.stderr().replaceAll(/\s+/g, ' ');
    expect(words).toContain('Latchkey’s app does not run. This process keeps it unlocked.');
    expect(words).toContain('can use its logins.');
    expect(words).toContain('Then its settings are put back: 5 min after last use, on sleep.');
    expect(await readStatus(mac)).toMatchObject({
      hold: { state: 'on', until: expect.stringMatching(/^2026-09-10T13:00/), owner: 'command-line', restores: before },
    });
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'ends properly with %s: the settings are back when it has ended',
    async (signal) => {
      const mac = await deskMac();
      const latchkey = await keep(mac);
      latchkey.child.kill(signal);
      const ended = await latchkey.ended;
      expect(stored(mac)).toEqual(before);
      expect(ended).toMatchObject({ code: 0, stdout: '' });
      expect(ended.stderr).toContain('A second Ctrl-C ends this at once');
      expect(ended.stderr).toContain('the settings are what they were before');
      expect(existsSync(journalOf(mac))).toBe(false);
    },
  );

  it('refuses other settings with code 1 while it is on, and nothing has changed', async () => {
    const mac = await deskMac();
    const latchkey = await keep(mac);
    const refused = await runLatchkey(mac, ['set', '--timeout', '15m']);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(stored(mac)).toEqual(held);
    expect(await runLatchkey(mac, ['hold', '1h'])).toMatchObject({ code: 1 });
    latchkey.child.kill('SIGINT');
    await latchkey.ended;
  });

  it('ends properly when its terminal is gone', async () => {
    const mac = await deskMac();
    const latchkey = await keep(mac);
    latchkey.child.stdout?.destroy();
    latchkey.child.stderr?.destroy();
    latchkey.child.kill('SIGHUP');
    expect((await latchkey.ended).code).toBe(0);
    expect(stored(mac)).toEqual(before);
  });

  it('ends by itself at its time', async () => {
    const mac = await deskMac();
    const latchkey = await keep(mac, ['--until', '13:30']);
    mac.clock.advance(4.6 * 3_600_000);
    expect(await latchkey.ended).toMatchObject({ code: 0 });
    expect(stored(mac)).toEqual(before);
  });

  it('leaves its journal after kill -9, and the next latchkey hold --end puts everything back', async () => {
    const mac = await deskMac();
    const latchkey = await keep(mac);
    latchkey.child.kill('SIGKILL');
    await latchkey.ended;
    expect(stored(mac)).toEqual(held);
    const shown = await runLatchkey(mac, ['hold']);
    expect(shown).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('latchkey hold --end puts everything back'),
    });
    expect(await runLatchkey(mac, ['hold', '--end'])).toMatchObject({ code: 0 });
    expect(stored(mac)).toEqual(before);
    expect(existsSync(journalOf(mac))).toBe(false);
  });

  it('is ended by another terminal, which waits until the settings are back', async () => {
    const mac = await deskMac();
    const latchkey = await keep(mac);
    expect(await runLatchkey(mac, ['hold', '--end'])).toMatchObject({ code: 0 });
    expect(stored(mac)).toEqual(before);
    expect(await latchkey.ended).toMatchObject({ code: 0 });
  });

  it('locks at the end where that was asked for', async () => {
    const mac = await deskMac();
    const latchkey = await keep(mac, ['1h', '--relock']);
    latchkey.child.kill('SIGINT');
    await latchkey.ended;
    expect(isLocked(mac)).toBe(true);
    expect(stored(mac)).toEqual(before);
  });

  it('is one at a time', async () => {
    const mac = await deskMac();
    await keep(mac);
    const second = await runLatchkey(mac, ['hold', '1h']);
    expect(second).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Keep Unlocked is on already. End it first.'),
    });
    expect(stored(mac)).toEqual(held);
  });

  it.each([
    [['--until', 'back'], 'Only the app sees the screen being unlocked'],
    [['1h', '--keep-awake'], 'caffeinate -s'],
  ])('refuses what only the app can do, and changes nothing: %s', async (words, sentence) => {
    const mac = await deskMac();
    const ended = await runLatchkey(mac, ['hold', ...words]);
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining(sentence) });
    expect(stored(mac)).toEqual(before);
    expect(existsSync(journalOf(mac))).toBe(false);
  });
});

describe('latchkey hold on a locked keychain', () => {
  it('raises the system’s dialog, and locks it again at the end', async () => {
    const mac = await deskMac(false);
    const latchkey = startLatchkey(mac, ['hold', '1h']);
    await mac.dialogs.waitForOne();
    mac.dialogs.answer();
    await expect.poll(latchkey.stderr, { timeout: patience(15_000) }).toContain('Ctrl-C ends it and');
    expect(isLocked(mac)).toBe(false);
    latchkey.child.kill('SIGINT');
    expect((await latchkey.ended).code).toBe(0);
    expect(isLocked(mac)).toBe(true);
    expect(stored(mac)).toEqual(before);
  });

  it('changes nothing when the dialog is cancelled', async () => {
    const mac = await deskMac(false);
    const latchkey = startLatchkey(mac, ['hold', '1h']);
    await mac.dialogs.waitForOne();
    mac.dialogs.cancel();
    expect((await latchkey.ended).code).toBe(1);
    expect(stored(mac)).toEqual(before);
    expect(existsSync(journalOf(mac))).toBe(false);
  });

  it('takes the dialog away with Ctrl-C', async () => {
    const mac = await deskMac(false);
    const latchkey = startLatchkey(mac, ['hold', '1h']);
    await mac.dialogs.waitForOne();
    latchkey.child.kill('SIGINT');
    expect((await latchkey.ended).code).toBe(1);
    await expect.poll(() => mac.dialogs.list(), { timeout: patience(10_000) }).toEqual([]);
    expect(stored(mac)).toEqual(before);
  });
});

describe('latchkey hold in an SSH login', () => {
  const withLogin = (unlocked: readonly string[]) =>
    deskMac(true, {
      sessions: [
        { id: 'desk', kind: 'desktop', unlocked: [loginPath] },
        { id: 'ssh-1', kind: 'ssh', tty: 'ttys004', from: '10.0.0.9', unlocked },
      ],
    });

  it('raises no dialog where it is locked there: it says what to type', async () => {
    const mac = await withLogin([]);
    const ended = await runLatchkey(mac, ['hold', '1h'], 'ssh-1');
    expect(ended).toMatchObject({ code: 1, stdout: `security unlock-keychain ${loginPath}\n` });
    expect(ended.stderr).toContain('cannot be raised from here');
    expect(mac.ledger().filter(({ kind }) => kind === 'dialog')).toEqual([]);
    expect(stored(mac)).toEqual(before);
  });

  it('holds that login’s own session where it is unlocked there', async () => {
    const mac = await withLogin([loginPath]);
    const latchkey = await keep(mac, ['1h'], 'ssh-1');
    expect(latchkey.stderr()).toContain('It is kept unlocked in this SSH login; the desktop’s stays as it is.');
    expect(mac.lockState('ssh-1', loginPath)).toMatchObject(held);
    expect(mac.lockState('desk', loginPath)).toMatchObject(before);
    latchkey.child.kill('SIGHUP');
    await latchkey.ended;
    expect(mac.lockState('ssh-1', loginPath)).toMatchObject(before);
    expect(stored(mac)).toEqual(before);
  });
});

describe('latchkey hold under settings that somebody else has changed', () => {
  const changed = { lockOnSleep: false, idleTimeoutSeconds: 777 };
  const endedUndecided = async (): Promise<SimulatedMac> => {
    const mac = await deskMac();
    const latchkey = await keep(mac);
    await change(mac);
    latchkey.child.kill('SIGINT');
    const ended = await latchkey.ended;
    expect(ended).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Something else has changed the settings'),
    });
    expect(stored(mac)).toEqual(changed);
    return mac;
  };

  it.each([
    ['--put-back', before],
    ['--leave', changed],
  ])('overwrites nothing, and %s is the answer', async (answer, expected) => {
    const mac = await endedUndecided();
    expect(await runLatchkey(mac, ['hold', answer])).toMatchObject({ code: 0 });
    expect(stored(mac)).toEqual(expected);
    expect(await runLatchkey(mac, ['hold'])).toMatchObject({ code: 0, stdout: 'Keep Unlocked is off.\n' });
  });
});

describe('latchkey hold --end', () => {
  it('is done where no hold is on', async () => {
    const mac = await deskMac();
    expect(await runLatchkey(mac, ['hold', '--end'])).toMatchObject({ code: 0, stderr: 'Keep Unlocked is off.\n' });
    expect(await runLatchkey(mac, ['hold', '--json'])).toMatchObject({
      code: 0,
      stdout: '{\n  "schemaVersion": 1,\n  "state": "off"\n}\n',
    });
  });

  it('says what it waits for where the keychain is locked, and again puts back once it is not', async () => {
    const mac = await deskMac();
    const latchkey = await keep(mac);
    latchkey.child.kill('SIGKILL');
    await latchkey.ended;
    await mac.run('security', ['lock-keychain', loginPath]);
    const ended = await runLatchkey(mac, ['hold', '--end']);
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('put back') });
    expect(existsSync(journalOf(mac))).toBe(true);
    await mac.run('security', ['unlock-keychain', '-p', 'correct horse', loginPath]);
    expect(await runLatchkey(mac, ['hold', '--end'])).toMatchObject({ code: 0 });
    expect(stored(mac)).toEqual(before);
  });
});

it('latchkey hold keeps it itself where something else lies in the place of the app’s socket, and says so', async () => {
  const mac = await deskMac();
  const folder = `${mac.root}/Users/alice/Library/Application Support/Latchkey`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(`${folder}/latchkey.sock`, 'mine');
  const latchkey = await keep(mac);
  expect(latchkey.stderr()).toContain(
    'The app’s socket is not asked. /Users/alice/Library/Application Support/Latchkey/latchkey.sock is not a socket.',
  );
  latchkey.child.kill('SIGINT');
  expect((await latchkey.ended).code).toBe(0);
});

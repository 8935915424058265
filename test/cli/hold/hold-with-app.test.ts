import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storedSettings } from '../../simulator/keychain-file';
import type { SimulatedMac } from '../../simulator/simulated-mac';
import { patience } from '../../vitest/patience';
import { startAppWithoutWindows } from '../app-double';
import { createDeskMac } from '../desk-mac';
import { deskScenario, loginPath } from '../desk-scenario';
import { runLatchkey, startLatchkey } from '../run-latchkey';

const before = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const held = { lockOnSleep: false, idleTimeoutSeconds: null };
const stored = (mac: SimulatedMac) => storedSettings(readFileSync(mac.root + loginPath));
const inBerlin = (mac: SimulatedMac) => ({ environment: () => ({ ...mac.environment(), TZ: 'Europe/Berlin' }) });

describe('latchkey hold while the app runs', () => {
  it('hands over to it and returns; --end ends it and returns when the settings are back', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const { monitor } = await startAppWithoutWindows(mac);
    const started = await runLatchkey(inBerlin(mac), ['hold', '--until', '18:30', '--keep-awake']);
    expect(started.code).toBe(0);
    expect(started.stderr.replaceAll(/\s+/g, ' ')).toMatch(/^Until 18:30 .*Latchkey’s app keeps it\./);
    expect(stored(mac)).toEqual(held);
    expect(monitor.state().snapshot?.hold).toMatchObject({
      ...{ state: 'on', owner: 'app', isElsewhere: false, keepAwake: true },
      until: '2026-09-10T16:30:00.000Z',
    });
    const shown = await runLatchkey(inBerlin(mac), ['hold']);
    expect(shown.stdout).toMatch(/^Keep Unlocked is on until 18:30 \(in 7 h \d+ min\): Latchkey’s app keeps it\./);
    expect(await runLatchkey(mac, ['hold', '--end'])).toMatchObject({ code: 0, stdout: '' });
    expect(stored(mac)).toEqual(before);
    expect(monitor.state().snapshot?.hold.state).toBe('off');
  });

  it('may end when the user is back: the app sees the screen', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const { monitor } = await startAppWithoutWindows(mac);
    expect((await runLatchkey(mac, ['hold', '--until', 'back', '--away', '15m'])).code).toBe(0);
    expect(monitor.state().snapshot?.hold).toMatchObject({ end: { kind: 'back', afterMinutesAway: 15 } });
  });

  it('asks for the unlock itself where that is needed, hands over, and leaves it locked at the end', async () => {
    const mac = await createDeskMac(deskScenario(false));
    const { monitor } = await startAppWithoutWindows(mac);
    const latchkey = startLatchkey(mac, ['hold', '1h']);
    await mac.dialogs.waitForOne();
    mac.dialogs.answer();
    expect((await latchkey.ended).code).toBe(0);
    expect(monitor.state().snapshot?.hold).toMatchObject({ state: 'on', owner: 'app', isElsewhere: false });
    expect(await runLatchkey(mac, ['hold', '--end'])).toMatchObject({ code: 0 });
    expect(stored(mac)).toEqual(before);
    expect(mac.lockState('desk', loginPath).isLocked).toBe(true);
  });

  it('waits for the dialog, and Ctrl-C takes that away', async () => {
    const mac = await createDeskMac(deskScenario(false));
    const { monitor } = await startAppWithoutWindows(mac);
    const latchkey = startLatchkey(mac, ['hold', '1h']);
    await mac.dialogs.waitForOne();
    latchkey.child.kill('SIGINT');
    expect((await latchkey.ended).code).toBe(1);
    await expect.poll(() => mac.dialogs.list(), { timeout: patience(10_000) }).toEqual([]);
    await expect.poll(() => monitor.state().pending, { timeout: patience(10_000) }).toEqual([]);
    expect(monitor.state().snapshot?.hold.state).toBe('off');
    expect(stored(mac)).toEqual(before);
  });

  it('says what the app says when it cannot be, with 1', async () => {
    const mac = await createDeskMac(deskScenario(true));
    await startAppWithoutWindows(mac);
    await runLatchkey(mac, ['hold', '1h']);
    const second = await runLatchkey(mac, ['hold', '2h']);
    expect(second).toMatchObject({ code: 1, stderr: 'Keep Unlocked is on already. End it first.\n' });
  });

  it('asks what to do with settings that somebody else has changed, and passes the answer on', async () => {
    const mac = await createDeskMac(deskScenario(true));
    await startAppWithoutWindows(mac);
    await runLatchkey(mac, ['hold', '1h']);
    await mac.run('security', ['set-keychain-settings', '-u', '-t', '777', loginPath]);
    const ended = await runLatchkey(mac, ['hold', '--end']);
    expect(ended).toMatchObject({ code: 1, stderr: expect.stringContaining('See latchkey hold for the two answers.') });
    const shown = await runLatchkey(mac, ['hold']);
    expect(shown).toMatchObject({ code: 1 });
    expect(shown.stdout).toContain(`latchkey hold --put-back --keychain '${loginPath}'`);
    expect((await runLatchkey(mac, ['hold', '--put-back', '--keychain', loginPath])).code).toBe(0);
    expect(stored(mac)).toEqual(before);
  });

  it('ends a hold that another terminal keeps through the app as well', async () => {
    const mac = await createDeskMac(deskScenario(true));
    const other = startLatchkey(mac, ['hold', '1h']);
    await expect.poll(other.stderr, { timeout: patience(15_000) }).toContain('Ctrl-C ends it and');
    const { monitor } = await startAppWithoutWindows(mac);
    await expect.poll(() => monitor.state().snapshot?.hold.state, { timeout: patience(10_000) }).toBe('on');
    expect(await runLatchkey(mac, ['hold', '--end'])).toMatchObject({ code: 0 });
    expect(stored(mac)).toEqual(before);
    expect((await other.ended).code).toBe(0);
  });
});

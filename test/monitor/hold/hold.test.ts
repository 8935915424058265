import { existsSync, readFileSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { heldSettings } from '../../../electron/core/hold/hold';
import type { HoldRequest } from '../../../electron/core/hold/hold-request';
import { nodeFileCalls } from '../../../electron/system/files/durable-file';
import {
  createHeldMac,
  type HeldMac,
  journalPath,
  type LatchkeyProcess,
  loginPath,
  startedAt,
  workPath,
} from '../held-mac';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const loginBefore = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const workBefore = { lockOnSleep: false, idleTimeoutSeconds: 7201 };
const fourHours: HoldRequest = {
  end: { kind: 'at', at: '2026-09-10T13:00:00.000Z' },
  keepAwake: false,
  relock: 'as-before',
};

let at: HeldMac;
let app: LatchkeyProcess;
beforeEach(async () => {
  at = await createHeldMac();
  app = at.latchkey();
  await app.look();
});

const hold = () => app.monitor.state().snapshot?.hold;
const start = (request: Partial<HoldRequest> = {}) => app.monitor.actions.startHold({ ...fourHours, ...request });
const journalIsThere = () => existsSync(at.onDisk(journalPath));
const kinds = () => at.mac.ledger().map(({ kind }) => kind);
const answerWhenAsked = async () => {
  await at.mac.dialogs.waitForOne();
  at.mac.dialogs.answer();
};

describe('a hold', () => {
  it('sets no timeout and no lock on sleep, tells what it puts back, and puts exactly that back', async () => {
    expect(await start()).toMatchObject({ ok: true });
    expect(await at.stored(loginPath)).toEqual(heldSettings);
    expect(hold()).toEqual({
      ...{ state: 'on', until: '2026-09-10T13:00:00.000Z', end: fourHours.end, startedAt, keepAwake: false },
      relock: 'as-before',
      restores: loginBefore,
      keychains: [{ path: loginPath, restores: loginBefore, wasLocked: false }],
      ...{ owner: 'app', session: 'desktop', isElsewhere: false },
    });
    expect(app.monitor.state().snapshot?.keychains[0]?.autoLock).toMatchObject(heldSettings);
    expect(await app.monitor.actions.endHold()).toMatchObject({ ok: true });
    expect(await at.stored(loginPath)).toEqual(loginBefore);
    expect(hold()).toEqual({ state: 'off' });
    expect(journalIsThere()).toBe(false);
    expect(at.mac.lockState('desk', loginPath).isLocked).toBe(false);
    expect(kinds()).not.toContain('dialog');
  });

  it('writes down what it will put back before it changes anything, for the user’s eyes only', async () => {
    const seen: string[] = [];
    const real = app.doors.security.setAutoLock;
    Object.assign(app.doors.security, {
      setAutoLock: (...call: Parameters<typeof real>) => {
        seen.push(readFileSync(at.onDisk(journalPath), 'utf8'));
        return real(...call);
      },
    });
    await start();
    expect(JSON.parse(seen[0] ?? '')).toMatchObject({ keychains: [{ path: loginPath, before: loginBefore }] });
    expect(statSync(at.onDisk(journalPath)).mode & 0o777).toBe(0o600);
  });

  it('has what was put back on the drive before it forgets what that was', async () => {
    await start();
    const synced: boolean[] = [];
    const real = app.doors.syncKeychainFile;
    Object.assign(app.doors, {
      syncKeychainFile: (path: string) => {
        synced.push(path === loginPath && journalIsThere());
        return real(path);
      },
    });
    await app.monitor.actions.endHold();
    expect(synced).toEqual([true]);
  });

  it('that nobody has asked for leaves no file', () => {
    expect(existsSync(dirname(at.onDisk(journalPath)))).toBe(false);
  });

  it('unlocks by the system’s dialog what is locked, and locks it again at its end', async () => {
    const started = start({ keychainPaths: [loginPath, workPath] });
    await answerWhenAsked();
    expect(await started).toMatchObject({ ok: true });
    expect(at.mac.lockState('desk', workPath).isLocked).toBe(false);
    expect(await at.stored(workPath)).toEqual(heldSettings);
    await app.monitor.actions.endHold();
    expect(await at.stored(workPath)).toEqual(workBefore);
    expect(at.mac.lockState('desk', workPath).isLocked).toBe(true);
    expect(at.mac.lockState('desk', loginPath).isLocked).toBe(false);
  });

  it('raises no dialog for whoever may not sit at this Mac: it holds what is unlocked, and else changes nothing', async () => {
    const { startHoldOfUnlocked } = app.monitor.actions;
    const refused = await startHoldOfUnlocked({ ...fourHours, keychainPaths: [loginPath, workPath] });
    expect(refused).toMatchObject({ ok: false, code: 'locked' });
    expect(kinds()).toEqual([]);
    expect(hold()).toEqual({ state: 'off' });
    expect(journalIsThere()).toBe(false);
    expect(await startHoldOfUnlocked(fourHours)).toMatchObject({ ok: true });
    expect(hold()).toMatchObject({ state: 'on', keychains: [{ path: loginPath }] });
    expect(kinds()).not.toContain('dialog');
  });

  it('waits for a change of the settings that is on its way, and puts back what that has made', async () => {
    const chosen = { lockOnSleep: false, idleTimeoutSeconds: 3600 };
    const changing = app.monitor.actions.setAutoLock(loginPath, chosen);
    expect(await start()).toMatchObject({ ok: true });
    expect(await changing).toMatchObject({ ok: true });
    expect(hold()).toMatchObject({ state: 'on', restores: chosen });
    await app.monitor.actions.endHold();
    expect(await at.stored(loginPath)).toEqual(chosen);
  });

  it('locks all at its end where that was asked', async () => {
    await start({ relock: 'always' });
    await app.monitor.actions.endHold();
    expect(at.mac.lockState('desk', loginPath).isLocked).toBe(true);
    expect(await at.stored(loginPath)).toEqual(loginBefore);
  });

  it('leaves everything as it was when the dialog is cancelled', async () => {
    const started = start({ keychainPaths: [loginPath, workPath] });
    await at.mac.dialogs.waitForOne();
    at.mac.dialogs.cancel();
    expect(await started).toMatchObject({ ok: false, code: 'cancelled' });
    expect(kinds()).not.toContain('settings');
    expect(hold()).toEqual({ state: 'off' });
    expect(journalIsThere()).toBe(false);
  });

  it('leaves everything as it was when the user does not want to wait for the dialog any longer', async () => {
    const started = start({ keychainPaths: [workPath] });
    await at.mac.dialogs.waitForOne();
    app.monitor.actions.cancelUnlock();
    expect(await started).toMatchObject({ ok: false, code: 'aborted' });
    expect(journalIsThere()).toBe(false);
  });

  it('does not begin behind the dialog of another one that is called off', async () => {
    const first = start({ keychainPaths: [workPath] });
    await at.mac.dialogs.waitForOne();
    const second = start({ keychainPaths: [loginPath] });
    app.monitor.actions.cancelUnlock();
    expect(await first).toMatchObject({ ok: false, code: 'aborted' });
    expect(await second).toMatchObject({ ok: false, code: 'aborted' });
    expect(kinds()).not.toContain('settings');
    expect(journalIsThere()).toBe(false);
  });

  it('does not begin once Latchkey was told to stop, whatever it waited for', async () => {
    const first = start({ keychainPaths: [workPath] });
    await at.mac.dialogs.waitForOne();
    const second = start({ keychainPaths: [loginPath, workPath] });
    await app.monitor.stop();
    expect(await first).toMatchObject({ ok: false, code: 'aborted' });
    expect(await second).toMatchObject({ ok: false, code: 'aborted' });
    expect(await start()).toMatchObject({ ok: false, code: 'stopping' });
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog')).toHaveLength(1);
    expect(journalIsThere()).toBe(false);
  });

  it('puts the first keychain back when the second cannot be changed', async () => {
    at.mac.setFaults([{ tool: 'security', when: ['set-keychain-settings', workPath], exit: 1, stderr: 'broken' }]);
    const started = start({ keychainPaths: [loginPath, workPath] });
    await answerWhenAsked();
    expect(await started).toMatchObject({ ok: false });
    expect(await at.stored(loginPath)).toEqual(loginBefore);
    expect(await at.stored(workPath)).toEqual(workBefore);
    expect(at.mac.lockState('desk', workPath).isLocked).toBe(true);
    expect(hold()).toEqual({ state: 'off' });
    expect(journalIsThere()).toBe(false);
  });

  it('changes nothing when it cannot write down what it would have to put back', async () => {
    const full = Object.assign(new Error('no space'), { code: 'ENOSPC' });
    const holdFiles = {
      ...nodeFileCalls,
      open: ((...call: Parameters<typeof open>) =>
        call[1] === 'wx' ? Promise.reject(full) : open(...call)) as typeof open,
    };
    app = at.latchkey({ holdFiles });
    await app.look();
    expect(await start()).toMatchObject({ ok: false, code: 'not-written', reason: expect.stringContaining('ENOSPC') });
    expect(kinds()).toEqual([]);
    expect(journalIsThere()).toBe(false);
  });

  it.each([
    ['a time that has passed', { end: { kind: 'at', at: startedAt } }, 'end-out-of-range'],
    ['a time beyond a month', { end: { kind: 'at', at: '2027-01-01T00:00:00.000Z' } }, 'end-out-of-range'],
    ['no length of being away', { end: { kind: 'back', afterMinutesAway: 0 } }, 'end-out-of-range'],
    ['an unknown keychain', { keychainPaths: ['/tmp/strange.keychain-db'] }, 'no-such-keychain'],
    ['no keychain', { keychainPaths: [] }, 'no-keychain'],
  ] as const)('does not begin with %s', async (_what, request, code) => {
    expect(await start(request)).toMatchObject({ ok: false, code });
    expect(kinds()).toEqual([]);
  });

  it('does not begin where one is on', async () => {
    await start();
    expect(await start()).toMatchObject({ ok: false, code: 'hold-is-on' });
  });
});

describe('it ends', () => {
  it('at its time', async () => {
    await start();
    at.pass(4 * hourMs - 1000);
    await app.look();
    expect(hold()).toMatchObject({ state: 'on' });
    at.pass(1000);
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
    expect(await at.stored(loginPath)).toEqual(loginBefore);
    expect(app.monitor.state().notice).toMatchObject({ kind: 'done' });
  });

  it('when somebody comes back who was away for long enough', async () => {
    await start({ end: { kind: 'back', afterMinutesAway: 30 } });
    app.monitor.hint('screen-locked');
    at.pass(29 * minuteMs);
    app.monitor.hint('screen-unlocked');
    await app.look();
    expect(hold()).toMatchObject({ state: 'on' });
    app.monitor.hint('screen-locked');
    at.pass(30 * minuteMs);
    app.monitor.hint('screen-unlocked');
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
  });

  it('when somebody comes back to a screen that was locked before the hold began from afar', async () => {
    app.monitor.hint('screen-locked');
    at.pass(4 * minuteMs);
    await start({ end: { kind: 'back', afterMinutesAway: 30 } });
    at.pass(26 * minuteMs);
    app.monitor.hint('screen-unlocked');
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
  });

  it('only by a click where it is open', async () => {
    await start({ end: { kind: 'open' } });
    at.pass(30 * 24 * hourMs);
    await app.look();
    expect(hold()).toMatchObject({ state: 'on' });
  });

  it('when the keychain is locked by hand, with its settings put back first', async () => {
    await start();
    await app.monitor.actions.lock(loginPath);
    expect(hold()).toEqual({ state: 'off' });
    expect(await at.stored(loginPath)).toEqual(loginBefore);
    expect(at.mac.lockState('desk', loginPath).isLocked).toBe(true);
  });

  it('not with the app, where the user wishes that: the next start takes it up', async () => {
    await start();
    expect(await app.monitor.actions.leaveHoldOn()).toMatchObject({ ok: true });
    app = at.latchkey();
    await app.look();
    expect(hold()).toMatchObject({ state: 'on', isElsewhere: false });
    at.pass(4 * hourMs);
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
    expect(await at.stored(loginPath)).toEqual(loginBefore);
  });

  it('at the next start, where its time has come while no Latchkey ran', async () => {
    await start();
    await app.monitor.actions.leaveHoldOn();
    at.pass(5 * hourMs);
    app = at.latchkey();
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
    expect(await at.stored(loginPath)).toEqual(loginBefore);
  });
});

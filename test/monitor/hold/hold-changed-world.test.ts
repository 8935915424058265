import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { heldSettings } from '../../../electron/core/hold/hold';
import type { HoldRequest } from '../../../electron/core/hold/hold-request';
import { createHeldMac, type HeldMac, journalPath, type LatchkeyProcess, loginPath, workPath } from '../held-mac';

const dayMs = 24 * 3_600_000;
const before = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const fourHours: HoldRequest = {
  end: { kind: 'at', at: '2026-09-10T13:00:00.000Z' },
  keepAwake: false,
  relock: 'as-before',
};
const moved = '/Users/alice/Library/Keychains/moved.keychain-db';

let at: HeldMac;
let app: LatchkeyProcess;
beforeEach(async () => {
  at = await createHeldMac();
  app = at.latchkey();
  await app.look();
  expect(await app.monitor.actions.startHold(fourHours)).toMatchObject({ ok: true });
});

const hold = () => app.monitor.state().snapshot?.hold;
const warnings = () => app.monitor.state().snapshot?.warnings.filter(({ code }) => code.startsWith('hold-'));
const security = (...args: string[]) => at.mac.run('security', args);
const journalIsThere = () => existsSync(at.onDisk(journalPath));
const unlockByHand = (path: string, password = 'p') => security('unlock-keychain', '-p', password, path);
/** A Latchkey that comes after one that was killed. */
const startAnew = async () => {
  app.die();
  app = at.latchkey();
  await app.look();
};

describe('settings that were changed by other means during a hold', () => {
  beforeEach(async () => {
    await security('set-keychain-settings', '-t', '60', loginPath);
    expect(await app.monitor.actions.endHold()).toMatchObject({ ok: false, code: 'waits-for-decision' });
  });

  it('are not overwritten: both are shown, and the user is asked', async () => {
    const now = { lockOnSleep: false, idleTimeoutSeconds: 60 };
    expect(await at.stored(loginPath)).toEqual(now);
    expect(hold()).toMatchObject({
      state: 'restoring',
      waitsFor: 'decision',
      problems: [{ path: loginPath, kind: 'changed-elsewhere', before, now }],
    });
    expect(warnings()).toMatchObject([{ code: 'hold-needs-decision', detail: expect.stringContaining('Now: 1 min') }]);
  });

  it('stay so over a crash', async () => {
    await startAnew();
    expect(hold()).toMatchObject({ state: 'restoring', waitsFor: 'decision' });
    expect(await at.stored(loginPath)).toEqual({ lockOnSleep: false, idleTimeoutSeconds: 60 });
  });

  it.each([
    ['are left', 'leave', { lockOnSleep: false, idleTimeoutSeconds: 60 }],
    ['are put back', 'put-back', before],
  ] as const)('%s where the user says so', async (_what, decision, then) => {
    expect(await app.monitor.actions.resolveHoldConflict(loginPath, decision)).toMatchObject({ ok: true });
    expect(await at.stored(loginPath)).toEqual(then);
    expect(hold()).toEqual({ state: 'off' });
    expect(journalIsThere()).toBe(false);
  });

  it('need no word any more once somebody has put them back', async () => {
    await security('set-keychain-settings', '-l', '-t', '300', loginPath);
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
  });
});

describe('a keychain that is locked when its hold ends', () => {
  beforeEach(async () => {
    await security('lock-keychain', loginPath);
    at.pass(dayMs);
    await app.look();
  });

  it('is told, raises no dialog, and its journal stays', () => {
    expect(hold()).toMatchObject({ state: 'restoring', waitsFor: 'unlock', problems: [{ kind: 'locked', before }] });
    expect(warnings()).toMatchObject([
      { code: 'hold-waits-for-unlock', actions: [{ kind: 'unlock', keychainPath: loginPath }] },
    ]);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog')).toEqual([]);
    expect(journalIsThere()).toBe(true);
  });

  it.each([
    ['by the same Latchkey', async () => {}],
    ['by one that was started anew', startAnew],
  ])('has its settings put back at its next unlock, %s, and stays unlocked', async (_who, between) => {
    await between();
    await unlockByHand(loginPath);
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
    expect(await at.stored(loginPath)).toEqual(before);
    expect(at.mac.lockState('desk', loginPath)).toMatchObject({ isLocked: false, ...before });
    expect(app.monitor.state().notice).toMatchObject({ kind: 'done' });
  });
});

describe('a keychain that was locked before the hold', () => {
  const holdWork = async () => {
    await app.monitor.actions.endHold();
    const started = app.monitor.actions.startHold({ ...fourHours, keychainPaths: [workPath] });
    await at.mac.dialogs.waitForOne();
    at.mac.dialogs.answer();
    expect(await started).toMatchObject({ ok: true });
  };

  it('is locked again by whoever comes after a crash', async () => {
    await holdWork();
    await startAnew();
    expect(at.mac.lockState('desk', workPath).isLocked).toBe(true);
    expect(await at.stored(workPath)).toEqual({ lockOnSleep: false, idleTimeoutSeconds: 7201 });
  });

  it('is not locked under the hands of a user who unlocked it after a restart of the Mac', async () => {
    await holdWork();
    at.pass(3_600_000);
    at.mac.restart();
    await unlockByHand(workPath, 'w');
    await startAnew();
    expect(at.mac.lockState('desk', workPath).isLocked).toBe(false);
    expect(await at.stored(workPath)).toEqual({ lockOnSleep: false, idleTimeoutSeconds: 7201 });
    expect(hold()).toEqual({ state: 'off' });
  });

  it('nor of one who locked and unlocked it during the hold', async () => {
    await holdWork();
    await security('lock-keychain', workPath);
    await app.look();
    await unlockByHand(workPath, 'w');
    await app.monitor.actions.endHold();
    expect(at.mac.lockState('desk', workPath).isLocked).toBe(false);
  });
});

describe('a keychain that is not what it was', () => {
  it('is told as missing when it was deleted, and let be where the user says so', async () => {
    await security('delete-keychain', loginPath);
    expect(await app.monitor.actions.endHold()).toMatchObject({ ok: false, code: 'waits-for-decision' });
    expect(hold()).toMatchObject({ problems: [{ kind: 'missing', before }] });
    expect(warnings()).toMatchObject([{ code: 'hold-needs-decision' }]);
    expect(await app.monitor.actions.resolveHoldConflict(loginPath, 'put-back')).toMatchObject({ ok: false });
    await app.monitor.actions.resolveHoldConflict(loginPath, 'leave');
    expect(hold()).toEqual({ state: 'off' });
    expect(journalIsThere()).toBe(false);
  });

  it('is put back when it was away and is there again', async () => {
    renameSync(at.onDisk(loginPath), `${at.onDisk(loginPath)}.away`);
    await app.monitor.actions.endHold();
    expect(hold()).toMatchObject({ problems: [{ kind: 'missing' }] });
    renameSync(`${at.onDisk(loginPath)}.away`, at.onDisk(loginPath));
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
    expect(await at.stored(loginPath)).toEqual(before);
  });

  it('is found under its new name when it was renamed, and put back there on the user’s word', async () => {
    renameSync(at.onDisk(loginPath), at.onDisk(moved));
    writeFileSync(
      `${at.mac.root}/private/var/latchkey/passwords/${encodeURIComponent(moved).replaceAll('%2F', '%2F')}`,
      'p',
    );
    await app.monitor.actions.endHold();
    expect(hold()).toMatchObject({ problems: [{ kind: 'missing', foundAt: moved }] });
    expect(await at.stored(moved)).toEqual(heldSettings);
    // To macOS it is another keychain now, and a locked one.
    expect(await app.monitor.actions.resolveHoldConflict(loginPath, 'put-back')).toMatchObject({
      code: 'waits-for-unlock',
    });
    expect(await unlockByHand(moved)).toMatchObject({ code: 0 });
    await app.look();
    expect(await at.stored(moved)).toEqual(before);
    expect(hold()).toEqual({ state: 'off' });
  });

  it('is not touched when another one has taken its place', async () => {
    await security('delete-keychain', loginPath);
    await security('create-keychain', '-p', 'q', loginPath);
    await security('set-keychain-settings', '-t', '1200', loginPath);
    await app.monitor.actions.endHold();
    const now = { lockOnSleep: false, idleTimeoutSeconds: 1200 };
    expect(hold()).toMatchObject({ waitsFor: 'decision', problems: [{ kind: 'replaced', before, now }] });
    expect(await at.stored(loginPath)).toEqual(now);
    await app.monitor.actions.resolveHoldConflict(loginPath, 'leave');
    expect(await at.stored(loginPath)).toEqual(now);
    expect(hold()).toEqual({ state: 'off' });
  });
});

describe('time that does not do as expected', () => {
  it('a clock that is set back a day does not lengthen the hold, and that is told', async () => {
    at.pass(3_600_000);
    at.mac.clock.set(at.mac.clock.now() - dayMs);
    await app.look();
    expect(hold()).toMatchObject({ state: 'on' });
    at.pass(3 * 3_600_000);
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
    expect(await at.stored(loginPath)).toEqual(before);
    expect(app.monitor.state().notice?.sentence).toMatch(/clock was set back/);
  });

  it('an end that passes while the Mac sleeps comes at the first look after it', async () => {
    at.mac.sleep();
    expect(at.mac.lockState('desk', loginPath).isLocked).toBe(false);
    at.mac.clock.advance(dayMs);
    app.monitor.hint('resumed');
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
    expect(at.mac.lockState('desk', loginPath)).toMatchObject({ isLocked: false, ...before });
  });
});

describe('what could not be put back', () => {
  it('is told and tried again after a while', async () => {
    at.mac.setFaults([{ tool: 'security', when: 'set-keychain-settings', exit: 1, stderr: 'broken', times: 1 }]);
    expect(await app.monitor.actions.endHold()).toMatchObject({ ok: false, code: 'not-put-back' });
    expect(hold()).toMatchObject({ state: 'restoring', problems: [{ kind: 'failed', before }] });
    expect(warnings()).toMatchObject([{ code: 'hold-not-put-back' }]);
    await app.look();
    expect(hold()).toMatchObject({ state: 'restoring' });
    at.pass(30_000);
    await app.look();
    expect(hold()).toEqual({ state: 'off' });
    expect(await at.stored(loginPath)).toEqual(before);
  });
});

describe('a journal that cannot be read', () => {
  const folder = () => dirname(at.onDisk(journalPath));
  const leave = async (text: string) => {
    await app.monitor.actions.endHold();
    mkdirSync(folder(), { recursive: true });
    writeFileSync(at.onDisk(journalPath), text, { mode: 0o600 });
    await startAnew();
  };

  it('is kept aside and told as long as it lies there', async () => {
    await leave('{"half":');
    const [kept = ''] = readdirSync(folder()).filter((name) => name.startsWith('hold-unreadable-'));
    expect(readFileSync(`${folder()}/${kept}`, 'utf8')).toBe('{"half":');
    expect(warnings()).toMatchObject([{ code: 'hold-journal-unreadable', detail: expect.stringContaining(kept) }]);
    expect(await app.monitor.actions.startHold(fourHours)).toMatchObject({ ok: true });
    rmSync(`${folder()}/${kept}`);
    await app.monitor.actions.endHold();
    await app.look();
    expect(warnings()).toEqual([]);
  });

  it('stays where it is when a newer Latchkey wrote it, and no hold begins over it', async () => {
    await leave('{"schemaVersion":2}');
    expect(readFileSync(at.onDisk(journalPath), 'utf8')).toBe('{"schemaVersion":2}');
    expect(warnings()).toMatchObject([{ code: 'hold-journal-unreadable', detail: expect.stringContaining('newer') }]);
    expect(await app.monitor.actions.startHold(fourHours)).toMatchObject({
      ok: false,
      code: 'hold-journal-unreadable',
    });
  });
});

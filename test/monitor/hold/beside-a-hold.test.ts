import { beforeEach, describe, expect, it } from 'vitest';
import { heldSettings } from '../../../electron/core/hold/hold';
import type { HoldRequest } from '../../../electron/core/hold/hold-request';
import { createHeldMac, type HeldMac, type LatchkeyProcess, loginPath, workPath } from '../held-mac';

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

const start = () => app.monitor.actions.startHold(fourHours);

describe('beside a hold', () => {
  it('the settings cannot be changed, with the reason; the undo of an earlier change waits and still works', async () => {
    await app.monitor.actions.setAutoLock(loginPath, { lockOnSleep: true, idleTimeoutSeconds: 900 });
    await start();
    expect(await app.monitor.actions.undoAutoLock(loginPath)).toMatchObject({ ok: false, code: 'hold-is-on' });
    expect(await app.monitor.actions.setAutoLock(loginPath, workBefore)).toMatchObject({
      ok: false,
      code: 'hold-is-on',
    });
    expect(await at.stored(loginPath)).toEqual(heldSettings);
    await app.monitor.actions.endHold();
    expect(await at.stored(loginPath)).toEqual({ lockOnSleep: true, idleTimeoutSeconds: 900 });
    expect(await app.monitor.actions.undoAutoLock(loginPath)).toMatchObject({ ok: true });
    expect(await at.stored(loginPath)).toEqual(loginBefore);
  });

  it('a keychain that is not held stays the user’s', async () => {
    await start();
    await at.mac.run('security', ['unlock-keychain', '-p', 'w', workPath]);
    expect(await app.monitor.actions.setAutoLock(workPath, loginBefore)).toMatchObject({ ok: true });
  });
});

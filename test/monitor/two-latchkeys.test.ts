import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { heldSettings } from '../../electron/core/hold/hold';
import type { HoldRequest } from '../../electron/core/hold/hold-request';
import { eventually } from '../vitest/patience';
import { createHeldMac, type HeldMac, journalPath, type LatchkeyProcess, loginPath } from './held-mac';

const before = { lockOnSleep: true, idleTimeoutSeconds: 300 };
const open: HoldRequest = { end: { kind: 'open' }, keepAwake: false, relock: 'as-before' };

let at: HeldMac;
let first: LatchkeyProcess;
let second: LatchkeyProcess;
beforeEach(async () => {
  at = await createHeldMac();
  first = at.latchkey({ owner: 'command-line' });
  await first.look();
  await first.monitor.actions.startHold(open);
  second = at.latchkey();
  await second.look();
});

const seenBy = ({ monitor }: LatchkeyProcess) => monitor.state().snapshot?.hold;

describe('two Latchkeys', () => {
  it('keep one hold: the other one shows it and neither ends nor begins one by itself', async () => {
    expect(seenBy(second)).toMatchObject({ state: 'on', owner: 'command-line', isElsewhere: true });
    expect(await second.monitor.actions.startHold(open)).toMatchObject({ ok: false, code: 'hold-is-on' });
    await second.look();
    expect(await at.stored(loginPath)).toEqual(heldSettings);
  });

  it('do not change settings that the other one keeps aside', async () => {
    expect(await second.monitor.actions.setAutoLock(loginPath, before)).toMatchObject({
      ok: false,
      code: 'hold-is-on',
    });
  });

  it('end it by asking whoever keeps it, and wait until the settings are back', async () => {
    const ended = second.monitor.actions.endHold();
    await eventually(() => expect(existsSync(`${dirname(at.onDisk(journalPath))}/hold-end-request`)).toBe(true));
    expect(await at.stored(loginPath)).toEqual(heldSettings);
    await first.look();
    expect(await ended).toMatchObject({ ok: true });
    expect(await at.stored(loginPath)).toEqual(before);
    expect(seenBy(second)).toEqual({ state: 'off' });
    expect(seenBy(first)).toEqual({ state: 'off' });
  });

  it('put back what one of them leaves behind when it is killed', async () => {
    first.die();
    await second.look();
    expect(await at.stored(loginPath)).toEqual(before);
    expect(seenBy(second)).toEqual({ state: 'off' });
    expect(existsSync(at.onDisk(journalPath))).toBe(false);
  });

  it('begin one together, and one of them gets it', async () => {
    await first.monitor.actions.endHold();
    const outcomes = await Promise.all([first.monitor.actions.startHold(open), second.monitor.actions.startHold(open)]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('of which one only looks, from a command line, say what is left and touch nothing', async () => {
    first.die();
    const third = at.latchkey({ owner: 'command-line' });
    await third.look();
    expect(seenBy(third)).toMatchObject({ state: 'restoring', waitsFor: 'start' });
    expect(await at.stored(loginPath)).toEqual(heldSettings);
    expect(await third.monitor.actions.endHold()).toMatchObject({ ok: true });
    expect(await at.stored(loginPath)).toEqual(before);
  });

  it('of which one is in an SSH login: it cannot unlock there, and changes nothing', async () => {
    await first.monitor.actions.endHold();
    const remote = at.latchkey({ owner: 'command-line', session: 'ssh-1' });
    await remote.look();
    expect(await remote.monitor.actions.startHold(open)).toMatchObject({ ok: false, code: 'interaction-not-allowed' });
    expect(await at.stored(loginPath)).toEqual(before);
    expect(seenBy(remote)).toEqual({ state: 'off' });
  });

  it('of which one is in an SSH login leave the desktop’s hold to the desktop', async () => {
    first.die();
    const remote = at.latchkey({ owner: 'command-line', session: 'ssh-1' });
    await remote.look();
    expect(await remote.monitor.actions.endHold()).toMatchObject({ ok: false, code: 'wrong-session' });
    expect(await at.stored(loginPath)).toEqual(heldSettings);
    await second.look();
    expect(await at.stored(loginPath)).toEqual(before);
  });
});

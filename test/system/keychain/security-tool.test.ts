import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { SecurityOutcome, SecurityTool } from '../../../electron/system/keychain/security';
import { exitMeanings } from '../../../electron/system/keychain/security-exit-codes';
import { createSecurityTool } from '../../../electron/system/keychain/security-tool';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain } from '../simulated-doors';

let at: MacWithDoors;
let security: SecurityTool;
beforeAll(async () => {
  at = await macWithDoors();
  security = createSecurityTool(at.host());
});
afterEach(() => at.mac.setFaults([]));
afterAll(() => at.mac.dispose());

const item = { service: 'Some service', account: 'alice' };
const never = new AbortController().signal;
const isLocked = (sessionId: string, keychainPath: string) => at.mac.lockState(sessionId, keychainPath).isLocked;

describe('asking security', () => {
  it('names the keychains by path, whatever is in the path', async () => {
    expect(await security.listKeychains()).toEqual({ ok: true, value: [loginKeychain, otherKeychain] });
    expect(await security.defaultKeychain()).toEqual({ ok: true, value: loginKeychain });
    expect(await security.loginKeychain()).toEqual({ ok: true, value: loginKeychain });
  });

  it("tells an item's attributes while everything is locked, without a dialog, a decrypt or a timer restart", async () => {
    const before = at.mac.ledger().length;
    expect(await createSecurityTool(at.host('ssh-1')).findItem(item)).toEqual({
      ok: true,
      value: {
        keychainPath: loginKeychain,
        account: 'alice',
        createdAt: Date.UTC(2026, 8, 1, 8, 15),
        modifiedAt: Date.UTC(2026, 8, 10, 6, 13, 32),
      },
    });
    expect(at.mac.ledger()).toHaveLength(before);
  });

  it('tells that there is no item and that there is no keychain, each as itself', async () => {
    expect(await security.findItem({ service: 'No such' })).toMatchObject({ ok: false, code: 'item-not-found' });
    const keychainPath = '/Users/alice/Library/Keychains/gone.keychain-db';
    expect((await security.findItem({ ...item, keychainPath })).ok).toBe(false);
  });
});

describe('acting through security', () => {
  it('locks, opens the dialog, and unlocks when it is answered', async () => {
    expect(await security.lock(loginKeychain)).toEqual({ ok: true, value: undefined });
    expect(isLocked('desktop', loginKeychain)).toBe(true);
    const unlocking = security.unlockWithSystemDialog(loginKeychain, never);
    await at.mac.dialogs.waitForOne();
    expect(await security.unlockWithSystemDialog(loginKeychain, never)).toMatchObject({ ok: false, code: 'busy' });
    at.mac.dialogs.answer();
    expect(await unlocking).toEqual({ ok: true, value: undefined });
    expect(isLocked('desktop', loginKeychain)).toBe(false);
  });

  it('tells a dialog that was cancelled from one that was called off', async () => {
    await security.lock(otherKeychain);
    const unlocking = security.unlockWithSystemDialog(otherKeychain, never);
    await at.mac.dialogs.waitForOne();
    at.mac.dialogs.cancel();
    expect(await unlocking).toMatchObject({ ok: false, code: 'cancelled' });

    const abort = new AbortController();
    const second = security.unlockWithSystemDialog(otherKeychain, abort.signal);
    await at.mac.dialogs.waitForOne();
    abort.abort();
    expect(await second).toMatchObject({ ok: false, code: 'aborted' });
    expect(isLocked('desktop', otherKeychain)).toBe(true);
  });

  it('cannot open a dialog from an SSH login', async () => {
    const outcome = await createSecurityTool(at.host('ssh-1')).unlockWithSystemDialog(loginKeychain, never);
    expect(outcome).toMatchObject({ ok: false, code: 'interaction-not-allowed' });
  });

  it.each([
    [{ lockOnSleep: true, idleTimeoutSeconds: 900 }],
    [{ lockOnSleep: true, idleTimeoutSeconds: null }],
    [{ lockOnSleep: false, idleTimeoutSeconds: 60 }],
    [{ lockOnSleep: false, idleTimeoutSeconds: null }],
  ])('writes both settings: %j', async (settings) => {
    expect(await security.setAutoLock(loginKeychain, settings)).toEqual({ ok: true, value: undefined });
    const { autoLock, lock } = at.doors();
    expect(await autoLock.read(loginKeychain, await lock.read(loginKeychain))).toMatchObject(settings);
  });

  it('locks all keychains of this session only', async () => {
    await security.lockAll();
    expect(isLocked('desktop', loginKeychain)).toBe(true);
    expect(isLocked('ssh-2', loginKeychain)).toBe(false);
  });

  it('reads an item on demand, and lets out what the parser keeps and nothing else', async () => {
    const inside = createSecurityTool(at.host('ssh-2'));
    expect(await inside.readItem(item, (secret) => secret.length)).toEqual({ ok: true, value: 'CANARY-secret'.length });
    const failing = await inside.readItem(item, (secret) => {
      throw new Error(secret);
    });
    expect(failing).toMatchObject({ ok: false, code: 'garbled' });
    expect(JSON.stringify(failing)).not.toContain('CANARY');
  });
});

const everyCall: readonly [string, (tool: SecurityTool) => Promise<SecurityOutcome<unknown>>][] = [
  ['listKeychains', (tool) => tool.listKeychains()],
  ['defaultKeychain', (tool) => tool.defaultKeychain()],
  ['findItem', (tool) => tool.findItem(item)],
  ['findInternetItem', (tool) => tool.findInternetItem({ server: 'github.com' })],
  ['findIdentities', (tool) => tool.findIdentities()],
  ['findCertificates', (tool) => tool.findCertificates(loginKeychain)],
  ['lock', (tool) => tool.lock(loginKeychain)],
  ['unlockWithSystemDialog', (tool) => tool.unlockWithSystemDialog(loginKeychain, never)],
  ['setAutoLock', (tool) => tool.setAutoLock(loginKeychain, { lockOnSleep: true, idleTimeoutSeconds: 60 })],
];

describe('when security fails', () => {
  it.each(Object.entries(exitMeanings))('code %s is told as its own, by every call', async (exit, { code }) => {
    at.mac.setFaults([{ tool: 'security', exit: Number(exit), stderr: 'security: whatever' }]);
    const outcomes = await Promise.all(everyCall.map(([, call]) => call(security)));
    expect(outcomes.map((outcome) => outcome.ok || outcome.code)).toEqual(everyCall.map(() => code));
  });

  it('an unknown code is told as unknown', async () => {
    at.mac.setFaults([{ tool: 'security', exit: 99 }]);
    expect(await security.listKeychains()).toMatchObject({ ok: false, code: 'unrecognised' });
  });

  it.each([
    ['garbage', { stdout: '{{{' }, 'garbled'],
    ['far too much', { stdout: 'x'.repeat(5 * 1024 * 1024) }, 'garbled'],
    ['a signal', { signal: 'SIGKILL' }, 'killed'],
    ['no answer', { hangMs: 60_000 }, 'timed-out'],
  ])('%s instead of a path is told as such', async (_what, fault, code) => {
    at.mac.setFaults([{ tool: 'security', ...fault }]);
    expect(await createSecurityTool(at.host()).defaultKeychain()).toMatchObject({
      ok: false,
      code,
      reason: expect.stringMatching(/\.$/),
    });
  });

  it('nothing at all is told as garbled where there must be an answer', async () => {
    at.mac.setFaults([{ tool: 'security', exit: 0, stdout: '' }]);
    expect(await security.defaultKeychain()).toMatchObject({ ok: false, code: 'garbled' });
    expect(await security.findItem(item)).toMatchObject({ ok: false, code: 'garbled' });
  });

  it('no answer once is no answer for the next of its kind, which would only wait in line; another kind is asked', async () => {
    const tool = createSecurityTool(at.host());
    at.mac.setFaults([{ tool: 'security', when: 'find-generic-password', hangMs: 60_000, times: 1 }]);
    const searches = Array.from({ length: 20 }, (_, index) => tool.findItem({ service: `service ${index}` }));
    const codes = (await Promise.all(searches)).map((found) => (found.ok ? 'found' : found.code));
    expect(new Set(codes)).toEqual(new Set(['timed-out']));
    expect((await tool.listKeychains()).ok).toBe(true);
  });

  it('a tool that is not there is told as not found', async () => {
    const bare = await macWithDoors();
    rmSync(`${bare.mac.root}/usr/bin/security`);
    expect(await createSecurityTool(bare.host()).listKeychains()).toMatchObject({ ok: false, code: 'not-found' });
    await bare.mac.dispose();
  });
});

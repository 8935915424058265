import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { failure } from '../../../electron/core/outcome';
import { createBoundedTools } from '../../../electron/system/children/bounded-tools';
import {
  createSecuritySessionReader,
  isNoDialogProof,
  type NoDialogProof,
  parseSessionAnswer,
  proveNoDialog,
} from '../../../electron/system/keychain/security-session';
import { showKeychainInfo } from '../../../electron/system/keychain/security-tool';
import {
  loginKeychain,
  type MacWithDoors,
  macWithDoors,
  otherKeychain,
  twoKeychains,
  waysToFail,
} from '../simulated-doors';

let at: MacWithDoors;
let withoutFramework: MacWithDoors;
beforeAll(async () => {
  at = await macWithDoors();
  withoutFramework = await macWithDoors({ ...twoKeychains, faults: [noFramework] });
});
afterEach(() => {
  at.mac.setFaults([]);
  withoutFramework.mac.setFaults([noFramework]);
});
afterAll(async () => {
  await at.mac.dispose();
  await withoutFramework.mac.dispose();
});

const noFramework = { tool: 'Security.framework' } as const;

const calmly = (mac: MacWithDoors['mac']) =>
  mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt' || kind === 'timer-restart');

describe('the lock state through the framework', () => {
  it('is that of each keychain in this session', async () => {
    const { lock } = at.doors();
    expect(lock.means).toBe('framework');
    expect(await lock.read(loginKeychain)).toEqual({ state: 'unlocked' });
    expect(await lock.read(otherKeychain)).toEqual({ state: 'locked' });
  });

  it('follows what happens, without a dialog, a decrypt or a timer restart of its own', async () => {
    const { lock, security } = at.doors();
    await security.lock(loginKeychain);
    const before = calmly(at.mac).length;
    for (let look = 0; look < 200; look += 1) await lock.read(loginKeychain);
    expect(await lock.read(loginKeychain)).toEqual({ state: 'locked' });
    expect(calmly(at.mac)).toHaveLength(before);
  });

  it('is unknown for a keychain that is not there, never locked', async () => {
    const { lock } = at.doors();
    expect(await lock.read('/Users/alice/gone.keychain-db')).toEqual({
      state: 'unknown',
      reason: expect.stringContaining('no such keychain'),
    });
  });
});

describe('the lock state without the framework, on the desktop', () => {
  it('comes from JavaScript for Automation, in one process for all keychains', async () => {
    const { lock } = withoutFramework.doors();
    const readings = await Promise.all([lock.read(loginKeychain), lock.read(otherKeychain)]);
    expect(readings).toEqual([{ state: 'unlocked' }, { state: 'locked' }]);
    expect(lock.means).toBe('jxa');
    expect(calmly(withoutFramework.mac)).toEqual([]);
  });

  it.each(waysToFail)('is unknown with both reasons when that %s', async (_what, fault) => {
    withoutFramework.mac.setFaults([noFramework, { tool: 'osascript', ...fault }]);
    const { lock } = withoutFramework.doors();
    const reading = await lock.read(otherKeychain);
    expect(reading).toMatchObject({
      state: 'unknown',
      reason: expect.stringMatching(/Security\.framework.*osascript/s),
    });
    expect(lock.means).toBe('none');
  });

  it('never asks in the way that could raise a dialog', async () => {
    withoutFramework.mac.setFaults([noFramework, { tool: 'osascript', exit: 1 }, { tool: 'security', exit: 0 }]);
    expect((await withoutFramework.doors().lock.read(otherKeychain)).state).toBe('unknown');
    expect(calmly(withoutFramework.mac)).toEqual([]);
  });

  it('is unknown when nothing is there to ask', async () => {
    const bare = await macWithDoors({ ...twoKeychains, faults: [noFramework] });
    rmSync(`${bare.mac.root}/usr/bin/osascript`);
    expect((await bare.doors().lock.read(loginKeychain)).state).toBe('unknown');
    await bare.mac.dispose();
  });
});

describe('the lock state without the framework, in an SSH login', () => {
  it('comes from show-keychain-info, which cannot prompt there', async () => {
    const locked = withoutFramework.doors('ssh-1').lock;
    expect(await locked.read(loginKeychain)).toEqual({ state: 'locked' });
    expect(locked.means).toBe('security-tool');
    expect(await withoutFramework.doors('ssh-2').lock.read(loginKeychain)).toEqual({ state: 'unlocked' });
    expect(withoutFramework.mac.dialogs.list()).toEqual([]);
  });

  it.each([
    [50, 'unknown'],
    [44, 'unknown'],
    [1, 'unknown'],
    [36, 'locked'],
  ])('with code %i is %s', async (exit, state) => {
    withoutFramework.mac.setFaults([noFramework, { tool: 'security', exit }]);
    expect((await withoutFramework.doors('ssh-1').lock.read(loginKeychain)).state).toBe(state);
  });

  it('is unknown when the answer is garbled', async () => {
    withoutFramework.mac.setFaults([noFramework, { tool: 'security', exit: 0, stderr: 'Keychain' }]);
    expect((await withoutFramework.doors('ssh-1').lock.read(loginKeychain)).state).toBe('unknown');
  });
});

describe('the proof that no dialog is possible', () => {
  const noLibrary = failure('not-loadable', 'It does not load.');
  const prove = (sessionId: string) =>
    proveNoDialog(createSecuritySessionReader(createBoundedTools(at.host(sessionId)), noLibrary));

  it('is to be had where the kernel gives no graphic access, and nowhere else', async () => {
    expect(await prove('desktop')).toBeNull();
    expect(isNoDialogProof(await prove('ssh-1'))).toBe(true);
    expect(isNoDialogProof(await prove('initial'))).toBe(true);
  });

  it('is not given by launchctl, whatever it says', async () => {
    at.mac.setFaults([{ tool: 'launchctl', exit: 0, stdout: 'Background\n' }]);
    expect(await prove('desktop')).toBeNull();
    at.mac.setFaults([{ tool: 'launchctl', exit: 1 }]);
    expect(isNoDialogProof(await prove('ssh-1'))).toBe(true);
  });

  it.each(waysToFail)('is not to be had when nobody tells the session: osascript %s', async (_what, fault) => {
    at.mac.setFaults([{ tool: 'osascript', ...fault }]);
    expect(await prove('ssh-1')).toBeNull();
  });

  it.each([
    ['[0,100012,20512]', { id: 100012, graphicAccess: false, remote: true, initial: false }],
    ['[0,100006,24624]', { id: 100006, graphicAccess: true, remote: false, initial: false }],
    ['[0,100006,8240]', { id: 100006, graphicAccess: true, remote: false, initial: false }],
    ['[0,100000,1]', { id: 100000, graphicAccess: false, remote: false, initial: true }],
    ['[0,100700,0]', { id: 100700, graphicAccess: false, remote: false, initial: false }],
    ['[-60500,0,0]', null],
    ['[0,0,0]', null],
    ['[0,-1,20512]', null],
    ['[0,4294967295,20512]', null],
    ['[0,100012,-1]', null],
    ['[0,100012,4294967295]', null],
    ['[0,1.5,1]', null],
    ['["0",100012,1]', null],
    ['[0,100012]', null],
    ['', null],
  ])('reads %s', (answer, expected) => {
    const session = parseSessionAnswer(answer);
    expect(session?.ok ? session.value : null).toEqual(expected);
  });

  it('cannot be made up: show-keychain-info is not started with one', async () => {
    const forged = {} as NoDialogProof;
    expect(await showKeychainInfo(at.host(), forged, otherKeychain)).toMatchObject({ ok: false });
    expect(at.mac.dialogs.list()).toEqual([]);
  });
});

import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../../electron/core/words/reading';
import { type MacWithDoors, macWithDoors, twoKeychains, waysToFail } from '../simulated-doors';

let at: MacWithDoors;
beforeAll(async () => {
  at = await macWithDoors({
    ...twoKeychains,
    screenSharing: false,
    autoLoginUser: 'alice',
    fileVault: false,
    pmset: { sleep: 15 },
  });
});
afterEach(() => at.mac.setFaults([]));
afterAll(() => at.mac.dispose());

const unknown = {
  remoteLogin: 'unknown',
  screenSharing: 'unknown',
  autoLogin: 'unknown',
  fileVault: 'unknown',
  systemSleepMinutes: 'unknown',
};

/** Each value as read; 'unknown' for what was not, but for the power sources, which are left out then. */
const told = (readings: object) =>
  Object.fromEntries(
    Object.entries(readings as Record<string, Reading<unknown>>).flatMap(([name, reading]) => {
      if (reading.kind === 'read') return [[name, reading.value]];
      return name === 'systemSleep' ? [] : [[name, 'unknown']];
    }),
  );

describe('how this Mac can be reached', () => {
  it('is read from its tools', async () => {
    expect(told(await at.doors().readRemoteAccess())).toEqual({
      remoteLogin: 'on',
      screenSharing: 'off',
      autoLogin: 'on',
      fileVault: 'off',
      systemSleepMinutes: 15,
      systemSleep: { source: 'ac', acMinutes: 15, batteryMinutes: 15 },
    });
  });

  it('tells the power sources apart, and sleep that is disabled altogether', async () => {
    at.mac.updateScenario({ pmset: { source: 'Battery', ac: { sleep: 0 }, battery: { sleep: 7 } } });
    expect(told(await at.doors().readRemoteAccess())).toMatchObject({
      systemSleepMinutes: 7,
      systemSleep: { source: 'battery', acMinutes: 0, batteryMinutes: 7 },
    });
    at.mac.updateScenario({ pmset: { SleepDisabled: 1, ac: { sleep: 5 }, battery: { sleep: 7 } } });
    expect(told(await at.doors().readRemoteAccess())).toMatchObject({
      systemSleepMinutes: 0,
      systemSleep: { source: 'ac', acMinutes: 0, batteryMinutes: 0 },
    });
    at.mac.updateScenario({ pmset: { sleep: 15 } });
  });

  it('comes from the second source when the first answers strangely', async () => {
    at.mac.setFaults([{ tool: 'launchctl', when: 'print system/', exit: 1 }]);
    expect(told(await at.doors().readRemoteAccess())).toMatchObject({ remoteLogin: 'on', screenSharing: 'off' });
  });

  it.each(waysToFail)('is unknown when every tool %s', async (_what, fault) => {
    at.mac.setFaults(['launchctl', 'defaults', 'fdesetup', 'pmset'].map((tool) => ({ tool, ...fault })));
    expect(told(await at.doors().readRemoteAccess())).toEqual(unknown);
  });

  it('is unknown, each on its own, when a tool hangs, and no longer than its limit', async () => {
    at.mac.setFaults([{ tool: 'pmset', hangMs: 60_000 }]);
    expect(told(await at.doors().readRemoteAccess())).toMatchObject({
      remoteLogin: 'on',
      systemSleepMinutes: 'unknown',
    });
  });
});

describe('the Mac itself', () => {
  it('tells its version and where this process was born', async () => {
    expect(told(await at.doors().readHost())).toEqual({ macosVersion: '26.0', managerName: 'Aqua' });
    expect(told(await at.doors('ssh-1').readHost())).toMatchObject({ managerName: 'Background' });
  });

  it.each(waysToFail)('is unknown when its tools %s', async (_what, fault) => {
    at.mac.setFaults(['sw_vers', 'launchctl'].map((tool) => ({ tool, ...fault })));
    expect(told(await at.doors().readHost())).toMatchObject({ macosVersion: 'unknown', managerName: 'unknown' });
  });
});

describe('files', () => {
  it('have a fingerprint that changes with them, and none when they are not there', async () => {
    const { fileFingerprint } = at.doors();
    const path = '/Users/alice/notes.txt';
    expect(await fileFingerprint(path)).toBeNull();
    writeFileSync(at.mac.root + path, 'one');
    const first = await fileFingerprint(path);
    expect(await fileFingerprint(path)).toBe(first);
    writeFileSync(at.mac.root + path, 'other');
    expect(await fileFingerprint(path)).not.toBe(first);
  });
});

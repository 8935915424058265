import { onTestFinished } from 'vitest';
import { defaultExpiryThresholds } from '../../electron/core/credentials/expiry-thresholds';
import { failure } from '../../electron/core/outcome';
import type { HoldOwner } from '../../electron/core/words/hold';
import type { AutoLockSettings } from '../../electron/core/words/keychain';
import type { Scheduler } from '../../electron/monitor/loop/scheduler';
import { createMonitor, type Monitor } from '../../electron/monitor/monitor';
import { createBoundedTools } from '../../electron/system/children/bounded-tools';
import type { MacDoors } from '../../electron/system/doors';
import type { FileCalls } from '../../electron/system/files/durable-file';
import { createSecuritySessionReader } from '../../electron/system/keychain/security-session';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import { remoteAccessReading, sessionsReading } from '../core/sample-facts';
import type { Scenario } from '../simulator/parsing/scenario';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';
import { watchesNothing } from './watches-nothing';

export const loginPath = '/Users/alice/Library/Keychains/login.keychain-db';
export const workPath = '/Users/alice/Library/Keychains/work.keychain-db';
export const startedAt = '2026-09-10T09:00:00.000Z';
const supportFolder = '/Users/alice/Library/Application Support/Latchkey';
export const journalPath = `${supportFolder}/hold.json`;

/** An unlocked login keychain with both settings on, and a locked one beside it. */
export const twoKeychains: Scenario = {
  now: startedAt,
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
  keychains: [
    { path: loginPath, password: 'p', isLogin: true, isDefault: true, lockOnSleep: true, idleTimeoutSeconds: 300 },
    { path: workPath, password: 'w', lockOnSleep: false, idleTimeoutSeconds: 7201 },
  ],
  sessions: [
    { id: 'desk', kind: 'desktop', unlocked: [loginPath] },
    { id: 'ssh-1', kind: 'ssh', tty: 'ttys004', unlocked: [] },
  ],
};

export interface LatchkeyProcess {
  readonly monitor: Monitor;
  readonly doors: MacDoors;
  /** Looks once, and lets what follows from the look come to its end. */
  look(): Promise<void>;
  /** What this process would leave behind when it is killed: the journal, and no lock. */
  die(): void;
}

export interface HeldMac {
  readonly mac: SimulatedMac;
  /** A Latchkey of its own, as another process would be. */
  latchkey(options?: { owner?: HoldOwner; session?: string; holdFiles?: FileCalls }): LatchkeyProcess;
  /** Both clocks run on. */
  pass(ms: number): void;
  stored(path: string): Promise<AutoLockSettings | string>;
  onDisk(path: string): string;
}

/** A simulated Mac whose clocks stand, and Latchkeys on it that look when they are told to. */
export const createHeldMac = async (scenario: Scenario = twoKeychains): Promise<HeldMac> => {
  const mac = await createSimulatedMac(scenario, { isFrozen: true });
  let monotonicMs = 1_000_000;
  const running: LatchkeyProcess[] = [];
  onTestFinished(async () => {
    for (const { monitor } of running) await monitor.stop();
    await mac.dispose();
  });
  const doorsFor = (session?: string, holdFiles?: FileCalls): MacDoors => {
    const host = createMacHost(mac.environment(session), { allowSimulation: true });
    if (!host.ok) throw new Error(host.reason);
    const doors = createMacDoors(host.value, holdFiles ? { holdFiles } : {});
    return {
      ...doors,
      // This process is in one session, whatever it plays: of another one, a child tells.
      readSecuritySession:
        session === undefined
          ? doors.readSecuritySession
          : createSecuritySessionReader(createBoundedTools(host.value), elsewhere),
      monotonicNow: () => monotonicMs,
      watchFiles: watchesNothing,
      readRemoteAccess: () => Promise.resolve(remoteAccessReading()),
      readRemoteSessions: () => Promise.resolve(sessionsReading()),
    };
  };
  return {
    mac,
    latchkey({ owner = 'app', session, holdFiles } = {}) {
      const doors = doorsFor(session, holdFiles);
      const monitor = createMonitor(doors, noCredentials, shortWaitsOnly, { holdOwner: owner });
      const look = async () => {
        await monitor.lookOnce();
      };
      const latchkey = { monitor, doors, look, die: () => doors.holdJournal.release() };
      running.push(latchkey);
      return latchkey;
    },
    pass(ms) {
      monotonicMs += ms;
      mac.clock.advance(ms);
    },
    async stored(path) {
      const file = await doorsFor().readKeychainFile(path);
      return file.kind === 'keychain' ? file.settings : file.kind;
    },
    onDisk: (path) => mac.root + path,
  };
};

const elsewhere = failure('not-loadable', 'This process is in another session.');

const noCredentials = {
  read: () => Promise.resolve(),
  couldNotRead: () => {},
  describe: () => [],
  unread: () => [],
  awaited: () => [],
  tools: [],
  thresholds: () => defaultExpiryThresholds,
  setThresholds: () => {},
  setEndDate: () => Promise.reject(new Error('no credentials here')),
  claudeCode: () => null,
  watched: () => [],
  readExpiry: () => Promise.reject(new Error('not in these tests')),
};

/** Waiting for an answer is real; what waits for a later time waits until it is looked at. */
const shortWaitsOnly: Scheduler = {
  after(delayMs, run) {
    if (delayMs > 250) return () => {};
    const timer = setTimeout(run, Math.min(delayMs, 20));
    return () => clearTimeout(timer);
  },
};

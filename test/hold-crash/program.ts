import { defaultExpiryThresholds } from '../../electron/core/credentials/expiry-thresholds';
import { success } from '../../electron/core/outcome';
import { read } from '../../electron/core/words/reading';
import { timerScheduler } from '../../electron/monitor/loop/scheduler';
import { createMonitor } from '../../electron/monitor/monitor';
import type { MacDoors } from '../../electron/system/doors';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import { hostReading, remoteAccessReading, sessionsReading } from '../core/sample-facts';
import { watchesNothing } from '../monitor/watches-nothing';
import { createStep, steppedFiles, steppedSecurity } from './steps';

/**
 * A Latchkey with nothing but its hold, to be killed: `program.cjs hold|recover STEP KEYCHAIN…`. STEP is the one to die
 * at, 0 for none. `hold` begins a hold and ends it; `recover` starts and goes on until nothing is left to put back.
 */
const [mode, stepToDieAt, ...keychainPaths] = process.argv.slice(2);

const recoverLimitMs = 20_000;

const tell = (line: string) => process.stdout.write(`${line}\n`);

const lightDoors = (): MacDoors => {
  const host = createMacHost(process.env, { allowSimulation: true });
  if (!host.ok) throw new Error(host.reason);
  const step = createStep(Number(stepToDieAt) || null, tell);
  const doors = createMacDoors(host.value, { holdFiles: steppedFiles(step) });
  const [login = ''] = keychainPaths;
  return {
    ...doors,
    security: {
      ...steppedSecurity(doors.security, step),
      listKeychains: async () => success(keychainPaths),
      loginKeychain: async () => success(login),
      defaultKeychain: async () => success(login),
    },
    watchFiles: watchesNothing,
    readSecuritySession: async () => success({ id: 100006, graphicAccess: true, remote: false, initial: false }),
    readHost: async () => hostReading,
    readRemoteAccess: async () => remoteAccessReading(),
    readRemoteSessions: async () => sessionsReading(),
    readProcesses: async () => read(new Map()),
    readBeacons: async () => read([]),
    readBootTime: async () => null,
  };
};

const noCredentials = {
  read: async () => {},
  couldNotRead: () => {},
  describe: () => [],
  unread: () => [],
  awaited: () => [],
  tools: [],
  thresholds: () => defaultExpiryThresholds,
  setThresholds: () => {},
  setEndDate: async () => success(undefined),
  claudeCode: () => null,
  watched: () => [],
  readExpiry: async () => success(undefined),
};

const main = async (): Promise<void> => {
  const monitor = createMonitor(lightDoors(), noCredentials, timerScheduler, { holdOwner: 'app' });
  if (mode === 'hold') {
    await monitor.lookOnce();
    tell('ready');
    const started = await monitor.actions.startHold({
      keychainPaths,
      end: { kind: 'open' },
      keepAwake: false,
      relock: 'as-before',
    });
    tell(`held ${JSON.stringify(started)}`);
    tell(`ended ${JSON.stringify(await monitor.actions.endHold())}`);
  } else {
    tell('ready');
    const givesUpAt = Date.now() + recoverLimitMs;
    do {
      await monitor.lookOnce();
      if (monitor.state().snapshot?.hold.state === 'off') break;
      await new Promise((resume) => setTimeout(resume, 50));
    } while (Date.now() < givesUpAt);
    tell(`left ${JSON.stringify(monitor.state().snapshot?.hold)}`);
  }
  await monitor.stop();
};

void main();

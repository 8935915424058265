import { success } from '../../electron/core/outcome';
import type { MacDoors } from '../../electron/system/doors';
import type { MacHost } from '../../electron/system/mac/host';
import { createMacHost } from '../../electron/system/mac/this-mac';
import { createMacDoors } from '../../electron/system/mac-doors';
import type { Scenario } from '../simulator/parsing/scenario';
import { createSimulatedMac, type SimulatedMac } from '../simulator/simulated-mac';

export const loginKeychain = '/Users/alice/Library/Keychains/login.keychain-db';
export const otherKeychain = '/Users/alice/Library/Keychains/A disk 🔑 "own".keychain-db';

/** Two keychains, an unlocked desktop, one SSH login with a terminal and one without. */
export const twoKeychains: Scenario = {
  now: '2026-09-10T12:00:00Z',
  macosVersion: '26.0',
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'open sesame' },
  keychains: [
    {
      path: loginKeychain,
      password: 'open sesame',
      isLogin: true,
      isDefault: true,
      lockOnSleep: false,
      idleTimeoutSeconds: null,
      items: [
        {
          class: 'genp',
          service: 'Some service',
          account: 'alice',
          data: 'CANARY-secret',
          createdAt: '2026-09-01T08:15:00Z',
          modifiedAt: '2026-09-10T06:13:32Z',
        },
      ],
    },
    { path: otherKeychain, password: 'other', lockOnSleep: true, idleTimeoutSeconds: 300, items: [] },
  ],
  sessions: [
    { id: 'desktop', kind: 'desktop', startedAt: '2026-09-10T08:31:00Z', unlocked: [loginKeychain] },
    { id: 'ssh-1', kind: 'ssh', tty: 'ttys001', from: '192.168.1.9', startedAt: '2026-09-10T09:02:00Z', unlocked: [] },
    { id: 'ssh-2', kind: 'ssh', startedAt: '2026-09-10T09:10:00Z', unlocked: [loginKeychain] },
  ],
  remoteLogin: true,
};

export interface MacWithDoors {
  readonly mac: SimulatedMac;
  /** Doors as a process in that session would open them. Default: the desktop. */
  doors(sessionId?: string): MacDoors;
  host(sessionId?: string): MacHost;
}

/** For readers that need to know the session: that of the desktop, in which the tests run as far as the Mac can tell. */
export const onTheDesktop = {
  readSecuritySession: () =>
    Promise.resolve(success({ id: 100_006, graphicAccess: true, remote: false, initial: false })),
};

export const macWithDoors = async (scenario: Scenario = twoKeychains): Promise<MacWithDoors> => {
  const mac = await createSimulatedMac(scenario);
  const host = (sessionId?: string): MacHost => {
    const created = createMacHost(mac.environment(sessionId), { allowSimulation: true });
    if (!created.ok) throw new Error(created.reason);
    return created.value;
  };
  return { mac, host, doors: (sessionId) => createMacDoors(host(sessionId)) };
};

/** The ways in which any tool can fail to answer. */
export const waysToFail = [
  ['is killed', { signal: 'SIGKILL' }],
  ['prints garbage', { stdout: '\u0001\uFFFD {{{', exit: 0 }],
  ['prints nothing', { stdout: '', exit: 0 }],
  ['fails with a strange code', { exit: 77, stderr: 'strange' }],
] as const;

import { onTestFinished } from 'vitest';
import type { Scenario } from './parsing/scenario';
import { createSimulatedMac, type SimulatedMac, type SimulatedMacOptions } from './simulated-mac';

export const loginKeychain = '/Users/alice/Library/Keychains/login.keychain-db';
export const vaultKeychain = '/Users/alice/Library/Keychains/vault.keychain-db';

/** Two keychains, a desktop session in which the login keychain is unlocked, and an SSH login that sees all locked. */
export const exampleScenario = {
  now: '2026-09-10T08:00:00Z',
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'right' },
  keychains: [
    {
      path: loginKeychain,
      password: 'right',
      lockOnSleep: false,
      idleTimeoutSeconds: 300,
      items: [
        {
          class: 'genp',
          service: 'Claude Code-credentials',
          account: 'alice',
          data: 'TOP-SECRET',
          createdAt: '2026-09-01T08:15:00Z',
          modifiedAt: '2026-09-10T06:13:32Z',
        },
      ],
    },
    { path: vaultKeychain, password: 'vault', lockOnSleep: true, idleTimeoutSeconds: null },
  ],
  sessions: [
    { id: 'desktop', kind: 'desktop', unlocked: [loginKeychain] },
    { id: 'ssh-1', kind: 'ssh', tty: 'ttys001', from: '192.168.1.9', startedAt: '2026-09-10T07:30:00Z' },
  ],
} as const satisfies Scenario;

/** A Mac whose clock stands, gone when the test is over. */
export const exampleMac = async (
  changes: Partial<Scenario> = {},
  options: SimulatedMacOptions = {},
): Promise<SimulatedMac> => {
  const mac = await createSimulatedMac({ ...exampleScenario, ...changes }, { isFrozen: true, ...options });
  onTestFinished(() => mac.dispose());
  return mac;
};

/** How often each thing that a user would notice happened. */
export const noticed = (mac: SimulatedMac): Readonly<Record<'dialog' | 'decrypt' | 'timer-restart', number>> => {
  const count = (kind: string) => mac.ledger().filter((entry) => entry.kind === kind).length;
  return { dialog: count('dialog'), decrypt: count('decrypt'), 'timer-restart': count('timer-restart') };
};

export const nothingNoticed = { dialog: 0, decrypt: 0, 'timer-restart': 0 };

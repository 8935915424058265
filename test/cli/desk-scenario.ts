import type { Scenario } from '../simulator/scenario';

export const loginPath = '/Users/alice/Library/Keychains/login.keychain-db';

/** A Mac with one keychain, a desktop session that has it unlocked or locked, and nobody else. */
export const deskScenario = (isUnlocked: boolean, changes: Partial<Scenario> = {}): Scenario => ({
  now: '2026-09-10T09:00:00Z',
  macosVersion: '26.1',
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'correct horse' },
  keychains: [
    {
      path: loginPath,
      password: 'correct horse',
      isLogin: true,
      isDefault: true,
      lockOnSleep: true,
      idleTimeoutSeconds: 300,
    },
  ],
  sessions: [{ id: 'desk', kind: 'desktop', unlocked: isUnlocked ? [loginPath] : [] }],
  remoteLogin: false,
  ...changes,
});

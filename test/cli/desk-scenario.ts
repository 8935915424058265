import type { Scenario } from '../simulator/parsing/scenario';

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

/** The same with a GitHub login in its keychains: what breaks nothing alarms nobody. */
export const withGhLogin = (scenario: Scenario): Scenario => ({
  ...scenario,
  keychains: (scenario.keychains ?? []).map((keychain) => ({
    ...keychain,
    items: [{ class: 'genp', service: 'gh:github.com', account: 'octocat', data: 'CANARY-token' }],
  })),
  files: {
    ...scenario.files,
    '~/.config/gh/hosts.yml': 'github.com:\n    user: octocat\n    users:\n        octocat:\n',
  },
});

import type { Scenario } from '../simulator/parsing/scenario';

export const loginPath = '/Users/alice/Library/Keychains/login.keychain-db';
export const password = 'correct horse';

/** A Mac with Remote Login on and nobody on it but its user. */
export const scenarioWith = (options: {
  readonly state: 'locked' | 'unlocked';
  readonly lockOnSleep?: boolean;
  readonly idleTimeoutSeconds?: number | null;
  readonly faults?: Scenario['faults'];
}): Scenario => ({
  user: { name: 'alice', uid: 501, home: '/Users/alice', password },
  keychains: [
    {
      path: loginPath,
      password,
      isLogin: true,
      isDefault: true,
      lockOnSleep: options.lockOnSleep ?? false,
      idleTimeoutSeconds: options.idleTimeoutSeconds ?? null,
      items: [],
    },
  ],
  sessions: [{ id: 'desktop', kind: 'desktop', unlocked: options.state === 'unlocked' ? [loginPath] : [] }],
  processes: [],
  tmux: [],
  files: {},
  remoteLogin: true,
  faults: options.faults ?? [],
});

import { readFileSync } from 'node:fs';
import { sessionKind } from './audit-session';
import { simulatedNow } from './clock';
import { statePath } from './mac-files';
import type { MacPlan, PlannedSession } from './mac-plan';
import { startedTmuxServers } from './started-tmux';

/** The simulated Mac as a tool finds it on disk. */
export interface Mac {
  readonly root: string;
  readonly plan: MacPlan;
  now(): number;
}

export const openMac = (root: string): Mac => ({
  root,
  plan: withStartedServers(root, JSON.parse(readFileSync(statePath(root, 'mac.json'), 'utf8')) as MacPlan),
  now: () => simulatedNow(root),
});

const withStartedServers = (root: string, plan: MacPlan): MacPlan => ({
  ...plan,
  tmux: withChanges(plan.tmux, startedTmuxServers(root)),
});

const withChanges = (planned: MacPlan['tmux'], started: MacPlan['tmux']): MacPlan['tmux'] => [
  ...planned.filter(({ socketPath }) => started.every((server) => server.socketPath !== socketPath)),
  ...started,
];

export const desktopSession = (plan: MacPlan): PlannedSession => {
  const desktop = plan.sessions.find(({ kind }) => kind === 'desktop');
  if (!desktop) throw new Error('The simulated Mac has no desktop session.');
  return desktop;
};

/** Only there can somebody be asked. */
export const hasGraphicAccess = (plan: MacPlan, sessionId: string): boolean =>
  sessionKind(plan, sessionId) === 'desktop';

import { readFileSync } from 'node:fs';
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

/** Only there can somebody be asked. A session that is not listed is a login that is gone, so it came over SSH. */
export const hasGraphicAccess = (plan: MacPlan, sessionId: string): boolean =>
  plan.sessions.some(({ id, kind }) => id === sessionId && kind === 'desktop');

import { onTestFinished } from 'vitest';
import type { DiagnosisRun, EndedDiagnosis } from '../../electron/core/diagnosis/diagnosis-run';
import type { Outcome } from '../../electron/core/outcome';
import type { MonitorState } from '../../electron/core/state/monitor-state';
import type { OpenNetwork } from '../../electron/monitor/diagnosis/diagnosis';
import { createCredentials } from '../../electron/monitor/look/credentials';
import { timerScheduler } from '../../electron/monitor/loop/scheduler';
import { createMonitor, type Monitor } from '../../electron/monitor/monitor';
import type { Scenario } from '../simulator/parsing/scenario';
import type { SimulatedMac } from '../simulator/simulated-mac';
import { loginKeychain, macWithDoors } from '../system/simulated-doors';

const ghLogin = { class: 'genp', service: 'gh:github.com', account: 'octocat', data: 'CANARY-token' } as const;

/** A Mac with a GitHub login in its login keychain, which is locked in the desktop session unless said otherwise. */
export const macWithGh = (changes: Partial<Scenario> = {}): Scenario => ({
  now: '2026-09-10T12:00:00Z',
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
  keychains: [
    {
      path: loginKeychain,
      password: 'p',
      isLogin: true,
      isDefault: true,
      lockOnSleep: false,
      idleTimeoutSeconds: null,
      items: [ghLogin],
    },
  ],
  sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }],
  files: { '~/.config/gh/hosts.yml': 'github.com:\n    user: octocat\n    users:\n        octocat:\n' },
  remoteLogin: false,
  ...changes,
});

export interface DiagnosingMac {
  readonly mac: SimulatedMac;
  readonly monitor: Monitor;
  /** Everything that was published, and of it each step of the diagnosis. */
  readonly states: readonly MonitorState[];
  readonly published: readonly (DiagnosisRun | null)[];
}

/** A monitor on a simulated Mac, for one test. */
export const startDiagnosing = async (
  scenario: Scenario = macWithGh(),
  openNetwork?: OpenNetwork,
): Promise<DiagnosingMac> => {
  const at = await macWithDoors(scenario);
  const doors = at.doors();
  const monitor = createMonitor(doors, createCredentials(doors), timerScheduler, openNetwork ? { openNetwork } : {});
  const published: (DiagnosisRun | null)[] = [];
  const states: MonitorState[] = [];
  monitor.subscribe((state) => {
    states.push(state);
    if (published.at(-1) !== state.diagnosis) published.push(state.diagnosis);
  });
  onTestFinished(async () => {
    await monitor.stop();
    await at.mac.dispose();
  });
  return { mac: at.mac, monitor, published, states };
};

type Done = Extract<EndedDiagnosis, { readonly phase: 'done' }>;

export const doneOf = (outcome: Outcome<EndedDiagnosis>): Done => {
  if (!outcome.ok || outcome.value.phase !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value;
};

export const firstCause = (done: Done): string | undefined => done.report.diagnosis.causes[0]?.id;

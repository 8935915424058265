import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { busyScenario } from '../../monitor/busy-mac';
import type { Scenario } from '../../simulator/parsing/scenario';
import { loginPath } from '../scenario';
import type { AppFault } from './app-fault';

export const supportFolder = 'Library/Application Support/Latchkey';

const { now: _stands, ...busy } = busyScenario;

/** The busy Mac of the benchmarks, by the real clock. */
export const mac: Scenario = busy;

const withItems = (count: number): Scenario => {
  const items = Array.from({ length: count }, (_, index) => ({
    ...{ class: 'genp' as const, service: `Some website ${index}`, account: 'alice', data: 'not-real' },
  }));
  return {
    ...mac,
    keychains: (mac.keychains ?? []).map((one) => ({ ...one, items: [...(one.items ?? []), ...items] })),
  };
};

const withProcesses = (count: number): Scenario => ({
  ...mac,
  processes: [
    ...(mac.processes ?? []),
    ...Array.from({ length: count }, (_, index) => ({
      ...{ pid: 20_000 + index, ppid: 1, uid: 501, session: 'desk', startedAt: '2026-09-10T08:00:00Z' },
      command: `/Applications/Some.app/Contents/Frameworks/Helper --type=${index}`,
    })),
  ],
});

const beacon = (pid: number): string =>
  JSON.stringify({
    ...{ schemaVersion: 1, writtenAt: new Date().toISOString().replace(/\.\d+Z$/, 'Z'), pid, tty: `ttys${pid}` },
    ...{ sshConnection: '192.168.1.9 51022 192.168.1.20 22', tmuxSocket: null, managerName: 'Background' },
    ...{ keychainPath: loginPath, lock: 'locked', exitCode: 36, variables: [] },
  });

const reports = (home: string, count: number, nameOf: (index: number) => string): void => {
  const folder = join(home, supportFolder, 'beacons');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let index = 0; index < count; index += 1)
    writeFileSync(join(folder, nameOf(index)), beacon(10_000 + index), { mode: 0o600 });
};

const isWhole: AppFault['check'] = async (_app, { snapshot }) => [
  ...(snapshot?.sessions.some(({ kind }) => kind === 'ssh') ? [] : ['The SSH login is not told.']),
  ...(snapshot?.credentials.some(({ tool, store }) => tool === 'claude-code' && store === 'login-keychain')
    ? []
    : ['Claude Code’s login is not told.']),
];

/** Too much of something, and nothing wrong with it. */
export const loadFaults: readonly AppFault[] = [
  { name: '10,000 items in the login keychain', scenario: withItems(10_000), named: null, check: isWhole },
  { name: '2,000 processes', scenario: withProcesses(2_000), named: null, check: isWhole },
  {
    name: '500 reports of the shell helper',
    scenario: mac,
    options: { prepareHome: (home) => reports(home, 500, (index) => `shell-${10_000 + index}.json`) },
    named: null,
    check: isWhole,
  },
  {
    name: '60,000 names in the folder of reports',
    scenario: mac,
    options: { prepareHome: (home) => reports(home, 60_000, (index) => `shell-${10_000 + index}.json`) },
    named: /more files than Latchkey reads/,
    check: isWhole,
  },
];

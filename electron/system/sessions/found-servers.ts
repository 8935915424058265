import { findMoshServers } from '../processes/mosh-servers';
import { findMultiplexers } from '../processes/multiplexers';
import { nearestAbove } from '../processes/process-ancestry';
import type { ProcessEntry, ProcessTable } from '../processes/process-list';
import { findScreenServers } from '../processes/screen-servers';
import { findBackgroundJobs } from './background-jobs';
import { findEditorServers } from './editor-servers';
import type { FoundSessions } from './found-sessions';
import { desktopApp } from './lineage';
import { findOtherLogins } from './other-logins';
import type { KeptOfEnvironment } from './process-environments';
import { createLoginFinder, type Owners, remoteOrigins, type SshLogin } from './ssh-logins';

type Servers = Pick<
  FoundSessions,
  'screens' | 'moshServers' | 'multiplexers' | 'editorServers' | 'otherLogins' | 'jobs'
>;

/** What the process list tells of besides logins, tmux and agents. What is part of something else is no row of its own. */
export const findServers = (
  processes: ProcessTable,
  logins: readonly SshLogin[],
  tmuxServers: readonly { readonly pid: number | null }[],
  owners: Owners,
): Servers => {
  const { uid, userName } = owners;
  const screens = findScreenServers(processes, uid);
  const moshServers = findMoshServers(processes, uid);
  const multiplexers = findMultiplexers(processes, uid);
  const editorServers = findEditorServers(processes, uid, createLoginFinder(processes, logins, owners));
  const servers = new Set<number | null>([
    ...tmuxServers.map(({ pid }) => pid),
    ...[...screens, ...multiplexers, ...editorServers].map(({ process: { pid } }) => pid),
  ]);
  const originOf = remoteOrigins(logins, owners);
  const isTold = (entry: ProcessEntry): boolean =>
    servers.has(entry.pid) || originOf(entry) !== null || desktopApp(entry, uid) !== null;
  const otherLogins = findOtherLogins(processes, { uid, userName, isTold });
  const ofOthers = new Set(otherLogins.map(({ process: { pid } }) => pid));
  const jobs = findBackgroundJobs(processes, uid, (entry) => ofOthers.has(entry.pid) || isTold(entry));
  return { screens, moshServers, multiplexers, editorServers, otherLogins, jobs };
};

type Asked = Servers & Pick<FoundSessions, 'processes' | 'logins' | 'agents'>;

const keepers = ({ screens, agents, multiplexers, editorServers, otherLogins, jobs }: Asked): readonly ProcessEntry[] =>
  [
    ...[...screens, ...agents, ...multiplexers, ...otherLogins, ...jobs],
    ...editorServers.filter(({ login }) => login === null),
  ].map(({ process }) => process);

/** Whose environment is wanted: of mosh for where it comes from, of the rest where no ancestor tells where they were born. */
export const toBeAsked = (
  found: Asked,
  unmatchedTmux: readonly ProcessEntry[],
  owners: Owners,
): readonly ProcessEntry[] => {
  const originOf = remoteOrigins(found.logins, owners);
  const remoteAbove = nearestAbove(found.processes, (entry) => originOf(entry) !== null);
  const orphans = keepers(found).filter(({ pid }) => remoteAbove(pid) === null);
  return [...unmatchedTmux, ...new Map([...orphans, ...found.moshServers].map((one) => [one.pid, one])).values()];
};

/** Whom launchd is asked about: jobs, and its other children where their environment does not tell where they were born. */
export const jobsToBeAsked = (
  found: Asked,
  environments: ReadonlyMap<number, KeptOfEnvironment>,
  desktopSessionId: string | null,
): readonly ProcessEntry[] => {
  const tells = ({ pid }: ProcessEntry): boolean => {
    const known = environments.get(pid)?.known;
    if (known?.kind !== 'read') return false;
    const { sshPeer, securitySessionId, tmux } = known.marks;
    return sshPeer !== null || tmux !== null || (securitySessionId !== null && securitySessionId === desktopSessionId);
  };
  const jobs = new Set(found.jobs.map(({ process: { pid } }) => pid));
  return keepers(found).filter((one) => one.parentPid === 1 && (jobs.has(one.pid) || !tells(one)));
};

import { outsidePid } from '../../core/time/outside-numbers';
import type { BoundedTools } from '../children/bounded-tools';
import { readBoundedFile } from '../files/bounded-file';
import type { MacHost } from '../mac/host';
import { toMacPath } from '../mac/mac-path';
import type { ProcessEntry } from '../processes/process-list';
import type { Birth } from './birth';

/** Where launchd keeps a process as a job. */
export interface LaunchdPlace {
  /** `gui`: that of the desktop login; `user`: that of the user without one; `system`: that of daemons. */
  readonly domain: 'gui' | 'user' | 'system';
  /** Whether launchd has made a security session for it alone (`SessionCreate` in its property list). */
  readonly ownSession: 'yes' | 'no' | 'unknown';
}

/** Which of these processes are jobs of launchd's, by pid; what is missing is none, or could not be told. */
export type ReadLaunchdPlaces = (processes: readonly ProcessEntry[]) => Promise<ReadonlyMap<number, LaunchdPlace>>;

const launchctl = '/bin/launchctl';
const largestPropertyListBytes = 64 * 1024;
const mostRemembered = 1_000;
const mostTries = 3;

/**
 * Asks `launchctl print` for the list of jobs of each domain, which needs no root and asks nobody. What a process is a job
 * of never changes, so each is asked about once in its life, and without such processes nobody is asked.
 */
export const createLaunchdPlaces = (host: MacHost, tools: BoundedTools): ReadLaunchdPlaces => {
  const remembered = new Map<string, LaunchdPlace | null>();
  const tries = new Map<string, number>();
  const nameOf = ({ pid, startedAt }: ProcessEntry) => `${pid} ${startedAt}`;
  const print = async (target: string): Promise<string | null> => {
    const answer = await tools.ask(launchctl, ['print', target], `print ${target}`);
    return answer.ok && answer.code === 0 ? answer.stdout : null;
  };

  const ownSessionOf = async (target: string): Promise<LaunchdPlace['ownSession']> => {
    const path = /^\s*path = (\/.*?)\s*$/m.exec((await print(target)) ?? '')?.[1];
    if (path === undefined) return 'unknown';
    const file = await readBoundedFile(host, toMacPath(host, path), largestPropertyListBytes);
    return file.kind === 'text' ? saysSessionCreate(file.text) : 'unknown';
  };

  const ask = async (wanted: readonly ProcessEntry[]): Promise<void> => {
    const left = new Map(wanted.map((process) => [process.pid, process]));
    let isWhole = true;
    for (const [domain, target] of domainsOf(host)) {
      if (left.size === 0) return;
      const printed = await print(target);
      // Without a desktop login there is no `gui` domain; the other two are always there.
      if (printed === null && domain !== 'gui') isWhole = false;
      for (const [pid, label] of parseJobs(printed ?? '')) {
        const process = left.get(pid);
        if (process === undefined) continue;
        left.delete(pid);
        remembered.set(nameOf(process), { domain, ownSession: await ownSessionOf(`${target}/${label}`) });
      }
    }
    for (const process of left.values()) {
      if (isWhole) remembered.set(nameOf(process), null);
      else tries.set(nameOf(process), (tries.get(nameOf(process)) ?? 0) + 1);
    }
  };

  return async (processes) => {
    if (remembered.size > mostRemembered) remembered.clear();
    if (tries.size > mostRemembered) tries.clear();
    const unknown = processes.filter((process) => {
      const name = nameOf(process);
      return !remembered.has(name) && (tries.get(name) ?? 0) < mostTries;
    });
    if (unknown.length > 0) await ask(unknown);
    return new Map(
      processes.flatMap((process) => {
        const place = remembered.get(nameOf(process));
        return place ? [[process.pid, place] as const] : [];
      }),
    );
  };
};

const domainsOf = ({ uid }: MacHost): readonly (readonly [LaunchdPlace['domain'], string])[] => [
  ['gui', `gui/${uid}`],
  ['user', `user/${uid}`],
  ['system', 'system'],
];

/** The lines of `services = { … }`: a pid, the last exit, the label. */
const parseJobs = (printed: string): readonly (readonly [pid: number, label: string])[] => {
  const services = /^\tservices = \{\n([^}]*)/m.exec(printed)?.[1] ?? '';
  return services.split('\n').flatMap((line) => {
    const [, digits, label] = /^\s+(\d+)\s+\S+\s+(\S+)\s*$/.exec(line) ?? [];
    const pid = outsidePid(digits);
    return pid === null || pid === 0 || label === undefined ? [] : [[pid, label] as const];
  });
};

/** A property list can be written in bytes too; then it is not known. */
const saysSessionCreate = (text: string): LaunchdPlace['ownSession'] => {
  if (!/<plist[\s>]/.test(text)) return 'unknown';
  return /<key>\s*SessionCreate\s*<\/key>\s*<true\s*\/>/.test(text) ? 'yes' : 'no';
};

/**
 * Where a job was born: a job of the desktop's domain is in the desktop's session, one of the system's in the initial one,
 * unless launchd has made one for it alone. Of `user/501` nobody has printed the numbers.
 */
export const birthOfJob = ({ domain, ownSession }: LaunchdPlace, uid: number): Birth => {
  const target = domain === 'system' ? domain : `${domain}/${uid}`;
  const started = `launchd keeps it in the domain ${target}`;
  if (ownSession === 'yes') {
    return { bornIn: 'unknown', grounds: `${started}, with a security session of its own`, ownSession: true };
  }
  if (ownSession === 'unknown') {
    return { bornIn: 'unknown', grounds: `${started}, and whether it has a session of its own could not be read` };
  }
  switch (domain) {
    case 'gui':
      return { bornIn: 'desktop', grounds: started };
    case 'system':
      return { bornIn: 'initial', grounds: started };
    case 'user':
      return { bornIn: 'unknown', grounds: `${started}, which is not that of the desktop` };
  }
};

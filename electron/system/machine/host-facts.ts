import type { HostReading } from '../../core/state/readings';
import { outsideMoment } from '../../core/time/outside-numbers';
import { type Reading, read, unread } from '../../core/words/reading';
import type { Host } from '../../core/words/session';
import { type BoundedTools, readOutput } from '../children/bounded-tools';

/** Which macOS this is and what launchd calls the domain of this process; each on its own. */
export const readHostFacts = async (tools: BoundedTools): Promise<HostReading> => {
  const [macosVersion, managerName] = await Promise.all([readMacosVersion(tools), askManagerName(tools)]);
  return { macosVersion, managerName };
};

const readMacosVersion = async (tools: BoundedTools): Promise<Reading<string>> => {
  const printed = await readOutput(tools, '/usr/bin/sw_vers', ['-productVersion']);
  if (printed.kind === 'unread') return printed;
  const version = printed.value.trim();
  return /^\d+(\.\d+){0,3}$/.test(version) ? read(version) : unread('/usr/bin/sw_vers told no version.');
};

/** What `launchctl managername` says of this process: a hint to be shown. It proves nothing of who can be asked. */
export const askManagerName = async (tools: BoundedTools): Promise<Reading<Host['managerName']>> => {
  const printed = await readOutput(tools, '/bin/launchctl', ['managername']);
  if (printed.kind === 'unread') return printed;
  const name = printed.value.trim();
  return read(name === 'Aqua' || name === 'Background' ? name : 'unknown');
};

/**
 * When this Mac was started, milliseconds since 1970; null where it does not say. macOS works it out from the clock and the
 * time since, so that setting the clock moves it (`sysctl(3)`, KERN_BOOTTIME).
 */
export const readBootTime = async (tools: BoundedTools): Promise<number | null> => {
  const answer = await tools.ask('/usr/sbin/sysctl', ['-n', 'kern.boottime']);
  return answer.ok && answer.code === 0 ? parseBootTime(answer.stdout) : null;
};

/** Reads `{ sec = 1757494800, usec = 123456 } Wed Sep 10 09:00:00 2025`. */
export const parseBootTime = (stdout: string): number | null => {
  const match = /^\{ sec = (\d{1,12}), usec = (\d{1,6}) \}/.exec(stdout);
  return match ? outsideMoment(Number(match[1]) * 1000 + Math.floor(Number(match[2]) / 1000)) : null;
};

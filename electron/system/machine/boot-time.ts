import { outsideMoment } from '../../core/time/outside-numbers';
import type { BoundedTools } from '../children/bounded-tools';

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

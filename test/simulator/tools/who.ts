import { shortTime } from '../parsing/time-texts';
import { print, type Tool } from '../tool-call';

/** The rows of utmpx: the desktop as `console`, and logins with a terminal. A login without one leaves no row. */
export const who: Tool = ({ mac, environment }) => {
  const { user, sessions } = mac.plan;
  for (const { kind, tty, from, startedAtMs, isListed } of sessions) {
    const line = kind === 'desktop' ? (isListed ? 'console' : null) : tty;
    if (line === null) continue;
    const host = kind === 'ssh' && from !== null ? ` (${from})` : ' ';
    print(`${user.name.padEnd(16)} ${line.padEnd(12)} ${shortTime(startedAtMs, environment.TZ)}${host}\n`);
  }
  return 0;
};

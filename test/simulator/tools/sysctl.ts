import { longTime } from '../parsing/time-texts';
import { complain, print, type Tool } from '../tool-call';

/** Knows `[-n] kern.boottime` only. */
export const sysctl: Tool = ({ mac, args, environment }) => {
  const names = args.filter((arg) => arg !== '-n');
  for (const name of names) {
    if (name !== 'kern.boottime') {
      complain(`sysctl: unknown oid '${name}'\n`);
      return 1;
    }
    const { bootedAtMs } = mac.plan;
    const value = `{ sec = ${Math.floor(bootedAtMs / 1000)}, usec = ${(bootedAtMs % 1000) * 1000} } ${longTime(bootedAtMs, environment.TZ)}`;
    print(args.includes('-n') ? `${value}\n` : `${name}: ${value}\n`);
  }
  return names.length === 0 ? 1 : 0;
};

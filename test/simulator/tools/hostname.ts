import { print, type Tool } from '../tool-call';

/** `/bin/hostname`; `-s` leaves the domain out. */
export const hostname: Tool = ({ mac, args }) => {
  const { hostName } = mac.plan;
  print(`${args.includes('-s') ? hostName.split('.')[0] : hostName}\n`);
  return 0;
};

import { complain, type Tool } from '../tool-call';

/** The host's own `date`, asked for the simulated time. A call that names a time of its own, or sets one, is refused. */
export const date: Tool = ({ mac, args, environment }) => {
  if (args.some((argument) => argument !== '-u' && !argument.startsWith('+'))) {
    complain('The simulated date knows -u and a format only.\n');
    return 64;
  }
  const seconds = String(Math.floor(mac.now() / 1000));
  const moment = process.platform === 'darwin' ? ['-r', seconds] : ['-d', `@${seconds}`];
  return { program: { words: ['/bin/date', ...moment, ...args], environment, hasInput: false } };
};

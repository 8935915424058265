import { complain, print, type Tool } from '../tool-call';

/** `scutil --proxy` prints the settings of the network in use as a property list in its own notation (configd, scutil.tproj). */
export const scutil: Tool = ({ mac, args }) => {
  if (args.length !== 1 || args[0] !== '--proxy') {
    complain(`scutil: the simulated Mac does not know "${args.join(' ')}"\n`);
    return 1;
  }
  const settings = { FTPPassive: '1', ...mac.plan.systemProxy };
  const lines = Object.entries(settings)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `  ${name} : ${value}\n`);
  const exceptions = '  ExceptionsList : <array> {\n    0 : *.local\n    1 : 169.254/16\n  }\n';
  print(`<dictionary> {\n${exceptions}${lines.join('')}}\n`);
  return 0;
};

import { complain, print, type Tool } from '../tool-call';

export const swVers: Tool = ({ mac, args }) => {
  const values = { ProductName: 'macOS', ProductVersion: mac.plan.macosVersion, BuildVersion: '25B78' };
  const [option] = args;
  if (option === undefined) {
    for (const [name, value] of Object.entries(values)) print(`${name}:\t\t${value}\n`);
    return 0;
  }
  const wanted = option.replace(/^--?/, '').toLowerCase();
  const found = Object.entries(values).find(([name]) => name.toLowerCase() === wanted);
  if (!found || !option.startsWith('-')) {
    complain('Usage: sw_vers [--help|--productName|--productVersion|--productVersionExtra|--buildVersion]\n');
    return 1;
  }
  print(`${found[1]}\n`);
  return 0;
};

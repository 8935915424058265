import { complain, print, type Tool } from '../tool-call';

/** `fdesetup status`, and `isactive` with its exit code. Neither needs root. */
export const fdesetup: Tool = ({ mac, args }) => {
  if (args[0] === 'status') {
    print(`FileVault is ${mac.plan.fileVault ? 'On' : 'Off'}.\n`);
    return 0;
  }
  if (args[0] === 'isactive') {
    print(`${mac.plan.fileVault}\n`);
    return mac.plan.fileVault ? 0 : 1;
  }
  complain('fdesetup: Usage: fdesetup status | isactive\n');
  return 22;
};

import { complain, print, type Tool } from '../tool-call';

const loginWindow = '/Library/Preferences/com.apple.loginwindow';

/** `defaults read DOMAIN KEY`. Auto-login is the only preference that is there. */
export const defaults: Tool = ({ mac, args, caller }) => {
  const [verb, domain = '', key = ''] = args.filter((arg) => arg !== '-currentHost');
  if (verb !== 'read') {
    complain("Command line interface to a user's defaults.\nSyntax: defaults read <domain> <key>\n");
    return 255;
  }
  const { autoLoginUser } = mac.plan;
  if (domain.replace(/\.plist$/, '') === loginWindow && key === 'autoLoginUser' && autoLoginUser !== null) {
    print(`${autoLoginUser}\n`);
    return 0;
  }
  const stamp = new Date(mac.now()).toISOString().slice(0, 23).replace('T', ' ');
  const missing =
    key === '' ? `Domain ${domain} does not exist` : `The domain/default pair of (${domain}, ${key}) does not exist`;
  complain(`${stamp} defaults[${caller.pid}:1a2b3] \n${missing}\n`);
  return 1;
};

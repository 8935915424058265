import { hasGraphicAccess } from '../mac';
import type { MacPlan } from '../mac-plan';
import { complain, print, type Tool, type ToolCall } from '../tool-call';
import { bootout, bootstrap, hasDesktop, kickstart, printJob } from './launchctl-jobs';

const noSuchService = 113;

const servicesOn = ({ remoteLogin, screenSharing }: MacPlan): Readonly<Record<string, boolean>> => ({
  'com.openssh.sshd': remoteLogin,
  'com.apple.screensharing': screenSharing,
});

/** The few subcommands that anybody here needs; `getenv` answers for the desktop alone. */
export const launchctl: Tool = (call) => {
  const [verb, argument = ''] = call.args;
  switch (verb) {
    case 'managername':
      print(hasGraphicAccess(call.mac.plan, call.session) ? 'Aqua\n' : 'Background\n');
      return 0;
    case 'manageruid':
      print(`${call.mac.plan.user.uid}\n`);
      return 0;
    case 'print':
      return printTarget(call, argument);
    case 'print-disabled':
      return printDisabled(call, argument);
    case 'bootstrap':
      return bootstrap(call);
    case 'bootout':
      return bootout(call);
    case 'kickstart':
      return kickstart(call);
    case 'getenv':
      return getEnvironment(call, argument);
    default:
      complain(`Unrecognized subcommand: ${verb ?? ''}\n`);
      return 64;
  }
};

const printTarget = (call: ToolCall, target: string): number => {
  const { mac } = call;
  const { uid } = mac.plan.user;
  if (target.startsWith(`gui/${uid}/`)) return printJob(call, target);
  if (target === `gui/${uid}` || target === `user/${uid}`) {
    const exists = target.startsWith('user/') || hasDesktop(call);
    if (exists) print(`${target} = {\n\ttype = login\n}\n`);
    else complain(`Bad request.\nCould not find domain for login: ${uid}\n`);
    return exists ? 0 : noSuchService;
  }
  const service = /^system\/(.+)$/.exec(target)?.[1];
  if (service !== undefined && servicesOn(mac.plan)[service]) {
    print(`system/${service} = {\n\tactive count = 0\n\tpath = /System/Library/LaunchDaemons/${service}.plist\n`);
    print('\ttype = LaunchDaemon\n\tstate = not running\n}\n');
    return 0;
  }
  complain(`Bad request.\nCould not find service "${service ?? target}" in domain for system\n`);
  return noSuchService;
};

const printDisabled = ({ mac }: ToolCall, domain: string): number => {
  print(`\n\tdisabled services = {\n`);
  if (domain === 'system') {
    for (const [service, isOn] of Object.entries(servicesOn(mac.plan)))
      print(`\t\t"${service}" => ${isOn ? 'enabled' : 'disabled'}\n`);
  }
  print('\t}\n');
  return 0;
};

const getEnvironment = ({ mac, session }: ToolCall, name: string): number => {
  const value = hasGraphicAccess(mac.plan, session) ? mac.plan.environment[name] : undefined;
  if (value !== undefined) print(`${value}\n`);
  return 0;
};

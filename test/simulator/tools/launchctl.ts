import { sessionKind } from '../audit-session';
import { hasGraphicAccess } from '../mac';
import { asMacPath } from '../mac-files';
import type { MacPlan } from '../mac-plan';
import { complain, print, type Tool, type ToolCall } from '../tool-call';
import { printDomain, printPlannedJob } from './launchctl-domains';
import { bootout, bootstrap, couldNotFindDomain, hasDesktop, kickstart, printJob } from './launchctl-jobs';

const noSuchService = 113;

/** The name of the bootstrap domain, which is another thing than the audit session: a pane keeps its server's. */
const managerName = ({ mac: { plan, root }, session, environment }: ToolCall): string => {
  const socket = asMacPath(root, (environment.TMUX ?? '').replace(/,\d+,\d+$/, ''));
  const server = plan.tmux.find(({ socketPath }) => socketPath === socket);
  const usual = { desktop: 'Aqua', ssh: 'Background', initial: 'System', own: 'Background' } as const;
  return server?.managerName ?? usual[sessionKind(plan, session)];
};

const servicesOn = ({ remoteLogin, screenSharing }: MacPlan): Readonly<Record<string, boolean>> => ({
  'com.openssh.sshd': remoteLogin,
  'com.apple.screensharing': screenSharing,
});

/** The few subcommands that anybody here needs; `getenv` answers for the desktop alone. */
export const launchctl: Tool = (call) => {
  const [verb, argument = ''] = call.args;
  switch (verb) {
    case 'managername':
      print(`${managerName(call)}\n`);
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
  const planned = printPlannedJob(call, target);
  if (planned !== null) return planned;
  if (target.startsWith(`gui/${uid}/`)) return printJob(call, target);
  if (target === `gui/${uid}`) return hasDesktop(call) ? printDomain(call, 'gui') : couldNotFindDomain(call);
  if (target === `user/${uid}`) return printDomain(call, 'user');
  if (target === 'system') return printDomain(call, 'system');
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

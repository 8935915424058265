import { auditSession } from '../audit-session';
import { desktopSession } from '../mac';
import type { PlannedJob } from '../mac-plan';
import { print, type ToolCall } from '../tool-call';

const targetOf = ({ mac: { plan } }: ToolCall, domain: PlannedJob['domain']): string =>
  domain === 'system' ? domain : `${domain}/${plan.user.uid}`;

/** The few lines of `launchctl print gui/501` (`user/501`, `system`) that tell of its audit session and of its jobs. */
export const printDomain = (call: ToolCall, domain: PlannedJob['domain']): number => {
  const { plan } = call.mac;
  const { number } = auditSession(plan, desktopSession(plan).id);
  const ofDesktop = `\ttype = login\n\thandle = ${number}\n\tsession = Aqua\n\tsecurity context = {\n\t\tuid = ${plan.user.uid}\n\t\tasid = ${number}\n\t}\n`;
  const head = { gui: ofDesktop, user: '\ttype = user\n', system: '\ttype = system\n' }[domain];
  const jobs = plan.jobs.filter((job) => job.domain === domain);
  const services = jobs.map(({ pid, label }) => `\t\t${String(pid).padStart(8)}      - \t${label}\n`).join('');
  print(
    `${targetOf(call, domain)} = {\n${head}\n\tservices = {\n\t\t       0      - \tcom.apple.quicklook\n${services}\t}\n}\n`,
  );
  return 0;
};

/** `launchctl print DOMAIN/LABEL` of a job that the scenario has; null where it has none of that name. */
export const printPlannedJob = (call: ToolCall, target: string): number | null => {
  const job = call.mac.plan.jobs.find(({ domain, label }) => `${targetOf(call, domain)}/${label}` === target);
  if (job === undefined) return null;
  const kind = job.domain === 'system' ? 'LaunchDaemon' : 'LaunchAgent';
  print(
    `${target} = {\n\tactive count = 1\n\tpath = ${job.path}\n\ttype = ${kind}\n\tstate = running\n\n\tpid = ${job.pid}\n}\n`,
  );
  return 0;
};

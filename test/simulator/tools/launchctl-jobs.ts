import { type LoadProblem, loadedJob, loadJob, readAgent, startJob, unloadJob } from '../launchd';
import { complain, macPathArgument, print, type ToolCall } from '../tool-call';

const noSuchService = 113;

/** The errno that `launchctl` prints and exits with, and its words. */
const problems: Readonly<Record<LoadProblem | 'no-domain', readonly [number, string]>> = {
  'input-output-error': [5, 'Input/output error\nTry re-running the command as root for richer errors.'],
  'bad-permissions': [122, 'Path had bad ownership/permissions'],
  'no-domain': [125, 'Domain does not support specified action'],
  'wrong-session-type': [134, 'Service cannot load in requested session'],
};

/** `gui/501` exists while that user is logged in at the desktop, for their SSH logins too. */
export const hasDesktop = ({ mac }: ToolCall): boolean =>
  mac.plan.sessions.some(({ kind, isListed }) => kind === 'desktop' && isListed);

const isOwnDomain = ({ mac }: ToolCall, target: string): boolean => target === `gui/${mac.plan.user.uid}`;

const couldNotFind = ({ mac }: ToolCall, label: string): number => {
  complain(`Could not find service "${label}" in domain for user gui: ${mac.plan.user.uid}\n`);
  return noSuchService;
};

const labelIn = (target: string): string => target.split('/').slice(2).join('/');
const domainOf = (target: string): string => target.split('/').slice(0, 2).join('/');

/** `bootstrap gui/501 FILE` */
export const bootstrap = (call: ToolCall): number => {
  const [, domain = '', file = ''] = call.args;
  const loaded = isOwnDomain(call, domain) && hasDesktop(call) ? loadJob(call.mac, macPathArgument(call, file)) : null;
  if (loaded !== null && typeof loaded !== 'string') return 0;
  const [code, words] = problems[loaded ?? 'no-domain'];
  complain(`Bootstrap failed: ${code}: ${words}\n`);
  return code;
};

/** `bootout gui/501/LABEL` or `bootout gui/501 FILE`. What the job has left running goes on. */
export const bootout = (call: ToolCall): number => {
  const [, target = '', file] = call.args;
  const label = file === undefined ? labelIn(target) : readAgent(call.mac.root + macPathArgument(call, file))?.label;
  if (label === undefined || !loadedJob(call.mac.root, label)) {
    complain('Boot-out failed: 3: No such process\n');
    return 3;
  }
  unloadJob(call.mac.root, label);
  return 0;
};

/** `kickstart [-kp] gui/501/LABEL`, from whatever session. */
export const kickstart = (call: ToolCall): number => {
  const target = call.args.slice(1).find((word) => !word.startsWith('-')) ?? '';
  const job =
    isOwnDomain(call, domainOf(target)) && hasDesktop(call) ? loadedJob(call.mac.root, labelIn(target)) : null;
  if (!job) return couldNotFind(call, labelIn(target));
  startJob(call.mac, job);
  return 0;
};

/** `print gui/501/LABEL` */
export const printJob = (call: ToolCall, target: string): number => {
  const job = hasDesktop(call) ? loadedJob(call.mac.root, labelIn(target)) : null;
  if (!job) {
    complain('Bad request.\n');
    return couldNotFind(call, labelIn(target));
  }
  const { uid } = call.mac.plan.user;
  print(`gui/${uid}/${job.label} = {\n\tactive count = 0\n\ttype = LaunchAgent\n\tstate = not running\n\n`);
  print(`\tprogram = ${job.programArguments[0] ?? ''}\n\tdomain = gui/${uid} [100006]\n}\n`);
  return 0;
};

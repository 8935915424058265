import { auditSession } from '../audit-session';
import { type LoadProblem, loadedJob, loadJob, readAgent, startJob, unloadJob } from '../launchd';
import { desktopSession } from '../mac';
import { complain, macPathArgument, print, type ToolCall } from '../tool-call';

const noSuchService = 113;
const noSuchDomain = 112;

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

/** `26.4` is at least 26.4, as `27.0` is. */
const isAtLeast = ({ mac }: ToolCall, major: number, minor: number): boolean => {
  const [ownMajor = 0, ownMinor = 0] = mac.plan.macosVersion.split('.').map(Number);
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
};

const isOwnDomain = ({ mac }: ToolCall, target: string): boolean => target === `gui/${mac.plan.user.uid}`;

const couldNotFind = ({ mac }: ToolCall, label: string): number => {
  complain(`Could not find service "${label}" in domain for user gui: ${mac.plan.user.uid}\n`);
  return noSuchService;
};

/** `print` of a domain that is not there, or of something in it. */
export const couldNotFindDomain = ({ mac }: ToolCall): number => {
  complain(`Bad request.\nCould not find domain for user gui: ${mac.plan.user.uid}\n`);
  return noSuchDomain;
};

const labelIn = (target: string): string => target.split('/').slice(2).join('/');
const domainOf = (target: string): string => target.split('/').slice(0, 2).join('/');

/** `bootstrap gui/501 FILE` */
export const bootstrap = (call: ToolCall): number => {
  const [, domain = '', file = ''] = call.args;
  const loaded =
    isOwnDomain(call, domain) && hasDesktop(call) ? loadJob(call.mac, macPathArgument(call, file), call.caller) : null;
  if (loaded !== null && typeof loaded !== 'string') return 0;
  const [code, words] = problems[loaded ?? 'no-domain'];
  complain(`Bootstrap failed: ${code}: ${words}\n`);
  return code;
};

/** `bootout gui/501/LABEL` or `bootout gui/501 FILE`. What the job has left running goes on. Darwin 27 says 5 for 3. */
export const bootout = (call: ToolCall): number => {
  const [, target = '', file] = call.args;
  const label = file === undefined ? labelIn(target) : readAgent(call.mac.root + macPathArgument(call, file))?.label;
  if (label === undefined || !loadedJob(call.mac.root, label)) {
    const isNew = isAtLeast(call, 27, 0);
    complain(`Boot-out failed: ${isNew ? '5: Input/output error' : '3: No such process'}\n`);
    return isNew ? 5 : 3;
  }
  unloadJob(call.mac.root, label);
  return 0;
};

/** `kickstart [-kp] gui/501/LABEL`, from whatever session. From macOS 26.4 on a domain that is not there answers otherwise. */
export const kickstart = (call: ToolCall): number => {
  const target = call.args.slice(1).find((word) => !word.startsWith('-')) ?? '';
  if (!hasDesktop(call) && isAtLeast(call, 26, 4)) {
    const [code, words] = problems['no-domain'];
    complain(`${words}\n`);
    return code;
  }
  const job =
    isOwnDomain(call, domainOf(target)) && hasDesktop(call) ? loadedJob(call.mac.root, labelIn(target)) : null;
  if (!job) return couldNotFind(call, labelIn(target));
  startJob(call.mac, job, call.caller);
  return 0;
};

/** `print gui/501/LABEL` */
export const printJob = (call: ToolCall, target: string): number => {
  if (!hasDesktop(call)) return couldNotFindDomain(call);
  const job = loadedJob(call.mac.root, labelIn(target));
  if (!job) {
    complain('Bad request.\n');
    return couldNotFind(call, labelIn(target));
  }
  const { uid } = call.mac.plan.user;
  const { number } = auditSession(call.mac.plan, desktopSession(call.mac.plan).id);
  print(`gui/${uid}/${job.label} = {\n\tactive count = 0\n\ttype = LaunchAgent\n\tstate = not running\n\n`);
  print(`\tprogram = ${job.programArguments[0] ?? ''}\n\tdomain = gui/${uid} [${number}]\n}\n`);
  return 0;
};

import type { RemoteAccessReading } from '../../core/state/readings';
import { type Reading, read, unread } from '../../core/words/reading';
import type { SystemSleep } from '../../core/words/system-sleep';
import { type BoundedTools, readOutput } from '../children/bounded-tools';
import { readService } from './launchd-service';
import { isSleepDisabled, parseSystemSleep, parseSystemSleepMinutes } from './power-settings';

/** What decides whether and when somebody far away can reach this Mac. Each on its own: one that fails is unread. */
export const readRemoteAccess = async (tools: BoundedTools): Promise<RemoteAccessReading> => {
  const [remoteLogin, screenSharing, autoLogin, fileVault, sleep] = await Promise.all([
    readService(tools, 'com.openssh.sshd'),
    readService(tools, 'com.apple.screensharing'),
    readAutoLogin(tools),
    readFileVault(tools),
    readSystemSleep(tools),
  ]);
  return { remoteLogin, screenSharing, autoLogin, fileVault, ...sleep };
};

const defaultsPath = '/usr/bin/defaults';

/** `defaults` exits 1 when there is no such entry, and also when it cannot read; only its words tell the two apart. */
const readAutoLogin = async (tools: BoundedTools): Promise<Reading<'on' | 'off'>> => {
  const domain = '/Library/Preferences/com.apple.loginwindow';
  const answer = await tools.ask(defaultsPath, ['read', domain, 'autoLoginUser']);
  if (!answer.ok) return unread(answer.reason);
  if (answer.code === 0 && /^\P{Cc}{1,255}$/u.test(answer.stdout.trim())) return read('on');
  if (answer.code === 1 && answer.stderr.includes('does not exist')) return read('off');
  return unread(`${defaultsPath} does not tell who is logged in automatically.`);
};

const fdesetupPath = '/usr/bin/fdesetup';

const readFileVault = async (tools: BoundedTools): Promise<Reading<'on' | 'off'>> => {
  const answer = await tools.ask(fdesetupPath, ['status']);
  if (!answer.ok) return unread(answer.reason);
  const match = /^FileVault is (On|Off)[.,]/m.exec(answer.stdout);
  if (match) return read(match[1] === 'On' ? 'on' : 'off');
  return unread(`${fdesetupPath} does not tell whether FileVault is on.`);
};

/** `pmset -g custom` does not tell that sleep is disabled altogether, `pmset -g` does. */
const readSystemSleep = async (
  tools: BoundedTools,
): Promise<Pick<RemoteAccessReading, 'systemSleepMinutes' | 'systemSleep'>> => {
  const [inUse, custom, source] = await Promise.all([
    said(tools, ['-g']),
    said(tools, ['-g', 'custom']),
    said(tools, ['-g', 'ps']),
  ]);
  return { systemSleepMinutes: minutesOf(inUse), systemSleep: sleepOf(inUse, custom, source) };
};

const pmsetPath = '/usr/bin/pmset';
const said = (tools: BoundedTools, args: readonly string[]): Promise<Reading<string>> =>
  readOutput(tools, pmsetPath, args, `pmset ${args.join(' ')}`);

const notTold = unread(`${pmsetPath} does not tell when this Mac sleeps.`);

const minutesOf = (inUse: Reading<string>): Reading<number> => {
  if (inUse.kind === 'unread') return inUse;
  const minutes = parseSystemSleepMinutes(inUse.value);
  return minutes === 'unknown' ? notTold : read(minutes);
};

const sleepOf = (inUse: Reading<string>, custom: Reading<string>, source: Reading<string>): Reading<SystemSleep> => {
  if (inUse.kind === 'unread') return inUse;
  if (custom.kind === 'unread') return custom;
  if (source.kind === 'unread') return source;
  const sleep = parseSystemSleep(custom.value, source.value);
  if (sleep === null) return notTold;
  return read(isSleepDisabled(inUse.value) ? { ...sleep, ...neverSleeps(sleep) } : sleep);
};

const neverSleeps = ({ batteryMinutes }: SystemSleep): Partial<SystemSleep> => ({
  acMinutes: 0,
  batteryMinutes: batteryMinutes === 'no-battery' ? batteryMinutes : 0,
});

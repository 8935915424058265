import type { OnOff, RemoteAccess } from '../core/snapshot';
import type { SystemSleep } from '../core/system-sleep';
import type { BoundedTools } from './bounded-tools';
import { readService } from './launchd-service';
import { isSleepDisabled, parseSystemSleep, parseSystemSleepMinutes } from './power-settings';

/** What decides whether and when somebody far away can reach this Mac. Each on its own: one that fails is `unknown`. */
export const readRemoteAccess = async (tools: BoundedTools): Promise<RemoteAccess> => {
  const [remoteLogin, screenSharing, autoLogin, fileVault, sleep] = await Promise.all([
    readService(tools, 'com.openssh.sshd'),
    readService(tools, 'com.apple.screensharing'),
    readAutoLogin(tools),
    readFileVault(tools),
    readSystemSleep(tools),
  ]);
  return { remoteLogin, screenSharing, autoLogin, fileVault, ...sleep };
};

/** `defaults` exits 1 when there is no such entry, and also when it cannot read; only its words tell the two apart. */
const readAutoLogin = async (tools: BoundedTools): Promise<OnOff> => {
  const domain = '/Library/Preferences/com.apple.loginwindow';
  const answer = await tools.ask('/usr/bin/defaults', ['read', domain, 'autoLoginUser']);
  if (!answer.ok) return 'unknown';
  if (answer.code === 0) return /^\P{Cc}{1,255}$/u.test(answer.stdout.trim()) ? 'on' : 'unknown';
  return answer.code === 1 && answer.stderr.includes('does not exist') ? 'off' : 'unknown';
};

const readFileVault = async (tools: BoundedTools): Promise<OnOff> => {
  const answer = await tools.ask('/usr/bin/fdesetup', ['status']);
  if (!answer.ok) return 'unknown';
  const match = /^FileVault is (On|Off)[.,]/m.exec(answer.stdout);
  return match?.[1] === 'On' ? 'on' : match?.[1] === 'Off' ? 'off' : 'unknown';
};

/** `pmset -g custom` does not tell that sleep is disabled altogether, `pmset -g` does. */
const readSystemSleep = async (
  tools: BoundedTools,
): Promise<Pick<RemoteAccess, 'systemSleepMinutes' | 'systemSleep'>> => {
  const [inUse, custom, source] = await Promise.all([
    said(tools, ['-g']),
    said(tools, ['-g', 'custom']),
    said(tools, ['-g', 'ps']),
  ]);
  const systemSleepMinutes = inUse === null ? 'unknown' : parseSystemSleepMinutes(inUse);
  const systemSleep = custom === null ? null : parseSystemSleep(custom, source);
  if (systemSleep === null) return { systemSleepMinutes };
  const isDisabled = inUse !== null && isSleepDisabled(inUse);
  return {
    systemSleepMinutes,
    systemSleep: isDisabled ? { ...systemSleep, ...neverSleeps(systemSleep) } : systemSleep,
  };
};

const neverSleeps = ({ batteryMinutes }: SystemSleep): Partial<SystemSleep> => ({
  acMinutes: 0,
  batteryMinutes: batteryMinutes === 'no-battery' ? batteryMinutes : 0,
});

const said = async (tools: BoundedTools, args: readonly string[]): Promise<string | null> => {
  const answer = await tools.ask('/usr/bin/pmset', args, `pmset ${args.join(' ')}`);
  return answer.ok && answer.code === 0 ? answer.stdout : null;
};

import type { OnOff, RemoteAccess } from '../core/snapshot';
import type { BoundedTools } from './bounded-tools';
import { readService } from './launchd-service';
import { parseSystemSleepMinutes } from './power-settings';

/** What decides whether and when somebody far away can reach this Mac. Each on its own: one that fails is `unknown`. */
export const readRemoteAccess = async (tools: BoundedTools): Promise<RemoteAccess> => {
  const [remoteLogin, screenSharing, autoLogin, fileVault, systemSleepMinutes] = await Promise.all([
    readService(tools, 'com.openssh.sshd'),
    readService(tools, 'com.apple.screensharing'),
    readAutoLogin(tools),
    readFileVault(tools),
    readSystemSleep(tools),
  ]);
  return { remoteLogin, screenSharing, autoLogin, fileVault, systemSleepMinutes };
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

const readSystemSleep = async (tools: BoundedTools): Promise<number | 'unknown'> => {
  const answer = await tools.ask('/usr/bin/pmset', ['-g']);
  return answer.ok && answer.code === 0 ? parseSystemSleepMinutes(answer.stdout) : 'unknown';
};

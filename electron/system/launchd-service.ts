import type { OnOff } from '../core/snapshot';
import type { BoundedTools } from './bounded-tools';

const launchctlPath = '/bin/launchctl';

/** Whether a service of the system is on: `launchctl print` exits 0 when it is loaded and 113 when it is not. No root needed. */
export const readService = async (tools: BoundedTools, label: string): Promise<OnOff> => {
  const printed = await tools.ask(launchctlPath, ['print', `system/${label}`], `print ${label}`);
  // A launchctl that does not answer this will not answer the second question either.
  if (!printed.ok) return 'unknown';
  if (printed.code === 0 && printed.stdout.includes(label)) return 'on';
  if (printed.code === 113) return 'off';
  const listed = await tools.ask(launchctlPath, ['print-disabled', 'system']);
  return listed.ok && listed.code === 0 ? parseDisabledServices(listed.stdout, label) : 'unknown';
};

/**
 * Reads `launchctl print-disabled system`: `"label" => enabled|disabled`. Older macOS printed the flag *disabled* itself,
 * so there `false` means enabled. A service without a line keeps what its plist says, which is not told here.
 */
export const parseDisabledServices = (stdout: string, label: string): OnOff => {
  for (const line of stdout.split('\n')) {
    const match = /^\s*"([^"]+)"\s*=>\s*(enabled|disabled|true|false)\s*$/.exec(line);
    if (match?.[1] === label) return match[2] === 'enabled' || match[2] === 'false' ? 'on' : 'off';
  }
  return 'unknown';
};

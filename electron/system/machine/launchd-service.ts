import { type Reading, read, unread } from '../../core/words/reading';
import { type BoundedTools, readOutput } from '../children/bounded-tools';

const launchctlPath = '/bin/launchctl';

/** Whether a service of the system is on: `launchctl print` exits 0 when it is loaded and 113 when it is not. No root needed. */
export const readService = async (tools: BoundedTools, label: string): Promise<Reading<'on' | 'off'>> => {
  const printed = await tools.ask(launchctlPath, ['print', `system/${label}`], `print ${label}`);
  // A launchctl that does not answer this will not answer the second question either.
  if (!printed.ok) return unread(printed.reason);
  if (printed.code === 0 && printed.stdout.includes(label)) return read('on');
  if (printed.code === 113) return read('off');
  const listed = await readOutput(tools, launchctlPath, ['print-disabled', 'system']);
  return listed.kind === 'unread' ? listed : parseDisabledServices(listed.value, label);
};

/**
 * Reads `launchctl print-disabled system`: `"label" => enabled|disabled`. Older macOS printed the flag *disabled* itself,
 * so there `false` means enabled. A service without a line keeps what its plist says, which is not told here.
 */
export const parseDisabledServices = (stdout: string, label: string): Reading<'on' | 'off'> => {
  for (const line of stdout.split('\n')) {
    const match = /^\s*"([^"]+)"\s*=>\s*(enabled|disabled|true|false)\s*$/.exec(line);
    if (match?.[1] === label) return read(match[2] === 'enabled' || match[2] === 'false' ? 'on' : 'off');
  }
  return unread(`${launchctlPath} does not tell whether ${label} is on.`);
};

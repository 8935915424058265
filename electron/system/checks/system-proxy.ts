import { answerOf } from '../children/bounded-tools';
import { runTool } from '../children/child-process';
import type { MacHost } from '../mac/host';

export type SystemProxy = { readonly state: 'on' | 'off' } | { readonly state: 'unknown'; readonly reason: string };

const scutil = '/usr/sbin/scutil';
const timeLimitMs = 4_000;

/** What System Settings has set for the network in use. Browsers follow it, most command line tools do not. */
export const readSystemProxy = async (host: MacHost, signal: AbortSignal): Promise<SystemProxy> => {
  const answer = answerOf(scutil, await runTool(host, { tool: scutil, args: ['--proxy'], timeLimitMs, signal }));
  if (!answer.ok) return { state: 'unknown', reason: answer.reason };
  const isOn = answer.code === 0 ? parseSystemProxy(answer.stdout) : null;
  if (isOn === null) return { state: 'unknown', reason: `${scutil} gave an answer that is not known.` };
  return { state: isOn ? 'on' : 'off' };
};

const switches = /^ {2}(?:HTTP|HTTPS|SOCKS|ProxyAutoConfig|ProxyAutoDiscovery)Enable : (\d+)\s*$/gm;

/**
 * Reads `scutil --proxy`: a dictionary with a line `  HTTPSEnable : 1` for each kind; a kind that is not there is off
 * (SystemConfiguration, SCSchemaDefinitions.h).
 *
 * @returns null when it is no such dictionary.
 */
export const parseSystemProxy = (stdout: string): boolean | null => {
  if (!/^<dictionary> \{[\s\S]*^\}\s*$/m.test(stdout)) return null;
  return [...stdout.matchAll(switches)].some(([, value]) => value !== '0');
};

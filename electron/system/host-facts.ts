import type { Host } from '../core/snapshot';
import type { BoundedTools } from './bounded-tools';
import type { MacHost } from './host';
import { readManagerName } from './manager-name';

export const readHostFacts = async (host: MacHost, tools: BoundedTools): Promise<Host> => {
  const [macosVersion, managerName] = await Promise.all([readMacosVersion(tools), readManagerName(tools)]);
  return { platform: host.kind, macosVersion, managerName };
};

const readMacosVersion = async (tools: BoundedTools): Promise<string> => {
  const answer = await tools.ask('/usr/bin/sw_vers', ['-productVersion']);
  const version = answer.ok && answer.code === 0 ? answer.stdout.trim() : '';
  return /^\d+(\.\d+){0,3}$/.test(version) ? version : 'unknown';
};

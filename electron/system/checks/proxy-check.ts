import { measured } from '../../core/diagnosis/facts';
import type { MacHost } from '../mac/host';
import type { Check, Finding } from './check';
import { proxyVariables } from './network/proxy-setting';
import { readSystemProxy, type SystemProxy } from './system-proxy';

/** Which proxies are set, by the names of the variables and by System Settings. It asks none of them. */
export const createProxyCheck = (host: MacHost): Check => ({
  id: 'proxy',
  hosts: [],
  async run(signal) {
    const variables = proxyVariables(host.environment);
    const system = await readSystemProxy(host, signal);
    const answer = variables.length === 0 && system.state === 'off' ? 'no-proxy' : 'not-tried';
    const facts = { proxy: measured({ variables, system: system.state, answer } as const) };
    return { lookedAt: 'the proxy variables of this process, and scutil --proxy', facts, ...tell(variables, system) };
  },
});

const tell = (variables: readonly string[], system: SystemProxy): Pick<Finding, 'result' | 'sentence'> => {
  const set = variables.length === 0 ? 'No proxy variable is set' : `${variables.join(', ')} set`;
  if (system.state === 'unknown') {
    return { result: 'not-possible', sentence: `${set}. What System Settings says is not known: ${system.reason}` };
  }
  const inSettings = `in System Settings a proxy is ${system.state}`;
  // With one set and the other not, a browser and a command line tool go different ways.
  return { result: 'fine', sentence: `${set}; ${inSettings}.` };
};

import { measured, notMeasured } from '../../core/diagnosis/facts';
import { memberOf, parseJson } from '../../core/text/json';
import type { MacHost } from '../mac/host';
import type { Check } from './check';
import { contacted } from './network/hosts-to-contact';
import type { NetworkDoor } from './network/network-door';
import { newestVersion } from './network/public-hosts';
import { readPublicPage } from './public-page';

/** Which Claude Code is the newest, by the registry's public tags. Whether the installed one is older is for the tree. */
export const createNewestVersionCheck = (host: MacHost, door: NetworkDoor): Check => {
  const { host: name, path } = newestVersion;
  return {
    id: 'claude-newest',
    hosts: contacted(host, [name]),
    async run(signal) {
      const lookedAt = `the public versions at ${name}`;
      const answer = await readPublicPage(host, door, { host: name, role: 'registry', tools: [], path }, signal);
      const version = answer.kind === 'text' ? parseNewestVersion(answer.text) : null;
      if (version !== null) {
        const sentence = `${version} is the newest Claude Code.`;
        return { lookedAt, result: 'fine', sentence, facts: { claudeNewest: measured(version) } };
      }
      const reason = answer.kind === 'none' ? answer.reason : `${name} does not answer as it should`;
      const facts = { claudeNewest: notMeasured(reason) };
      return { lookedAt, result: 'not-possible', sentence: `Not known: ${reason}.`, facts };
    },
  };
};

/** Reads `{ "latest": "2.1.240", … }`; null for anything else. */
export const parseNewestVersion = (text: string): string | null => {
  const latest = memberOf(parseJson(text), 'latest');
  return typeof latest === 'string' && /^\d{1,9}(?:\.\d{1,9}){1,3}$/.test(latest) ? latest : null;
};

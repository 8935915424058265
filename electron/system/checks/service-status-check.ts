import { measured, notMeasured, type ServiceFact } from '../../core/diagnosis/facts';
import { formatOutsideText } from '../../core/text/format-outside-text';
import { memberOf, parseJson } from '../../core/text/json';
import type { MacHost } from '../mac/host';
import type { Check } from './check';
import { contacted } from './network/hosts-to-contact';
import type { NetworkDoor } from './network/network-door';
import { statusPageFor, statusPath } from './network/public-hosts';
import { readPublicPage } from './public-page';

/** What the service says of itself on its public status page, so that an outage is told from a login. */
export const createServiceStatusCheck = (host: MacHost, door: NetworkDoor, tool: string | null): Check => {
  const page = statusPageFor(tool);
  return {
    id: 'service-status',
    hosts: page === null ? [] : contacted(host, [page.host]),
    async run(signal) {
      if (page === null) return without('the status page', 'no status page of this tool’s service is known');
      const lookedAt = `https://${page.host}${statusPath}`;
      const asked = { host: page.host, role: 'status', tools: page.tools, path: statusPath } as const;
      const answer = await readPublicPage(host, door, asked, signal);
      if (answer.kind === 'none') return without(lookedAt, answer.reason);
      const service = parseStatusPage(answer.text);
      if (service === null) return without(lookedAt, `${page.host} does not answer as a status page does`);
      return {
        lookedAt,
        result: service.state === 'operational' ? 'fine' : 'problem',
        sentence: `${page.service}’s status page says “${service.description}”.`,
        facts: { service: measured(service) },
      };
    },
  };
};

const without = (lookedAt: string, reason: string) => ({
  lookedAt,
  result: 'not-possible' as const,
  sentence: `Not known: ${reason}.`,
  facts: { service: notMeasured(reason) },
});

const states: Readonly<Record<string, ServiceFact['state']>> = {
  none: 'operational',
  minor: 'degraded',
  maintenance: 'degraded',
  major: 'outage',
  critical: 'outage',
};

/**
 * Reads what a page by Atlassian Statuspage tells: `{ "status": { "indicator": "none", "description": "…" } }`.
 *
 * @returns null for anything else.
 */
export const parseStatusPage = (text: string): ServiceFact | null => {
  const status = memberOf(parseJson(text), 'status');
  const [indicator, description] = [memberOf(status, 'indicator'), memberOf(status, 'description')];
  const state = typeof indicator === 'string' && Object.hasOwn(states, indicator) ? states[indicator] : undefined;
  if (state === undefined || typeof description !== 'string') return null;
  return { state, description: formatOutsideText(description.trim().slice(0, 200)) };
};

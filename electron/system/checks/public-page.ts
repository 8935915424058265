import type { MacHost } from '../mac/host';
import { hostTrouble } from './host-trouble';
import { openNetworkFor } from './hosts-check';
import { lookAtHost } from './network/look-at-host';
import type { NetworkDoor } from './network/network-door';
import { proxyFor } from './network/proxy-setting';
import type { PublicHost } from './network/public-hosts';

export type PublicPage =
  | { readonly kind: 'text'; readonly text: string }
  /** `reason`: a clause for a person. */
  | { readonly kind: 'none'; readonly reason: string };

/** Reads one public page, of 64 KiB at most; anything but a whole answer with HTTP 200 is none, and says why. */
export const readPublicPage = async (
  host: MacHost,
  door: NetworkDoor,
  page: PublicHost,
  signal: AbortSignal,
): Promise<PublicPage> => {
  const network = await openNetworkFor(host, door);
  const { answer, facts } = await lookAtHost(network, proxyFor(host.environment, page.host), page, signal);
  const trouble = hostTrouble(facts);
  if (answer === null || trouble !== null)
    return { kind: 'none', reason: `${page.host} ${trouble ?? 'was not reached'}` };
  if (answer.status !== 200) return { kind: 'none', reason: `${page.host} answers with HTTP ${answer.status}` };
  if (answer.body.kind !== 'whole') return { kind: 'none', reason: `${page.host} says more than is read` };
  return { kind: 'text', text: answer.body.text };
};

import { failure, type Outcome, success } from '../../core/outcome';
import type { MacHost } from '../mac/host';
import { hostTrouble } from './host-trouble';
import { openNetworkFor } from './hosts-check';
import type { HttpAnswer } from './network/ask-http';
import { lookAtHost } from './network/look-at-host';
import type { NetworkDoor } from './network/network-door';
import { proxyFor } from './network/proxy-setting';
import type { PublicHost } from './network/public-hosts';

export type PublicPage =
  | { readonly kind: 'text'; readonly text: string }
  /** `reason`: a clause for a person. */
  | { readonly kind: 'none'; readonly reason: string };

/** What a public host answers for one page, whatever it is; `not-answered` with a clause for a person. */
export const askPublicHost = async (
  host: MacHost,
  door: NetworkDoor,
  page: PublicHost,
  signal: AbortSignal,
): Promise<Outcome<HttpAnswer, 'not-answered'>> => {
  const network = await openNetworkFor(host, door);
  const { answer, facts } = await lookAtHost(network, proxyFor(host.environment, page.host), page, signal);
  const trouble = hostTrouble(facts);
  if (answer === null || trouble !== null)
    return failure('not-answered', `${page.host} ${trouble ?? 'was not reached'}`);
  return success(answer);
};

/** Reads one public page, of 64 KiB at most; anything but a whole answer with HTTP 200 is none, and says why. */
export const readPublicPage = async (
  host: MacHost,
  door: NetworkDoor,
  page: PublicHost,
  signal: AbortSignal,
): Promise<PublicPage> => {
  const asked = await askPublicHost(host, door, page, signal);
  if (!asked.ok) return { kind: 'none', reason: asked.reason };
  const { status, body } = asked.value;
  if (status !== 200) return { kind: 'none', reason: `${page.host} answers with HTTP ${status}` };
  if (body.kind !== 'whole') return { kind: 'none', reason: `${page.host} says more than is read` };
  return { kind: 'text', text: body.text };
};

import { failure, type Outcome, success } from '../../core/outcome';
import type { MacHost } from '../mac/host';
import { createNetworkDoor, type NetworkDoor } from './network/network-door';
import { releasesHost } from './network/public-hosts';
import { askPublicHost } from './public-page';

/**
 * The version of the newest release. Its page is not read: the site answers the question for the newest one with the address of
 * that one, `https://github.com/OWNER/NAME/releases/tag/v1.2.3`
 * (https://docs.github.com/en/repositories/releasing-projects-on-github/linking-to-releases).
 *
 * @param repository `OWNER/NAME`
 * @returns `1.2.3`; `no-network` or `not-answered` with a clause for a person.
 */
export const askForNewestRelease = async (
  host: MacHost,
  repository: string,
  signal: AbortSignal,
  door: Outcome<NetworkDoor, 'no-network'> = createNetworkDoor(host),
): Promise<Outcome<string, 'no-network' | 'not-answered'>> => {
  if (!door.ok) return door;
  const page = { host: releasesHost, role: 'registry', tools: [], path: `/${repository}/releases/latest` } as const;
  const asked = await askPublicHost(host, door.value, page, signal);
  if (!asked.ok) return asked;
  const version = versionIn(asked.value.location ?? '', repository);
  if (version === null) return failure('not-answered', `${page.host} names no release`);
  return success(version);
};

/** Of this repository alone: where a name was given to somebody else, what they publish is none of ours. */
const versionIn = (location: string, repository: string): string | null => {
  const start = `https://${releasesHost}/${repository}/releases/tag/v`;
  const version = location.startsWith(start) ? location.slice(start.length) : '';
  return /^\d{1,9}\.\d{1,9}\.\d{1,9}$/.test(version) ? version : null;
};

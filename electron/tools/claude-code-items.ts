import { failure, type Outcome, success } from '../core/outcome';
import type { MacDoors, SecurityFailureCode } from '../system/doors';
import type { ClaudeCodePlaces } from './claude-code-places';
import type { ItemSighting } from './claude-code-sighting';

export interface ItemSightings {
  readonly item: ItemSighting;
  readonly apiKeyItem: ItemSighting;
}

interface KeychainPaths {
  readonly searched: readonly string[];
  /** Null when macOS names none. */
  readonly login: string | null;
}

/**
 * Looks for Claude Code's items by attributes. Nothing is searched again until one of the keychain files changes, since
 * no item can change without its file. A search that failed is not remembered.
 */
export const createItemSearch = (doors: MacDoors, places: ClaudeCodePlaces): (() => Promise<ItemSightings>) => {
  let known: { readonly stamp: string; readonly sightings: ItemSightings } | null = null;
  return async () => {
    const keychains = await readKeychainPaths(doors);
    const stamp = keychains.ok ? await stampOf(doors, keychains.value) : null;
    if (known && stamp === known.stamp) return known.sightings;
    const login = keychains.ok ? keychains.value.login : null;
    const [item, apiKeyItem] = await Promise.all([
      findNewest(doors, places.loginServices, places.accounts, login),
      findNewest(doors, places.apiKeyServices, places.accounts, login),
    ]);
    const sightings = { item, apiKeyItem };
    const isWhole = item.kind !== 'unknown' && apiKeyItem.kind !== 'unknown';
    known = isWhole && stamp !== null ? { stamp, sightings } : null;
    return sightings;
  };
};

const readKeychainPaths = async ({ security }: MacDoors): Promise<Outcome<KeychainPaths, SecurityFailureCode>> => {
  const [searched, login] = await Promise.all([security.listKeychains(), security.loginKeychain()]);
  if (!searched.ok) return searched;
  if (login.ok) return success({ searched: searched.value, login: login.value });
  const namesNone = login.code === 'no-default-keychain' || login.code === 'no-such-keychain';
  return namesNone ? success({ searched: searched.value, login: null }) : failure(login.code, login.reason);
};

const stampOf = async (doors: MacDoors, { searched, login }: KeychainPaths): Promise<string> => {
  const fingerprints = await Promise.all(searched.map((path) => doors.fileFingerprint(path)));
  return JSON.stringify([login, searched, fingerprints]);
};

/** Of the first service that has any item, the one that was written last. */
const findNewest = async (
  { security, host }: MacDoors,
  services: readonly string[],
  accounts: readonly string[],
  login: string | null,
): Promise<ItemSighting> => {
  for (const [index, service] of services.entries()) {
    let newest: Extract<ItemSighting, { kind: 'found' }> | null = null;
    for (const account of accounts) {
      const found = await security.findItem({ service, account });
      if (!found.ok && found.code === 'item-not-found') continue;
      if (!found.ok) return { kind: 'unknown', reason: found.reason };
      const { keychainPath, modifiedAt } = found.value;
      if (newest && (newest.modifiedAt ?? 0) >= (modifiedAt ?? 0)) continue;
      const isInLoginKeychain = keychainPath === (login ?? `${host.homeFolder}/Library/Keychains/login.keychain-db`);
      newest = {
        kind: 'found',
        service,
        account,
        keychainPath,
        isInLoginKeychain,
        mayBeAnothers: index > 0,
        modifiedAt,
      };
    }
    if (newest) return newest;
  }
  return { kind: 'none' };
};

import type { ItemAttributes, MacDoors, SecurityOutcome } from '../system/doors';

/** What to look for: a generic password by its service or an internet password by its server. */
export type ItemQuery =
  | { readonly class: 'generic'; readonly service: string; readonly account?: string }
  | { readonly class: 'internet'; readonly server: string; readonly account?: string };

/** A keychain item by its attributes; nothing of it was decrypted. `unknown`: the keychains could not be searched. */
export type ItemAnswer =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string }
  | {
      readonly kind: 'found';
      readonly account: string | null;
      readonly keychainPath: string;
      readonly isInLoginKeychain: boolean;
      /** Milliseconds since 1970 of its last write; null when not told. */
      readonly modifiedAt: number | null;
    };

export interface ItemLookup {
  find(query: ItemQuery): Promise<ItemAnswer>;
}

/**
 * Looks items up by their attributes, for all tools. Nothing is searched again until a keychain file or the search list
 * has changed, since no item can change without its file. A search that failed is not remembered.
 */
export const createItemLookup = (doors: MacDoors): ItemLookup => {
  const known = new Map<string, { readonly stamp: string; readonly answer: ItemAnswer }>();
  const keychains = createKeychainStamp(doors);
  return {
    async find(query) {
      const stamp = await keychains.stamp();
      const key = JSON.stringify(query);
      const before = known.get(key);
      if (before && stamp !== null && before.stamp === stamp) return before.answer;
      const answer = answerOf(await search(doors, query), await keychains.login());
      if (stamp !== null && answer.kind !== 'unknown') known.set(key, { stamp, answer });
      else known.delete(key);
      return answer;
    },
  };
};

const search = ({ security }: MacDoors, query: ItemQuery): Promise<SecurityOutcome<ItemAttributes>> => {
  const account = query.account === undefined ? {} : { account: query.account };
  return query.class === 'generic'
    ? security.findItem({ service: query.service, ...account })
    : security.findInternetItem({ server: query.server, ...account });
};

const answerOf = (found: SecurityOutcome<ItemAttributes>, login: string): ItemAnswer => {
  if (!found.ok) return found.code === 'item-not-found' ? { kind: 'none' } : { kind: 'unknown', reason: found.reason };
  const { account, keychainPath, modifiedAt } = found.value;
  return { kind: 'found', account, keychainPath, isInLoginKeychain: keychainPath === login, modifiedAt };
};

/** The search list lies in a preferences file: while that is the same, the list need not be asked for again. */
export const createKeychainStamp = (doors: MacDoors) => {
  const preferences = `${doors.host.homeFolder}/Library/Preferences/com.apple.security.plist`;
  let listed: { readonly of: string | null; readonly paths: readonly string[]; readonly login: string } | null = null;
  let listing: ReturnType<typeof readList> | null = null;
  const list = async () => {
    const of = await doors.fileFingerprint(preferences);
    if (listed && listed.of === of) return listed;
    // Everybody who asks meanwhile shares the question.
    listing ??= readList(of).finally(() => {
      listing = null;
    });
    return listing;
  };
  const readList = async (of: string | null) => {
    const [searched, login] = await Promise.all([doors.security.listKeychains(), doors.security.loginKeychain()]);
    const usual = `${doors.host.homeFolder}/Library/Keychains/login.keychain-db`;
    if (!searched.ok) return null;
    listed = { of, paths: searched.value, login: login.ok ? login.value : usual };
    return listed;
  };
  return {
    login: async () => (await list())?.login ?? `${doors.host.homeFolder}/Library/Keychains/login.keychain-db`,
    /** None when the search list cannot be read. */
    paths: async (): Promise<readonly string[]> => (await list())?.paths ?? [],
    /** Stays the same until a keychain file or the search list changes; null when the list cannot be read. */
    async stamp(): Promise<string | null> {
      const found = await list();
      if (!found) return null;
      const fingerprints = await Promise.all(found.paths.map((path) => doors.fileFingerprint(path)));
      return JSON.stringify([found.of, found.paths, fingerprints]);
    },
  };
};

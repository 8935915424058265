import type { ToolDoors } from '../../system/doors';
import type { ListedItem } from '../../system/keychain/password-search';
import type { ItemAttributes, SecurityOutcome } from '../../system/keychain/security';
import { createKeychainItems, type KeychainItems } from './keychain-items';

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
  /** The first that fits, in the keychains of the search list. */
  find(query: ItemQuery): Promise<ItemAnswer>;
  /** Whether a listing shows one that fits. Unlike a search it never costs a child, and what no listing tells is a no. */
  isListed(query: ItemQuery): Promise<boolean>;
  /** All that one keychain holds, whether it is on the search list or not. */
  itemsIn(keychainPath: string): Promise<KeychainItems>;
  /** Which keychains those are, asked once for all tools. */
  readonly keychains: KeychainStamp;
}

/**
 * Looks items up by their attributes, for all tools, in one listing of each keychain. Where that cannot be had, or does not
 * tell, the security tool is asked for the item, a child each time. Nothing is searched again until a keychain file or the
 * search list has changed, since no item can change without its file. A search that failed is not remembered.
 */
export const createItemLookup = (doors: ToolDoors): ItemLookup => {
  const known = new Map<string, { readonly stamp: string; readonly answer: ItemAnswer }>();
  const keychains = createKeychainStamp(doors);
  const itemsIn = createKeychainItems(doors);
  return {
    itemsIn,
    keychains,
    async isListed(query) {
      const listed = await searchListings(await keychains.paths(), itemsIn, query);
      return listed !== null && listed !== 'none';
    },
    async find(query) {
      const stamp = await keychains.stamp();
      const key = JSON.stringify(query);
      const before = known.get(key);
      if (before && stamp !== null && before.stamp === stamp) return before.answer;
      const silence = stamp === null ? await keychains.silence() : null;
      if (silence !== null) return { kind: 'unknown', reason: silence };
      const login = await keychains.login();
      const listed = stamp === null ? null : await searchListings(await keychains.paths(), itemsIn, query);
      const answer =
        listed === null
          ? answerOf(await search(doors, query), login)
          : listed === 'none'
            ? none
            : foundIn(listed, login);
      if (stamp !== null && answer.kind !== 'unknown') known.set(key, { stamp, answer });
      else known.delete(key);
      return answer;
    },
  };
};

const none: ItemAnswer = { kind: 'none' };

interface FoundListed {
  readonly keychainPath: string;
  readonly item: ListedItem;
  readonly account: string;
}

/** As the security tool searches: keychain after keychain. Null where the listings do not tell. */
const searchListings = async (
  paths: readonly string[],
  itemsIn: ItemLookup['itemsIn'],
  query: ItemQuery,
): Promise<FoundListed | 'none' | null> => {
  if (paths.length === 0) return null;
  const name = query.class === 'generic' ? query.service : query.server;
  for (const keychainPath of paths) {
    const items = await itemsIn(keychainPath);
    if (items.kind === 'unlisted') return null;
    if (items.kind === 'none') continue;
    const item = items
      .named(query.class, name)
      .find(({ account }) => query.account === undefined || query.account === account);
    if (item === undefined) continue;
    // An account that is no text: the security tool tells as much of it as can be told.
    return item.account === null ? null : { keychainPath, item, account: item.account };
  }
  return 'none';
};

/** Some programs store the NUL that ends a text in C along with it. */
const foundIn = ({ keychainPath, item, account }: FoundListed, login: string): ItemAnswer => ({
  kind: 'found',
  account: account.replace(/\0+$/, ''),
  keychainPath,
  isInLoginKeychain: keychainPath === login,
  modifiedAt: item.modifiedAt,
});

const search = ({ security }: ToolDoors, query: ItemQuery): Promise<SecurityOutcome<ItemAttributes>> => {
  const account = query.account === undefined ? {} : { account: query.account };
  return query.class === 'generic'
    ? security.findItem({ service: query.service, ...account })
    : security.findInternetItem({ server: query.server, ...account });
};

const answerOf = (found: SecurityOutcome<ItemAttributes>, login: string): ItemAnswer => {
  if (!found.ok) return found.code === 'item-not-found' ? none : { kind: 'unknown', reason: found.reason };
  const { account, keychainPath, modifiedAt } = found.value;
  return { kind: 'found', account, keychainPath, isInLoginKeychain: keychainPath === login, modifiedAt };
};

export interface KeychainStamp {
  /** The login keychain's path; the usual one where it cannot be told. */
  login(): Promise<string>;
  /** The search list; empty when it cannot be read. */
  paths(): Promise<readonly string[]>;
  /** Stays the same until a keychain file or the search list changes; null when the list cannot be read. */
  stamp(): Promise<string | null>;
  /** Why the list, or which of them is the login keychain, could not be read. */
  problems(): Promise<readonly Extract<SecurityOutcome, { ok: false }>[]>;
  /** Why asking the security tool for more would only be waiting anew: it did not answer when asked for the list. Else null. */
  silence(): Promise<string | null>;
}

interface SearchList {
  readonly of: string | null;
  readonly searched: SecurityOutcome<readonly string[]>;
  readonly login: SecurityOutcome<string>;
}

/** The search list lies in a preferences file: while that is the same, the list need not be asked for again. */
const createKeychainStamp = (doors: ToolDoors): KeychainStamp => {
  const preferences = `${doors.host.homeFolder}/Library/Preferences/com.apple.security.plist`;
  const usual = `${doors.host.homeFolder}/Library/Keychains/login.keychain-db`;
  let listed: SearchList | null = null;
  let listing: Promise<SearchList> | null = null;
  const list = async (): Promise<SearchList> => {
    const of = await doors.fileFingerprint(preferences);
    if (listed && listed.of === of) return listed;
    // Everybody who asks meanwhile shares the question.
    listing ??= readList(of).finally(() => {
      listing = null;
    });
    return listing;
  };
  const readList = async (of: string | null): Promise<SearchList> => {
    const [searched, login] = await Promise.all([doors.security.listKeychains(), doors.security.loginKeychain()]);
    const read = { of, searched, login };
    listed = searched.ok ? read : null;
    return read;
  };
  const paths = async () => {
    const { searched } = await list();
    return searched.ok ? searched.value : [];
  };
  return {
    async login() {
      const { searched, login } = await list();
      return searched.ok && login.ok ? login.value : usual;
    },
    paths,
    async stamp() {
      const { of, searched } = await list();
      if (!searched.ok) return null;
      const fingerprints = await Promise.all(searched.value.map((path) => doors.fileFingerprint(path)));
      return JSON.stringify([of, searched.value, fingerprints]);
    },
    async problems() {
      const { searched, login } = await list();
      return [searched, login].flatMap((answer) => (answer.ok ? [] : [answer]));
    },
    async silence() {
      const { searched } = await list();
      return !searched.ok && searched.code === 'timed-out' ? searched.reason : null;
    },
  };
};

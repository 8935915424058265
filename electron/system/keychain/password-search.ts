import { setImmediate } from 'node:timers/promises';
import type Koffi from 'koffi';
import { outsideMoment } from '../../core/time/outside-numbers';
import { bindCoreFoundation, type CoreFoundation, type LoadedLibrary, type Reference } from './core-foundation';
import { notCalledStatus } from './os-status';

export type PasswordClass = 'generic' | 'internet';

/** A password by its attributes; nothing of it was decrypted. */
export interface ListedItem {
  /** The service of a generic password, the server of an internet password. */
  readonly name: string;
  /** Empty where there is none: macOS lists neither. Null: its bytes are no text. */
  readonly account: string | null;
  /** Milliseconds since 1970 of its last write; null when not told. */
  readonly modifiedAt: number | null;
}

/** SecItemCopyMatching, as Latchkey calls it: every password of a class in one file keychain, by its attributes. */
export interface PasswordSearch {
  /** The native call: it runs on a thread of libuv's pool, and must be the only one in the framework. */
  start(keychainPath: string, itemClass: PasswordClass): Promise<StartedSearch>;
  /** Reads what was found and lets it go; null where it is no list of attributes. It asks nothing more of the keychain. */
  read(found: Reference | null, itemClass: PasswordClass): Promise<readonly ListedItem[] | null>;
  /** Lets go what nobody waits for any more. */
  drop(search: StartedSearch): void;
}

export interface StartedSearch {
  readonly osStatus: number;
  readonly found: Reference | null;
}

interface Libraries {
  readonly security: LoadedLibrary;
  readonly coreFoundation: LoadedLibrary;
}

/** More than anybody's keychain holds. */
const mostItems = 200_000;
/** Read at a stretch; about two milliseconds. */
const itemsAtOnce = 1_000;
/** From the beginning of 1970 to that of 2001. */
const epochSeconds = 978_307_200;
const itemNotFound = -25_300;
const couldNotCall: StartedSearch = { osStatus: notCalledStatus, found: null };

/**
 * Each member of the query is there for a reason (Apple's `SecItem.cpp` and `KCCursor.cpp`):
 *
 * - one class a call, all of its items, and their attributes only: no data is read, so nothing is decrypted, no timer restarts
 *   and a locked keychain lists as an unlocked one does;
 * - one keychain a call: no attribute says which keychain an item lies in, and one that fails among several would be skipped;
 * - the data-protection store is left out: it is another one, and its answer would hide an error of this one;
 * - no interface: that store has raised a dialog for such a query. The file keychains go by the ban of the whole process alone,
 *   which is set before anything here is called.
 *
 * @throws Error where a symbol is missing
 */
export const bindPasswordSearch = (koffi: typeof Koffi, { security, coreFoundation }: Libraries): PasswordSearch => {
  const values = bindCoreFoundation(koffi, coreFoundation);
  const names = new Map<string, Reference>();
  const named = (name: string): Reference => {
    const known = names.get(name) ?? values.constant(security, name);
    names.set(name, known);
    return known;
  };
  const open = security.func('int32_t SecKeychainOpen(const char *path, _Out_ void **keychain)');
  const getStatus = security.func('int32_t SecKeychainGetStatus(void *keychain, _Out_ uint32_t *status)');
  const copyMatching = security.func('int32_t SecItemCopyMatching(void *query, _Out_ void **result)');
  const keys = attributeKeys(named);
  const queryFor = (list: Reference, itemClass: PasswordClass): Reference =>
    values.dictionary([
      [named('kSecClass'), named(itemClass === 'generic' ? 'kSecClassGenericPassword' : 'kSecClassInternetPassword')],
      [named('kSecMatchSearchList'), list],
      [named('kSecMatchLimit'), named('kSecMatchLimitAll')],
      [named('kSecReturnAttributes'), values.yes],
      [named('kSecUseDataProtectionKeychain'), values.no],
      [named('kSecUseAuthenticationUI'), named('kSecUseAuthenticationUISkip')],
    ]);

  const begin = (keychainPath: string, itemClass: PasswordClass, end: (search: StartedSearch) => void): void => {
    const opened: [Reference | null] = [null];
    const openStatus: number = open(keychainPath, opened);
    const [keychain] = opened;
    if (openStatus !== 0 || !keychain) {
      end({ osStatus: openStatus || notCalledStatus, found: null });
      return;
    }
    // Where a keychain cannot be opened, a search may say no more than that nothing was found.
    const status: number = getStatus(keychain, [0]);
    if (status !== 0) {
      values.release(keychain);
      end({ osStatus: status, found: null });
      return;
    }
    const list = values.list([keychain]);
    const query = queryFor(list, itemClass);
    const result: [Reference | null] = [null];
    copyMatching.async(query, result, (error: unknown, osStatus: number) => {
      for (const made of [query, list, keychain]) values.release(made);
      end({ osStatus: error ? notCalledStatus : osStatus, found: result[0] || null });
    });
  };

  const start = (keychainPath: string, itemClass: PasswordClass): Promise<StartedSearch> =>
    new Promise<StartedSearch>((resolve) => begin(keychainPath, itemClass, resolve)).catch(() => couldNotCall);

  return {
    start,
    async read(found, itemClass) {
      if (found === null) return null;
      try {
        return await itemsIn(values, found, keys[itemClass]);
      } finally {
        values.release(found);
      }
    },
    drop: ({ found }) => (found === null ? undefined : values.release(found)),
  };
};

/** That nothing was found is a list without items. */
export const isNothingFound = ({ osStatus }: StartedSearch): boolean => osStatus === itemNotFound;

interface AttributeKeys {
  readonly name: Reference;
  readonly account: Reference;
  readonly modifiedAt: Reference;
}

const attributeKeys = (named: (name: string) => Reference): Readonly<Record<PasswordClass, AttributeKeys>> => {
  const common = { account: named('kSecAttrAccount'), modifiedAt: named('kSecAttrModificationDate') };
  return {
    generic: { ...common, name: named('kSecAttrService') },
    internet: { ...common, name: named('kSecAttrServer') },
  };
};

/** Null where an entry is nothing that the framework lists. Others have a turn of the event loop in between. */
const itemsIn = async (
  values: CoreFoundation,
  found: Reference,
  keys: AttributeKeys,
): Promise<readonly ListedItem[] | null> => {
  const count = values.lengthOf(found);
  if (count === null || count > mostItems) return null;
  const items: ListedItem[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index % itemsAtOnce === itemsAtOnce - 1) await setImmediate();
    const entry = values.dictionaryAt(found, index);
    if (entry === null) return null;
    const name = values.valueOf(entry, keys.name);
    const account = values.valueOf(entry, keys.account);
    const modified = values.valueOf(entry, keys.modifiedAt);
    if (name.kind === 'other' || name.kind === 'moment') return null;
    if (account.kind === 'other' || account.kind === 'moment') return null;
    if (modified.kind === 'other' || (modified.kind === 'text' && modified.text !== null)) return null;
    // Without a name, or with one that is no text, it is nobody's that could be asked for.
    if (name.kind === 'none' || name.text === null) continue;
    items.push({
      name: name.text,
      account: account.kind === 'none' ? '' : account.text,
      modifiedAt: modified.kind === 'moment' ? outsideMoment((modified.seconds + epochSeconds) * 1000) : null,
    });
  }
  return items;
};

import type { ToolDoors } from '../../system/doors';
import { isTaken } from '../../system/files/file-fingerprint';
import type { KeychainListing } from '../../system/keychain/item-listing';
import type { ListedItem, PasswordClass } from '../../system/keychain/password-search';

/** What one keychain holds by its attributes. `none`: no program finds an item in it; `unlisted`: that could not be told. */
export type KeychainItems =
  | { readonly kind: 'listed'; named(itemClass: PasswordClass, name: string): readonly ListedItem[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'unlisted'; readonly reason: string };

/**
 * The items of each keychain, listed once for all who ask and not again until its file has changed. A listing that failed is
 * not remembered.
 */
export const createKeychainItems = (doors: ToolDoors): ((keychainPath: string) => Promise<KeychainItems>) => {
  const known = new Map<string, { readonly fingerprint: string | null; readonly items: Promise<KeychainItems> }>();
  return async (keychainPath) => {
    const fingerprint = await doors.fileFingerprint(keychainPath);
    const before = known.get(keychainPath);
    if (before?.fingerprint === fingerprint) return before.items;
    const items = doors.itemListing.list(keychainPath).then(asItems);
    const entry = { fingerprint, items };
    known.set(keychainPath, entry);
    // Who asks meanwhile shares the question; after that only what was learnt of a file that was seen counts.
    const { kind } = await items;
    const isToStay = kind !== 'unlisted' && fingerprint !== null && isTaken(fingerprint);
    if (!isToStay && known.get(keychainPath) === entry) known.delete(keychainPath);
    return items;
  };
};

const asItems = (listing: Awaited<ReturnType<ToolDoors['itemListing']['list']>>): KeychainItems => {
  if (listing.ok) return { kind: 'listed', named: byName(listing.value) };
  const isEmpty = listing.code === 'no-such-keychain' || listing.code === 'invalid-keychain';
  return isEmpty ? { kind: 'none' } : { kind: 'unlisted', reason: listing.reason };
};

const byName = (listing: KeychainListing) => {
  const groups = { generic: grouped(listing.generic), internet: grouped(listing.internet) };
  return (itemClass: PasswordClass, name: string): readonly ListedItem[] => groups[itemClass].get(name) ?? [];
};

const grouped = (items: readonly ListedItem[]): ReadonlyMap<string, readonly ListedItem[]> => {
  const groups = new Map<string, ListedItem[]>();
  for (const item of items) {
    const group = groups.get(item.name);
    if (group) group.push(item);
    else groups.set(item.name, [item]);
  }
  return groups;
};

import { failure, type Outcome, success } from '../../core/outcome';
import { createRestAfterSilence } from '../children/rest-after-silence';
import type { FrameworkLibrary } from './framework-library';
import { sentenceOfOsStatus } from './os-status';
import { isNothingFound, type ListedItem, type PasswordClass, type PasswordSearch } from './password-search';

/** Every password in one keychain, in the order in which a search would meet them. */
export type KeychainListing = Readonly<Record<PasswordClass, readonly ListedItem[]>>;

/** Why a keychain is not listed. In the first two cases no program finds an item in it either. */
export type ListingProblem =
  | 'no-such-keychain'
  | 'invalid-keychain'
  | 'not-loadable'
  | 'timed-out'
  | 'refused'
  | 'garbled';

/** Lists keychains within this process: no child, no prompt, no decrypt, no idle timer. */
export interface ItemListingDoor {
  list(keychainPath: string): Promise<Outcome<KeychainListing, ListingProblem>>;
  /** Whether a call has not come back within its limit. Its thread would hold up the end of this process. */
  isStuck(): boolean;
}

const limitMs = 5_000;
/** After a listing that failed, its keychain is not listed again for this long: dozens of tools' items wait in line. */
const restMs = 10_000;
const codes: Readonly<Record<number, ListingProblem>> = { [-25294]: 'no-such-keychain', [-25295]: 'invalid-keychain' };

export const createItemListingDoor = (
  library: Outcome<FrameworkLibrary>,
  { timeLimitMs = limitMs }: { readonly timeLimitMs?: number } = {},
): ItemListingDoor => {
  const restAfterSilence = createRestAfterSilence();

  const listNow = async (keychainPath: string): Promise<Outcome<KeychainListing, ListingProblem>> => {
    if (!library.ok) return failure('not-loadable', library.reason);
    const search = library.value.passwords();
    if (!search.ok) return search;
    const listClass = (itemClass: PasswordClass) => listOne(library.value, search.value, keychainPath, itemClass);
    const generic = await listClass('generic');
    if (!generic.ok) return generic;
    const internet = await listClass('internet');
    return internet.ok ? success({ generic: generic.value, internet: internet.value }) : internet;
  };

  const listOne = async (
    { turn }: FrameworkLibrary,
    search: PasswordSearch,
    keychainPath: string,
    itemClass: PasswordClass,
  ): Promise<Outcome<readonly ListedItem[], ListingProblem>> => {
    const started = await turn.take(() => search.start(keychainPath, itemClass), timeLimitMs, search.drop);
    if (started === null) return failure('timed-out', 'macOS did not list the keychain’s items in time.');
    if (isNothingFound(started)) return success([]);
    if (started.osStatus !== 0)
      return failure(codes[started.osStatus] ?? 'refused', sentenceOfOsStatus(started.osStatus));
    const items = await search.read(started.found, itemClass);
    if (items !== null) return success(items);
    return failure('garbled', 'macOS listed the keychain’s items in a way that Latchkey does not know.');
  };

  return {
    list: (keychainPath) => restAfterSilence(keychainPath, restMs, () => listNow(keychainPath), isWorthARest),
    isStuck: () => library.ok && library.value.turn.isOverdue(),
  };
};

/** What is wrong with the keychain itself is told at once each time. */
const isWorthARest = (listing: Outcome<KeychainListing, ListingProblem>): boolean =>
  !listing.ok && listing.code !== 'no-such-keychain' && listing.code !== 'invalid-keychain';

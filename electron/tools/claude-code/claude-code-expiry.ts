import { meaningOfRefusal, refusalSentence } from '../../core/keychain/refusal';
import { failure, type Outcome, success } from '../../core/outcome';
import type { ItemReader, ToolDoors } from '../../system/doors';
import type { SecurityFailureCode } from '../../system/keychain/security';
import { parseStoredLogin, type StoredLogin } from './claude-code-payload';
import type { FoundItem, ItemSighting } from './claude-code-sighting';

export interface ExpiryReader {
  /** After a click only: decrypts each of these items once. It fails with the first reason where none could be read. */
  read(items: readonly ItemSighting[], reader: ItemReader): Promise<Outcome<void>>;
  /** What a click has read from this very write of the item; null when it was not read since. */
  readFrom(item: FoundItem): StoredLogin | null;
}

export const createExpiryReader = (doors: Pick<ToolDoors, 'lock'>): ExpiryReader => {
  const clicked = new Map<string, StoredLogin>();

  const readOne = async (item: FoundItem, reader: ItemReader): Promise<Outcome<void>> => {
    const lock = await doors.lock.read(item.keychainPath);
    if (lock.state === 'locked') return failure('locked', 'The keychain is locked. Unlock it, then read the expiry.');
    if (lock.state === 'unknown') return failure('unknown', lock.reason);
    const { service, account, keychainPath } = item;
    const login = await reader.readItem({ service, account, keychainPath }, parseStoredLogin);
    if (!login.ok) return isRefusal(login.code) ? refused(keychainPath) : login;
    clicked.set(writeOf(item), login.value);
    return login.value.kind === 'unreadable'
      ? failure('garbled', `The item was read, but ${login.value.reason}.`)
      : success(undefined);
  };

  /** It was unlocked a moment ago and may have locked since. */
  const refused = async (keychainPath: string): Promise<Outcome<void>> => {
    const meaning = meaningOfRefusal('item', (await doors.lock.read(keychainPath)).state);
    return failure(meaning, refusalSentence[meaning]);
  };

  return {
    async read(sighted, reader) {
      const items = sighted.filter((item) => item.kind === 'found');
      const [first] = sighted;
      if (items.length === 0)
        return first?.kind === 'unknown'
          ? failure('unknown', first.reason)
          : failure('item-not-found', 'There is no Claude Code login in the keychain.');
      const current = new Map(items.map((found) => [writeOf(found), found]));
      for (const write of clicked.keys()) if (!current.has(write)) clicked.delete(write);
      const outcomes: Outcome<void>[] = [];
      // Two folders may share an item. One after the other: the door reads one at a time.
      for (const item of current.values()) outcomes.push(await readOne(item, reader));
      return outcomes.find(({ ok }) => ok) ?? outcomes[0] ?? success(undefined);
    },
    readFrom: (item) => clicked.get(writeOf(item)) ?? null,
  };
};

/** Which of the two depends on whether this process may ask. */
const isRefusal = (code: SecurityFailureCode): boolean =>
  code === 'interaction-not-allowed' || code === 'wrong-password';

const writeOf = ({ service, account, keychainPath, modifiedAt }: FoundItem): string =>
  JSON.stringify([service, account, keychainPath, modifiedAt]);

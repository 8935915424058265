import { failure, type Outcome, success } from '../../core/outcome';
import { isoTime } from '../../core/time/outside-numbers';
import { parseQuotedValue } from '../children/quoted-value';
import type { ItemAttributes } from './security';

/**
 * Reads what `find-generic-password` and `find-internet-password` print without `-w` and `-g`: the attributes of one item,
 * nothing of its secret.
 *
 * @returns `garbled` unless the keychain, the class and whichever of account and times it names can be read.
 */
export const parseItemAttributes = (
  stdout: string,
  itemClass: 'genp' | 'inet' = 'genp',
): Outcome<ItemAttributes, 'garbled'> => {
  const lines = stdout.split('\n').map((line) => line.trim());
  const after = (start: string): string | undefined =>
    lines.find((line) => line.startsWith(start))?.slice(start.length);
  const keychain = parseQuotedValue(after('keychain: ') ?? '');
  if (!keychain.ok || keychain.value === null) return garbled('without a keychain');
  if (after('class: ') !== `"${itemClass}"`) return garbled('of another class');
  // A text of no length is printed as nothing at all, without quotes (SecurityTool `print_buffer`); gh has such accounts.
  const accountText = after('"acct"<blob>=') ?? '<NULL>';
  const account = parseQuotedValue(accountText === '' ? '""' : accountText);
  if (!account.ok) return account;
  const createdAt = parseTime(after('"cdat"<timedate>=') ?? '<NULL>');
  if (!createdAt.ok) return createdAt;
  const modifiedAt = parseTime(after('"mdat"<timedate>=') ?? '<NULL>');
  if (!modifiedAt.ok) return modifiedAt;
  return success({
    keychainPath: keychain.value,
    // Some programs store the NUL that ends a text in C along with it.
    account: account.value === null ? null : account.value.replace(/\0+$/, ''),
    createdAt: createdAt.value,
    modifiedAt: modifiedAt.value,
  });
};

const garbled = (what: string) => failure('garbled', `The security tool printed an item ${what}.`);

/** `YYYYMMDDHHMMSSZ` and a NUL, UTC; to milliseconds since 1970. */
const parseTime = (printed: string): Outcome<number | null, 'garbled'> => {
  const text = parseQuotedValue(printed);
  if (!text.ok || text.value === null) return text as Outcome<null, 'garbled'>;
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z\0?$/.exec(text.value);
  if (!match) return garbled('with a time that is none');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  const time = Date.UTC(year, month - 1, day, hour, minute, second);
  const isSame = isoTime(time).replace(/[-T:]|\.000/g, '') === text.value.replace('\0', '');
  return isSame ? success(time) : garbled('with a time that is none');
};

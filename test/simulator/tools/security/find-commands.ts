import { preferencesIn, readItems } from '../../keychain-store';
import type { KeychainItem } from '../../mac-plan';
import { osStatus } from '../../os-status';
import { decrypt } from '../../securityd';
import { complain, print, type ToolCall } from '../../tool-call';
import { getopt, type Options } from './getopt';
import { itemAttributes } from './item-attributes';
import { actor, failed, keychainNamed, makeUnlocked, usage } from './keychain-argument';
import { printedBytes, printedPassword } from './print-buffer';

export interface FoundItem {
  readonly keychain: string;
  readonly item: KeychainItem;
}

const matches = (item: KeychainItem, { values }: Options): boolean => {
  const wanted: readonly (readonly [string | undefined, string | null])[] = [
    [values.s, item.service],
    [values.a, item.account],
    [values.l, item.label],
    ...(item.itemClass === 'inet'
      ? ([
          [values.r, item.protocol],
          [values.p, item.path],
          [values.P, String(item.port)],
        ] as const)
      : []),
  ];
  return wanted.every(([value, has]) => value === undefined || value === has);
};

/** The first item that fits, in the keychains named or in the search list. Lock states do not matter for looking. */
export const findItem = (
  call: ToolCall,
  itemClass: KeychainItem['itemClass'],
  options: Options,
): FoundItem | undefined => {
  const keychains =
    options.rest.length > 0
      ? options.rest.map((name) => keychainNamed(call, name) ?? '')
      : preferencesIn(call.mac, call.session).searchList;
  return keychains
    .flatMap((keychain) => readItems(call.mac.root, keychain).map((item) => ({ keychain, item })))
    .find(({ item }) => item.itemClass === itemClass && matches(item, options));
};

const find = async (call: ToolCall, itemClass: KeychainItem['itemClass'], options: Options | null): Promise<number> => {
  if (!options || options.letters.has('h')) return usage;
  const found = findItem(call, itemClass, options);
  if (!found) return failed('SecKeychainSearchCopyNext', osStatus.itemNotFound);
  const { keychain, item } = found;
  const onlyPassword = options.letters.has('w');
  if (!onlyPassword && !options.letters.has('g')) {
    print(itemAttributes(keychain, item));
    return 0;
  }
  const status = await makeUnlocked(call, keychain);
  if (status !== 0) return failed('SecKeychainItemCopyContent', status);
  decrypt(call.mac, actor(call, keychain));
  const secret = Buffer.from(item.secretBase64, 'base64');
  if (onlyPassword) print(`${printedPassword(secret)}\n`);
  else {
    print(itemAttributes(keychain, item));
    complain(`password: ${printedBytes(secret)}\n`);
  }
  return 0;
};

export const findGenericPassword = (call: ToolCall, args: readonly string[]): Promise<number> =>
  find(call, 'genp', getopt(args, 'ha:c:C:D:G:j:l:s:wg'));

export const findInternetPassword = (call: ToolCall, args: readonly string[]): Promise<number> =>
  find(call, 'inet', getopt(args, 'ha:c:C:d:D:j:l:p:P:r:s:t:wg'));

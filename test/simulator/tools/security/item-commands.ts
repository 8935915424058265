import { readItems, writeItems } from '../../keychain-store';
import type { KeychainItem } from '../../mac-plan';
import { osStatus } from '../../os-status';
import { useKey } from '../../securityd';
import { complain, print, type ToolCall } from '../../tool-call';
import { findItem } from './find-commands';
import { getopt, type Options } from './getopt';
import { itemAttributes } from './item-attributes';
import { actor, checkKeychain, failed, keychainNamed, makeUnlocked, nameOf, usage } from './keychain-argument';
import { askForPassword } from './standard-input';

/** The secret as given: `-w` or `-p` as text, `-X` as hexadecimal digits, a bare `-w` asks for it twice. */
const secretOf = async (call: ToolCall, { letters, values }: Options): Promise<Buffer | null> => {
  if (values.X !== undefined) {
    return /^([\da-f]{2})*$/i.test(values.X) ? Buffer.from(values.X, 'hex') : null;
  }
  const text = values.w ?? values.p;
  if (text !== undefined || !letters.has('w')) return Buffer.from(text ?? '');
  const password = await askForPassword(call, 'password data for new item: ');
  const again = await askForPassword(call, 'retype password for new item: ');
  return password === again ? Buffer.from(password) : null;
};

/** Encrypting uses the key: the keychain must be unlocked, and its timer restarts. */
export const addGenericPassword = async (call: ToolCall, args: readonly string[]): Promise<number> => {
  const options = getopt(args, 'ha:c:C:D:G:j:l:p:s:w?X:AT:U');
  if (!options || options.letters.has('h') || options.rest.length > 1) return usage;
  const { a: account, s: service, l: label } = options.values;
  if (account === undefined || service === undefined) return usage;
  const secret = await secretOf(call, options);
  if (secret === null) return usage;
  const path = keychainNamed(call, options.rest[0]);
  const where = options.rest[0] === undefined ? '<default>' : nameOf(call, options.rest[0]);
  const status = checkKeychain(call, path) || (await makeUnlocked(call, path ?? ''));
  if (status !== 0) return failed(`SecKeychainItemCreateFromContent (${where})`, status);
  const keychain = path ?? '';
  const now = call.mac.now();
  const items = readItems(call.mac.root, keychain);
  const isSame = (item: KeychainItem) =>
    item.itemClass === 'genp' && item.service === service && item.account === account;
  const existing = items.find(isSame);
  if (existing && !options.letters.has('U'))
    return failed(`SecKeychainItemCreateFromContent (${where})`, osStatus.duplicateItem);
  const item: KeychainItem = {
    itemClass: 'genp',
    service,
    account,
    accountHex: null,
    label: label ?? existing?.label ?? service,
    secretBase64: secret.toString('base64'),
    createdAtMs: existing?.createdAtMs ?? now,
    modifiedAtMs: now,
    protocol: null,
    path: null,
    port: 0,
  };
  const updated = existing ? items.map((other) => (isSame(other) ? item : other)) : [...items, item];
  writeItems(call.mac, keychain, updated);
  useKey(call.mac, actor(call, keychain));
  return 0;
};

/** Deleting decrypts nothing and works while locked. */
export const deleteGenericPassword = (call: ToolCall, args: readonly string[]): number => {
  const options = getopt(args, 'ha:c:C:D:G:j:l:s:');
  if (!options || options.letters.has('h')) return usage;
  const found = findItem(call, 'genp', options);
  if (!found) return failed('SecKeychainSearchCopyNext', osStatus.itemNotFound);
  const { keychain, item } = found;
  print(itemAttributes(keychain, item));
  const isGone = (other: KeychainItem) =>
    other.itemClass === 'genp' && other.service === item.service && other.account === item.account;
  writeItems(
    call.mac,
    keychain,
    readItems(call.mac.root, keychain).filter((other) => !isGone(other)),
  );
  complain('password has been deleted.\n');
  return 0;
};

import { addKeychain, readPreferences, removeKeychain, whatIsThere, writePreferences } from '../../keychain-store';
import { osStatus } from '../../os-status';
import { lock, unlock } from '../../securityd';
import { complain, pause, type ToolCall } from '../../tool-call';
import { getopt } from './getopt';
import { actor, checkKeychain, failed, keychainNamed, nameOf, usage } from './keychain-argument';
import { askForPassword } from './standard-input';

/** What macOS gives every new keychain but the login one. */
const newSettings = { lockOnSleep: true, idleTimeoutSeconds: 300 };

/** In ~/Library/Keychains a new keychain gets the ending `-db`, whatever name was asked for. */
const pathForNew = (call: ToolCall, name: string): string => {
  const path = keychainNamed(call, name) ?? name;
  const isMoved = path.startsWith(`${call.mac.plan.user.home}/Library/Keychains/`) && !path.endsWith('-db');
  return isMoved ? `${path}-db` : path;
};

/** Makes the keychain, unlocked in this session, and adds it to the search list. */
export const createKeychain = async (call: ToolCall, args: readonly string[]): Promise<number> => {
  const options = getopt(args, 'hp:P');
  if (!options || options.letters.has('h') || options.rest.length === 0 || options.rest.includes('')) return usage;
  const password = options.values.p ?? (await askForPassword(call, 'password for new keychain: '));
  if (
    options.values.p === undefined &&
    password !== (await askForPassword(call, 'retype password for new keychain: '))
  ) {
    complain("passwords don't match\n");
    return 1;
  }
  for (const name of options.rest) {
    const path = pathForNew(call, name);
    if (whatIsThere(call.mac.root, path) !== 'nothing')
      return failed(`SecKeychainCreate ${nameOf(call, name)}`, osStatus.duplicateKeychain);
    addKeychain(call.mac, { path, password, items: [], ...newSettings });
    unlock(call.mac, actor(call, path));
    const preferences = readPreferences(call.mac.root);
    writePreferences(call.mac.root, {
      ...preferences,
      searchList: [...preferences.searchList, path],
      standard: preferences.standard ?? path,
    });
  }
  return 0;
};

export const deleteKeychain = (call: ToolCall, args: readonly string[]): number => {
  const options = getopt(args, 'h');
  if (!options || options.letters.has('h') || options.rest.length === 0) return usage;
  for (const name of options.rest) {
    const path = keychainNamed(call, name);
    const status = checkKeychain(call, path);
    if (path === null || status !== 0) return failed(`SecKeychainDelete ${nameOf(call, name)}`, status);
    lock(call.mac, actor(call, path));
    removeKeychain(call.mac, path);
    const preferences = readPreferences(call.mac.root);
    writePreferences(call.mac.root, {
      ...preferences,
      searchList: preferences.searchList.filter((other) => other !== path),
      standard: preferences.standard === path ? preferences.login : preferences.standard,
    });
  }
  return 0;
};

/** On macOS 26 it can hang, and here it always does. */
export const dumpKeychain = async (call: ToolCall): Promise<number> => {
  await pause(call, 24 * 3_600_000);
  return 1;
};

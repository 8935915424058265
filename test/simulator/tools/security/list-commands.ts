import { sessionKind } from '../../audit-session';
import { type KeychainPreferences, preferencesIn, readPreferences, writePreferences } from '../../keychain-store';
import { osStatus } from '../../os-status';
import { complain, print, type ToolCall } from '../../tool-call';
import { getopt, type Options } from './getopt';
import { failed, keychainNamed, usage } from './keychain-argument';

const domains = ['user', 'system', 'common', 'dynamic'];

/** The user's domain is the only one that holds something here. */
const readOptions = (args: readonly string[]): Options | null => {
  const options = getopt(args, 'd:hs');
  if (!options || options.letters.has('h')) return null;
  const { d } = options.values;
  if (d === undefined || domains.some((domain) => domain.startsWith(d))) return options;
  complain(`security: Invalid domain: ${d}\n`);
  return null;
};

const isUsers = ({ values }: Options): boolean => values.d === undefined || 'user'.startsWith(values.d);

/** Without `-d`, what programs of this session see. */
const preferencesFor = ({ mac, session }: ToolCall, { values }: Options): KeychainPreferences =>
  values.d === undefined ? preferencesIn(mac, session) : readPreferences(mac.root);

const printPath = (path: string): void => print(`    "${path}"\n`);

const pathsOf = (call: ToolCall, names: readonly string[]): readonly string[] =>
  names.map((name) => keychainNamed(call, name)).filter((path) => path !== null);

export const listKeychains = (call: ToolCall, args: readonly string[]): number => {
  const options = readOptions(args);
  if (!options) return usage;
  const preferences = preferencesFor(call, options);
  if (options.letters.has('s')) {
    if (isUsers(options)) setSearchList(call, options, pathsOf(call, options.rest));
    return 0;
  }
  if (options.rest.length > 0) return usage;
  if (isUsers(options)) preferences.searchList.forEach(printPath);
  return 0;
};

const setSearchList = ({ mac, session }: ToolCall, { values }: Options, searchList: readonly string[]): void => {
  const isInitial = values.d === undefined && sessionKind(mac.plan, session) === 'initial';
  const changed = isInitial ? { initialSearchList: searchList } : { searchList };
  writePreferences(mac.root, { ...readPreferences(mac.root), ...changed });
};

export const defaultKeychain = (call: ToolCall, args: readonly string[]): number => {
  const options = readOptions(args);
  if (!options || options.rest.length > 1) return usage;
  const preferences = preferencesFor(call, options);
  if (options.letters.has('s')) {
    writePreferences(call.mac.root, {
      ...readPreferences(call.mac.root),
      standard: pathsOf(call, options.rest)[0] ?? null,
    });
    return 0;
  }
  if (options.rest.length > 0) return usage;
  if (preferences.standard === null) return failed('SecKeychainCopyDefault', osStatus.noDefaultKeychain);
  printPath(preferences.standard);
  return 0;
};

/** `-s` is in the usage text and has never done anything but fail. */
export const loginKeychain = (call: ToolCall, args: readonly string[]): number => {
  const options = readOptions(args);
  if (!options || options.rest.length > 1) return usage;
  if (options.letters.has('s')) return 1;
  if (options.rest.length > 0) return usage;
  const { login } = preferencesFor(call, options);
  if (login === null) return failed('SecKeychainCopyLogin', osStatus.noDefaultKeychain);
  printPath(login);
  return 0;
};

import { askForPassword as askInDialog } from '../../dialogs';
import { isPassword } from '../../keychain-store';
import { hasGraphicAccess } from '../../mac';
import { osStatus } from '../../os-status';
import { lock, lockAll, lockState, unlock, writeSettings } from '../../securityd';
import { complain, type ToolCall } from '../../tool-call';
import { getopt } from './getopt';
import { actor, checkKeychain, failed, keychainNamed, makeUnlocked, nameOf, usage } from './keychain-argument';
import { askForPassword } from './standard-input';

const neverSeconds = 2_147_483_647;

/** One keychain at most, and not an empty name. */
const isOneName = (rest: readonly string[]): boolean => rest.length <= 1 && rest[0] !== '';

/** Unlocks first, so it asks; but it uses no key and leaves the timer alone. The line goes to stderr. */
export const showKeychainInfo = async (call: ToolCall, args: readonly string[]): Promise<number> => {
  if (!isOneName(args)) return usage;
  const path = keychainNamed(call, args[0]);
  const status = checkKeychain(call, path) || (await makeUnlocked(call, path ?? ''));
  if (status !== 0) return failed(`SecKeychainCopySettings ${nameOf(call, args[0])}`, status);
  const { lockOnSleep, idleTimeoutSeconds } = lockState(call.mac, call.session, path ?? '');
  const timeout = idleTimeoutSeconds === null ? 'no-timeout' : `timeout=${idleTimeoutSeconds}s`;
  complain(`Keychain "${nameOf(call, args[0])}"${lockOnSleep ? ' lock-on-sleep' : ''} ${timeout}\n`);
  return 0;
};

export const unlockKeychain = async (call: ToolCall, args: readonly string[]): Promise<number> => {
  const options = getopt(args, 'hp:u');
  if (!options || options.letters.has('h') || !isOneName(options.rest)) return usage;
  const [name] = options.rest;
  const usesPassword = !options.letters.has('u');
  const prompt = `password to unlock ${name === undefined ? 'default' : nameOf(call, name)}: `;
  const password = usesPassword ? (options.values.p ?? (await askForPassword(call, prompt))) : '';
  const path = keychainNamed(call, name);
  const status = checkKeychain(call, path) || (await unlockWith(call, path ?? '', usesPassword ? password : null));
  return failed(`SecKeychainUnlock ${nameOf(call, name)}`, status);
};

/** An unlocked keychain takes any password: exit 0 is no proof that it was the right one. */
const unlockWith = async (call: ToolCall, path: string, password: string | null): Promise<number> => {
  if (!lockState(call.mac, call.session, path).isLocked) return 0;
  if (password === null) {
    if (!hasGraphicAccess(call.mac.plan, call.session)) return osStatus.interactionNotAllowed;
    return askInDialog(call, actor(call, path));
  }
  if (!isPassword(call.mac.root, path, password)) return osStatus.authFailed;
  unlock(call.mac, actor(call, path));
  return 0;
};

export const lockKeychain = (call: ToolCall, args: readonly string[]): number => {
  const options = getopt(args, 'ah');
  if (!options || options.letters.has('h') || !isOneName(options.rest)) return usage;
  if (options.letters.has('a')) {
    if (options.rest.length > 0) return usage;
    lockAll(call.mac, { session: call.session, by: 'security lock-keychain' });
    return 0;
  }
  const path = keychainNamed(call, options.rest[0]);
  const status = checkKeychain(call, path);
  if (status === 0) lock(call.mac, actor(call, path ?? ''));
  return failed(`SecKeychainLock ${nameOf(call, options.rest[0])}`, status);
};

/** C's `atoi` into the field, an unsigned 32-bit number: no digits are 0, a minus sign makes it very large. */
const secondsOf = (text: string): number => {
  const digits = /^\s*([+-]?\d+)/.exec(text)?.[1];
  return digits === undefined ? 0 : Number(BigInt.asUintN(32, BigInt(digits)));
};

/** Always writes both values: what is not named is switched off. `-u` alone does nothing. */
export const setKeychainSettings = async (call: ToolCall, args: readonly string[]): Promise<number> => {
  const options = getopt(args, 'hlt:u');
  if (!options || options.letters.has('h') || !isOneName(options.rest)) return usage;
  const seconds = options.values.t === undefined ? neverSeconds : secondsOf(options.values.t);
  const path = keychainNamed(call, options.rest[0]);
  const status = checkKeychain(call, path) || (await makeUnlocked(call, path ?? ''));
  if (status === 0) {
    writeSettings(call.mac, actor(call, path ?? ''), {
      lockOnSleep: options.letters.has('l'),
      idleTimeoutSeconds: seconds === neverSeconds ? null : seconds,
    });
  }
  return failed(`SecKeychainSetSettings ${nameOf(call, options.rest[0])}`, status);
};

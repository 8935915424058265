import { existsSync } from 'node:fs';
import { askForPassword } from '../../dialogs';
import { preferencesIn, whatIsThere } from '../../keychain-store';
import { hasGraphicAccess } from '../../mac';
import { asMacPath } from '../../mac-files';
import { errorSentence, osStatus } from '../../os-status';
import { type Actor, lockState } from '../../securityd';
import { complain, type ToolCall } from '../../tool-call';

/** Shown after the command's name when the arguments are wrong. */
export const usage = 2;

/** How a message names the keychain: as it was given, `<NULL>` for the default one. */
export const nameOf = ({ mac }: ToolCall, argument: string | undefined): string =>
  argument === undefined ? '<NULL>' : asMacPath(mac.root, argument);

/**
 * The keychain that an argument means: absolute, or a name in ~/Library/Keychains. There a file that macOS has moved to
 * `…-db` answers to its old name too (`StorageManager::mungeDLDbIdentifier`).
 *
 * @returns null when nothing is given and there is no default keychain
 */
export const keychainNamed = ({ mac, session }: ToolCall, argument: string | undefined): string | null => {
  if (argument === undefined) return preferencesIn(mac, session).standard;
  const given = asMacPath(mac.root, argument);
  const folder = `${mac.plan.user.home}/Library/Keychains/`;
  const path = given.startsWith('/') ? given : folder + given;
  const isMoved = path.startsWith(folder) && !existsSync(mac.root + path) && existsSync(`${mac.root}${path}-db`);
  return isMoved ? `${path}-db` : path;
};

export const actor = (call: ToolCall, keychain: string): Actor => ({
  session: call.session,
  keychain,
  by: `security ${call.args[0] ?? ''}`,
});

/** @returns 0 when there is a keychain to work with */
export const checkKeychain = (call: ToolCall, path: string | null): number => {
  if (path === null) return osStatus.noDefaultKeychain;
  const found = whatIsThere(call.mac.root, path);
  if (found === 'nothing') return osStatus.noSuchKeychain;
  return found === 'a-keychain' ? 0 : osStatus.invalidKeychain;
};

/** What securityd does before anything that needs the key: nothing when unlocked, a dialog on the desktop, else -25308. */
export const makeUnlocked = async (call: ToolCall, path: string): Promise<number> => {
  if (!lockState(call.mac, call.session, path).isLocked) return 0;
  if (!hasGraphicAccess(call.mac.plan, call.session)) return osStatus.interactionNotAllowed;
  return askForPassword(call, actor(call, path));
};

/** `security: SecKeychainUnlock /path: The …`, and the status to return. */
export const failed = (what: string, status: number): number => {
  if (status !== 0) complain(`security: ${what}: ${errorSentence(status)}\n`);
  return status;
};

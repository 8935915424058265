import type { Credential } from '../../core/words/credential';
import type { ItemAnswer } from '../common/item-lookup';

type Told = Pick<Credential, 'store' | 'overSsh' | 'status' | 'reason'>;

/**
 * The key with which an Electron app encrypts what it stores: an item called after the app, read when the app starts
 * (electron `shell/browser/electron_browser_main_parts.cc`). The app runs on the desktop, so an SSH login that sees the
 * keychain locked is nothing to it.
 */
export const keptWithSafeStorage = (app: string, service: string, answer: ItemAnswer): Told => {
  if (answer.kind === 'unknown') {
    const reason = `The keychain could not be searched for "${service}". ${answer.reason}`;
    return { store: 'unknown', overSsh: 'unknown', status: 'unknown', reason };
  }
  if (answer.kind === 'none') {
    const reason = `${app} has no item "${service}" in the keychain, so it has stored no login that way.`;
    return { store: 'none', overSsh: 'unknown', status: 'unknown', reason };
  }
  const place = answer.isInLoginKeychain ? 'the login keychain' : answer.keychainPath;
  return {
    store: answer.isInLoginKeychain ? 'login-keychain' : 'other-keychain',
    overSsh: 'survives',
    status: 'unknown',
    reason: `${app} reads the item "${service}" in ${place} when it starts on the desktop, which SSH logins have no part in; no end date on disk.`,
  };
};

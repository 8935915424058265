import type { Credential } from '../core/snapshot';
import type { ItemAnswer } from './item-lookup';

/** What is said of one login. `does` is the sentence without its subject and its full stop: "uses /a/file, which …". */
export type Verdict = Pick<Credential, 'store' | 'overSsh' | 'status' | 'symptom'> & { readonly does: string };

type FoundItem = Extract<ItemAnswer, { kind: 'found' }>;

/** @param name the item's service or server. */
export const keptInItem = (name: string, item: FoundItem, symptom: string): Verdict => ({
  store: item.isInLoginKeychain ? 'login-keychain' : 'other-keychain',
  overSsh: 'breaks',
  status: 'unknown',
  does: `needs the item "${name}" in ${item.isInLoginKeychain ? 'the login keychain' : item.keychainPath}, which a login that sees the keychain locked cannot read`,
  symptom,
});

export const keptInFile = (path: string): Verdict => ({
  store: 'file',
  overSsh: 'survives',
  status: 'unknown',
  does: `uses ${path}, which no lock guards`,
});

export const keptInEnvironment = (variable: string): Verdict => ({
  store: 'environment',
  overSsh: 'survives',
  status: 'unknown',
  does: `uses ${variable}, set in the environment`,
});

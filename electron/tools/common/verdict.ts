import { isoTime } from '../../core/time/outside-numbers';
import type { Credential } from '../../core/words/credential';
import type { ItemAnswer } from './item-lookup';

/** What is said of one login. `does` is the sentence without its subject and its full stop: "uses /a/file, which …". */
export type Verdict = Pick<
  Credential,
  'store' | 'keychainPath' | 'overSsh' | 'status' | 'symptom' | 'mayEnterEndDate' | 'writtenAt'
> & {
  readonly does: string;
};

type FoundItem = Extract<ItemAnswer, { kind: 'found' }>;

/** @param name the item's service or server. */
export const keptInItem = (name: string, item: FoundItem, symptom: string): Verdict => ({
  ...keptIn(item),
  overSsh: 'breaks',
  status: 'unknown',
  does: `needs ${describeItem(name, item)}, which a login that sees the keychain locked cannot read`,
  symptom,
  ...writtenAt(item.modifiedAt),
});

/** Which keychain an item lies in. */
export const keptIn = ({
  isInLoginKeychain,
  keychainPath,
}: Pick<FoundItem, 'isInLoginKeychain' | 'keychainPath'>): Pick<Credential, 'store' | 'keychainPath'> =>
  isInLoginKeychain ? { store: 'login-keychain' } : { store: 'other-keychain', keychainPath };

/**
 * The same where something else may stand in for the item.
 *
 * @param standIn the end of the sentence: "; /a/file may stand in", " or /a/file"; null where nothing does.
 */
export const keptInItemOr = (name: string, item: FoundItem, symptom: string, standIn: string | null): Verdict => {
  const verdict = keptInItem(name, item, symptom);
  if (standIn === null) return verdict;
  return { ...verdict, overSsh: 'unknown', does: `needs ${describeItem(name, item)}${standIn}` };
};

const describeItem = (name: string, { isInLoginKeychain, keychainPath }: FoundItem): string =>
  `the item "${name}" in ${isInLoginKeychain ? 'the login keychain' : keychainPath}`;

/** @param modifiedAt milliseconds since 1970; left out where it was not seen. */
export const keptInFile = (path: string, modifiedAt: number | null = null): Verdict => ({
  store: 'file',
  overSsh: 'survives',
  status: 'unknown',
  does: `uses ${path}, which no lock guards`,
  ...writtenAt(modifiedAt),
});

export const keptInEnvironment = (variable: string): Verdict => ({
  store: 'environment',
  overSsh: 'survives',
  status: 'unknown',
  does: `uses ${variable}, set in the environment`,
});

/** A token of which only its service knows when it ends. */
export const endingToken = <Told extends object>(told: Told): Told & { readonly mayEnterEndDate: true } => ({
  ...told,
  mayEnterEndDate: true,
});

/** `{ writtenAt }` where it is known, for the optional member of a credential. */
export const writtenAt = (modifiedAt: number | null): { readonly writtenAt?: string } =>
  modifiedAt === null || !Number.isFinite(modifiedAt) ? {} : { writtenAt: isoTime(modifiedAt) };

import { failure } from '../../core/outcome';
import { nameOfError } from '../../core/text/name-of-error';
import { type Reading, read, unread } from '../../core/words/reading';
import type { MacDoors } from '../../system/doors';
import type { SecurityOutcome } from '../../system/keychain/security';

export interface ListedKeychain {
  readonly path: string;
  readonly isLogin: boolean;
  readonly isDefault: boolean;
}

/** The three questions of which the list is made, each on its own. Null: there is none. */
export interface KeychainListReading {
  readonly searchList: Reading<readonly string[]>;
  readonly defaultPath: Reading<string | null>;
  readonly loginPath: Reading<string | null>;
}

export const readKeychainList = async (
  doors: Pick<MacDoors, 'security' | 'readSecuritySession' | 'host' | 'fileFingerprint'>,
): Promise<KeychainListReading> => {
  const { security } = doors;
  const [searchList, byDefault, login, session] = await Promise.all([
    onItsOwn(security.listKeychains()),
    onItsOwn(security.defaultKeychain()),
    onItsOwn(security.loginKeychain()),
    doors.readSecuritySession(),
  ]);
  // In the session of daemons the tool names the system's keychain; the user's is where it always is.
  const isInitial = session.ok && session.value.initial;
  return {
    searchList: searchList.ok ? read(searchList.value) : unread(searchList.reason),
    defaultPath: pathOrNone(byDefault),
    loginPath: isInitial ? read(await usualLoginPath(doors)) : pathOrNone(login),
  };
};

/** The doors answer with data. Should one throw all the same, the two others are waited for, and not asked a second time meanwhile. */
const onItsOwn = <Value>(question: Promise<SecurityOutcome<Value>>): Promise<SecurityOutcome<Value>> =>
  question.catch((error: unknown) => failure('unrecognised', `Latchkey could not read it (${nameOfError(error)}).`));

const pathOrNone = (answer: SecurityOutcome<string>): Reading<string | null> => {
  if (answer.ok) return read(answer.value);
  return answer.code === 'no-default-keychain' || answer.code === 'no-such-keychain'
    ? read(null)
    : unread(answer.reason);
};

/**
 * The keychains that programs of this user find: the search list, the default and the login keychain, by path.
 *
 * @param loginPath where the login keychain lies, or where it usually does as long as that is not known.
 */
export const keychainsIn = (
  searchList: readonly string[],
  defaultPath: string | null,
  loginPath: string | null,
): readonly ListedKeychain[] => {
  const paths = new Set(searchList);
  for (const path of [defaultPath, loginPath]) if (path !== null) paths.add(path);
  return [...paths]
    .map((path) => ({ path, isLogin: path === loginPath, isDefault: path === defaultPath }))
    .sort((one, other) => Number(other.isLogin) - Number(one.isLogin));
};

/**
 * Where the login keychain usually lies, unless there surely is none: what can be asked before the tool has answered. Of one
 * that could not be looked for, asking will tell.
 */
export const usualLoginPath = async ({
  host,
  fileFingerprint,
}: Pick<MacDoors, 'host' | 'fileFingerprint'>): Promise<string | null> => {
  const path = `${host.homeFolder}/Library/Keychains/login.keychain-db`;
  const fingerprint = await fileFingerprint(path).catch((error: unknown) => nameOfError(error));
  return fingerprint === null ? null : path;
};

import type { MacDoors } from '../system/doors';

export interface ListedKeychain {
  readonly path: string;
  readonly isLogin: boolean;
  readonly isDefault: boolean;
}

/**
 * The keychains that programs of this user find: the search list, the default and the login keychain, by path.
 * Where the tool does not answer, what was known before stands, and before that the login keychain at its usual place.
 */
export const listKeychains = async (
  { security, host, fileFingerprint }: MacDoors,
  before: readonly ListedKeychain[],
): Promise<readonly ListedKeychain[]> => {
  const [searchList, byDefault, login] = await Promise.all([
    security.listKeychains(),
    security.defaultKeychain(),
    security.loginKeychain(),
  ]);
  const usualLogin = `${host.homeFolder}/Library/Keychains/login.keychain-db`;
  if (!searchList.ok && before.length > 0) return before;
  const loginPath = login.ok ? login.value : (await fileFingerprint(usualLogin)) === null ? null : usualLogin;
  const defaultPath = byDefault.ok ? byDefault.value : null;
  const paths = new Set(searchList.ok ? searchList.value : []);
  for (const path of [defaultPath, loginPath]) if (path !== null) paths.add(path);
  return [...paths]
    .map((path) => ({ path, isLogin: path === loginPath, isDefault: path === defaultPath }))
    .sort((one, other) => Number(other.isLogin) - Number(one.isLogin));
};

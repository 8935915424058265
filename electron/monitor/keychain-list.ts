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
  doors: MacDoors,
  before: readonly ListedKeychain[],
): Promise<readonly ListedKeychain[]> => {
  const { security } = doors;
  const [searchList, byDefault, login] = await Promise.all([
    security.listKeychains(),
    security.defaultKeychain(),
    security.loginKeychain(),
  ]);
  if (!searchList.ok && before.length > 0) return before;
  const [usual] = await usualLoginKeychain(doors);
  const loginPath = login.ok ? login.value : (usual?.path ?? null);
  const defaultPath = byDefault.ok ? byDefault.value : null;
  const paths = new Set(searchList.ok ? searchList.value : []);
  for (const path of [defaultPath, loginPath]) if (path !== null) paths.add(path);
  return [...paths]
    .map((path) => ({ path, isLogin: path === loginPath, isDefault: path === defaultPath }))
    .sort((one, other) => Number(other.isLogin) - Number(one.isLogin));
};

/** The login keychain at its usual place, where there is one: what can be asked before the tool has answered. */
export const usualLoginKeychain = async ({ host, fileFingerprint }: MacDoors): Promise<readonly ListedKeychain[]> => {
  const path = `${host.homeFolder}/Library/Keychains/login.keychain-db`;
  return (await fileFingerprint(path)) === null ? [] : [{ path, isLogin: true, isDefault: false }];
};

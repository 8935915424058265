interface WithPath {
  readonly path: string;
}

/** `login` of `/Users/alice/Library/Keychains/login.keychain-db`. */
const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.keychain(?:-db)?$/, '');

/**
 * The keychain that somebody means: by its path, or by its name with or without its ending where one alone has it.
 *
 * @returns undefined where there is none, or several of that name.
 */
export const keychainNamed = <Keychain extends WithPath>(
  keychains: readonly Keychain[],
  wanted: string,
): Keychain | undefined => {
  if (wanted.startsWith('/')) return keychains.find(({ path }) => path === wanted);
  const named = keychains.filter(({ path }) => nameOf(path) === nameOf(wanted));
  return named.length === 1 ? named[0] : undefined;
};

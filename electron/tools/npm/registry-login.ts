import { shownName } from '../common/common-credentials';

/** A login at a package registry as a file tells it, without the token, the password or the key. */
export interface RegistryLogin {
  /** Host and path, or a scope; null for the registry that is used where none is named. */
  readonly registry: string | null;
  readonly means: 'token' | 'password' | 'certificate' | 'helper' | 'wrong-kind';
  /** The variable that the secret is taken from, in place of the file. */
  readonly variable: string | null;
  /** macOS path of the client certificate. */
  readonly certificatePath: string | null;
}

export interface FoundRegistryLogin extends RegistryLogin {
  /** The file that says so; null for the environment of this process. */
  readonly path: string | null;
  /** Milliseconds since 1970. */
  readonly modifiedAt: number | null;
}

/** The variable that `${NAME}`, `${NAME?}` or `${NAME:-else}` names; what stands behind the name may be a secret. */
export const variableIn = (value: unknown): string | null =>
  typeof value === 'string' ? (/(?<!\\)\$\{([A-Za-z_]\w{0,63})(?=[?:}-])/.exec(value)?.[1] ?? null) : null;

/** Host and path of `https://host/path/` or `//host/path/`, without a user or password in front of the host. */
export const registryName = (address: unknown): string | null => {
  const name = shownName(address);
  return name === null
    ? null
    : name
        .replace(/^(?:[a-z]+:)?\/\//i, '')
        .replace(/^[^/]*@/, '')
        .replace(/[?#].*$/, '')
        .replace(/\/+$/, '') || null;
};

/** The first of each registry counts, in the order in which the program asks its sources. */
export const firstOfEach = (logins: readonly FoundRegistryLogin[]): readonly FoundRegistryLogin[] => {
  const byRegistry = new Map<string | null, FoundRegistryLogin>();
  for (const login of logins) if (!byRegistry.has(login.registry)) byRegistry.set(login.registry, login);
  return [...byRegistry.values()];
};

import type { Credential } from '../words/credential';

/**
 * The logins of the tools that are installed, those that need attention first: ended, ending soon, breaking over SSH,
 * then what is not known. Within each, the order of the snapshot stays.
 */
export const byAttention = (credentials: readonly Credential[]): readonly Credential[] =>
  credentials.filter(({ installed }) => installed).sort((one, other) => rank(one) - rank(other));

/** Tells a row of a tool's login, and its page, from all others. A certificate and the one that renews it have one name: repeats are numbered. */
export interface KeyedLogin {
  readonly key: string;
  readonly credential: Credential;
}

/** The key of the first login of this tool and account. */
export const loginKey = ({ tool, account }: Pick<Credential, 'tool' | 'account'>, repeats = 0): string =>
  `${JSON.stringify([tool, account ?? null])} ${repeats}`;

/** The same in the same order, each with its key. */
export const keyedLogins = (credentials: readonly Credential[]): readonly KeyedLogin[] => {
  const seen = new Map<string, number>();
  return byAttention(credentials).map((credential) => {
    const whose = loginKey(credential);
    const repeats = seen.get(whose) ?? 0;
    seen.set(whose, repeats + 1);
    return { key: loginKey(credential, repeats), credential };
  });
};

const rank = ({ status, overSsh }: Credential): number => {
  if (status === 'expired') return 0;
  if (status === 'expiring') return 1;
  if (overSsh === 'breaks') return 2;
  return status === 'unreadable' || overSsh === 'unknown' ? 3 : 4;
};

import { loginStatus } from '../../core/credentials/login-status';
import { parseJsonObject } from '../../core/text/json';
import type { Credential } from '../../core/words/credential';
import { shownName } from '../common/common-credentials';
import { bytesFormat, textFormat } from '../common/file-format';
import { readTextColumns } from '../formats/sqlite-table';
import { parseWrittenTime } from '../formats/written-time';

type NoLogin = { readonly kind: 'none' } | { readonly kind: 'unreadable'; readonly reason: string };

export type GcloudAccounts = NoLogin | { readonly kind: 'accounts'; readonly accounts: readonly string[] };

/** When the access tokens end, in milliseconds since 1970, by account. */
export type GcloudTokens = NoLogin | { readonly kind: 'tokens'; readonly ends: ReadonlyMap<string, number> };

/** Application default credentials: of what type, without what they hold. */
export type DefaultLogin = NoLogin | { readonly kind: 'login'; readonly type: string };

export interface GcloudSighting {
  readonly accountsPath: string;
  readonly accounts: GcloudAccounts;
  readonly tokensPath: string;
  readonly tokens: GcloudTokens;
  readonly defaultPath: string;
  readonly defaultLogin: DefaultLogin;
  /** A variable of our environment that outranks the stored login. */
  readonly override: string | null;
}

/** The accounts of `credentials.db`; what stands beside their names is not decoded. */
export const parseAccounts = (database: Buffer): GcloudAccounts => {
  const rows = readTextColumns(database, 'credentials', ['account_id']);
  if (rows === null) return { kind: 'unreadable', reason: 'it is not the database that gcloud writes' };
  return { kind: 'accounts', accounts: rows.flatMap(({ account_id: account }) => shownName(account) ?? []) };
};

/** The ends that `access_tokens.db` tells; the tokens beside them are not decoded. */
export const parseTokenEnds = (database: Buffer): GcloudTokens => {
  const rows = readTextColumns(database, 'access_tokens', ['account_id', 'token_expiry']);
  if (rows === null) return { kind: 'unreadable', reason: 'it is not the database that gcloud writes' };
  const ends = new Map(
    rows.flatMap(({ account_id: account, token_expiry: expiry }): [string, number][] => {
      const at = parseWrittenTime(expiry);
      return account === null || at === null ? [] : [[account, at]];
    }),
  );
  return { kind: 'tokens', ends };
};

const defaultTypes = ['authorized_user', 'service_account', 'external_account', 'impersonated_service_account'];

export const parseDefaultLogin = (text: string): DefaultLogin => {
  const type = text.startsWith('\uFEFF') ? undefined : parseJsonObject(text)?.type;
  if (typeof type === 'string' && defaultTypes.includes(type)) return { kind: 'login', type };
  return { kind: 'unreadable', reason: 'it is not the JSON that gcloud writes' };
};

const identity = { tool: 'gcloud', name: 'Google Cloud CLI', installed: true } as const;

/** @param now milliseconds since 1970. */
export const gcloudCredentials = (sighting: GcloudSighting, now: number): readonly Credential[] => [
  ...fromVariable(sighting.override),
  ...ofAccounts(sighting, now),
  ...(sighting.tokens.kind === 'unreadable'
    ? [unreadable('access tokens', sighting.tokensPath, sighting.tokens.reason)]
    : []),
  ...ofDefault(sighting),
];

const fromVariable = (name: string | null): readonly Credential[] =>
  name === null
    ? []
    : [
        {
          ...identity,
          account: name,
          store: 'environment',
          overSsh: 'survives',
          status: 'unknown',
          expiry: null,
          reason: `It uses ${name}, set in the environment, before any stored account.`,
        },
      ];

const ofAccounts = ({ accounts, accountsPath, tokens }: GcloudSighting, now: number): readonly Credential[] => {
  if (accounts.kind === 'none') return [];
  if (accounts.kind === 'unreadable') return [unreadable('accounts', accountsPath, accounts.reason)];
  return accounts.accounts.map((account) => ({
    ...identity,
    account,
    store: 'file',
    overSsh: 'survives',
    ...loginStatus(
      {
        accessTokenExpiresAt: (tokens.kind === 'tokens' ? tokens.ends.get(account) : null) ?? null,
        loginExpiresAt: null,
        hasRefreshToken: true,
      },
      now,
    ),
    reason: `It uses ${accountsPath}, which no lock guards. The login itself has no end date on disk.`,
    symptom: 'Reauthentication failed. cannot prompt during non-interactive execution.',
  }));
};

const ofDefault = ({ defaultLogin, defaultPath }: GcloudSighting): readonly Credential[] => {
  const account = 'application default';
  if (defaultLogin.kind === 'none') return [];
  if (defaultLogin.kind === 'unreadable') return [unreadable(account, defaultPath, defaultLogin.reason)];
  const reason = `Programs use ${defaultPath}, which no lock guards and which has no end date on disk.`;
  return [{ ...identity, account, store: 'file', overSsh: 'survives', status: 'unknown', expiry: null, reason }];
};

const unreadable = (account: string, path: string, reason: string): Credential => ({
  ...identity,
  account,
  store: 'file',
  overSsh: 'unknown',
  status: 'unreadable',
  expiry: null,
  reason: `${path} cannot be read: ${reason}.`,
});

export const gcloudAccountsFormat = bytesFormat({
  name: 'gcloud-accounts',
  syntax: 'binary',
  largestBytes: 4096 * 1024,
  parse: parseAccounts,
});

export const gcloudTokensFormat = bytesFormat({
  name: 'gcloud-tokens',
  syntax: 'binary',
  largestBytes: 4096 * 1024,
  parse: parseTokenEnds,
});

export const gcloudDefaultFormat = textFormat({
  name: 'gcloud-default',
  syntax: 'json',
  largestBytes: 64 * 1024,
  parse: parseDefaultLogin,
});

import { loginStatus } from '../../core/credentials/login-status';
import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, type JsonObject, parseJsonObject } from '../../core/text/json';
import { outsideSeconds } from '../../core/time/outside-numbers';
import type { Credential } from '../../core/words/credential';
import { shownName } from '../common/common-credentials';
import { settingsFormat, textFormat } from '../common/file-format';
import type { ItemAnswer } from '../common/item-lookup';
import { keptInItem } from '../common/verdict';
import { parseIniSections } from '../formats/ini-sections';

/** An account of the token cache, without its tokens. */
interface AzureLogin {
  readonly account: string;
  /** Milliseconds since 1970: the end of its newest access token; null when there is none. */
  readonly accessTokenExpiresAt: number | null;
  readonly hasRefreshToken: boolean;
}

export type AzureLogins =
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'logins'; readonly logins: readonly AzureLogin[] };

export interface AzureSighting {
  readonly cachePath: string;
  readonly principalsPath: string;
  readonly logins: AzureLogins;
  readonly principals: AzureLogins;
  readonly isEncrypted: boolean;
  readonly service: string;
  readonly item: ItemAnswer;
}

/** More than are shown; a service principal's own may be among them. */
const mostLogins = 1_000;

/** Reads MSAL's token cache: accounts, expiry numbers and whether there are refresh tokens. */
export const parseAzureLogins = (text: string): AzureLogins => {
  const cache = text.startsWith('\uFEFF') ? null : parseJsonObject(text);
  if (cache === null) return { kind: 'unreadable', reason: 'it is not the JSON that MSAL writes' };
  const [accessTokens, refreshTokens, accounts] = ['AccessToken', 'RefreshToken', 'Account'].map((part) =>
    entriesOf(cache[part]),
  );
  if (!accessTokens || !refreshTokens || !accounts) {
    return { kind: 'unreadable', reason: 'it holds values of the wrong kind' };
  }
  const names = new Map(
    accounts.map((entry) => [idOf(entry), typeof entry.username === 'string' ? entry.username : '']),
  );
  const ids = new Set([...accounts, ...accessTokens, ...refreshTokens].map(idOf));
  const ends = newestEnds(accessTokens);
  const withRefreshToken = new Set(refreshTokens.map(idOf));
  const logins = [...ids].slice(0, mostLogins).map((id) => ({
    account: shownName(names.get(id)) ?? shownName(id) ?? 'unnamed',
    accessTokenExpiresAt: ends.get(id) ?? null,
    hasRefreshToken: withRefreshToken.has(id),
  }));
  return { kind: 'logins', logins };
};

/** Service principals lie in a list beside the cache, with their secrets, which have no end there. */
export const parsePrincipals = (text: string): AzureLogins => {
  const listed = text.startsWith('\uFEFF') ? null : parseJsonObject(`{"entries":${text}}`);
  if (!Array.isArray(listed?.entries))
    return { kind: 'unreadable', reason: 'it is not the list that Azure CLI writes' };
  const logins = listed.entries
    .filter(isJsonObject)
    .flatMap(({ client_id: id }) =>
      shownName(id) !== null
        ? [{ account: shownName(id) ?? 'unnamed', accessTokenExpiresAt: null, hasRefreshToken: false }]
        : [],
    );
  return { kind: 'logins', logins };
};

/** Whether `config` has the token cache encrypted; null when it does not say. */
export const parseIsEncrypted = (text: string): Outcome<boolean | null> => {
  const sections = parseIniSections(text, { kept: ['encrypt_token_cache'] });
  if (sections === null) return failure('garbled', 'it is not what Azure CLI reads');
  const value = sections.get('core')?.get('encrypt_token_cache');
  return success(value === undefined ? null : /^(?:1|yes|true|on)$/i.test(value));
};

/** @returns null when it is no object of objects; what is missing is empty. */
const entriesOf = (part: unknown): readonly JsonObject[] | null => {
  if (part === undefined) return [];
  if (!isJsonObject(part)) return null;
  const entries = Object.values(part);
  return entries.every(isJsonObject) ? entries : null;
};

/** Tokens of service principals and managed identities belong to a client, not to an account. */
const idOf = ({ home_account_id: account, client_id: client }: JsonObject): string =>
  [account, client].find((id): id is string => typeof id === 'string' && id !== '') ?? 'unnamed';

/** Of each account's tokens the end of the last one. */
const newestEnds = (tokens: readonly JsonObject[]): ReadonlyMap<string, number> => {
  const ends = new Map<string, number>();
  for (const token of tokens) {
    const end = outsideSeconds(token.expires_on);
    if (end !== null) ends.set(idOf(token), Math.max(end, ends.get(idOf(token)) ?? 0));
  }
  return ends;
};

const identity = { tool: 'azure', name: 'Azure CLI', installed: true } as const;

/** @param now milliseconds since 1970. */
export const azureCredentials = (sighting: AzureSighting, now: number): readonly Credential[] => {
  const { item, service, isEncrypted, cachePath, principalsPath } = sighting;
  if (item.kind === 'found') {
    const { does, ...told } = keptInItem(service, item, 'User interaction is not allowed. (-25308)');
    return [{ ...identity, ...told, expiry: null, reason: `Azure CLI ${does}.` }];
  }
  if (item.kind === 'unknown' && (isEncrypted || sighting.logins.kind === 'none')) {
    const reason = `The keychain could not be searched. ${item.reason}`;
    return [{ ...identity, store: 'unknown', overSsh: 'unknown', status: 'unknown', expiry: null, reason }];
  }
  const found = [
    ...inFile(isEncrypted ? { kind: 'none' } : withoutPrincipals(sighting), cachePath, now),
    ...inFile(isEncrypted ? { kind: 'none' } : sighting.principals, principalsPath, now),
  ];
  return found.length > 0 ? found : [signedOut];
};

/** A service principal's cached token is no login of its own: the secret in the other file renews it. */
const withoutPrincipals = ({ logins, principals }: AzureSighting): AzureLogins => {
  if (logins.kind !== 'logins' || principals.kind !== 'logins') return logins;
  const names = new Set(principals.logins.map(({ account }) => account));
  return { ...logins, logins: logins.logins.filter(({ account }) => !names.has(account)) };
};

const signedOut: Credential = {
  ...identity,
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  expiry: null,
  reason: 'No login is stored. Run az login.',
};

const inFile = (logins: AzureLogins, path: string, now: number): readonly Credential[] => {
  if (logins.kind === 'none') return [];
  if (logins.kind === 'unreadable') {
    const reason = `${path} cannot be read: ${logins.reason}.`;
    return [{ ...identity, store: 'file', overSsh: 'unknown', status: 'unreadable', expiry: null, reason }];
  }
  return logins.logins.map(({ account, accessTokenExpiresAt, hasRefreshToken }) => ({
    ...identity,
    account,
    store: 'file',
    overSsh: 'survives',
    ...loginStatus({ accessTokenExpiresAt, loginExpiresAt: null, hasRefreshToken }, now),
    reason: `It uses ${path}, which no lock guards. The login itself has no end date on disk.`,
  }));
};

export const azureCacheFormat = textFormat({
  name: 'azure-cache',
  syntax: 'json',
  largestBytes: 2048 * 1024,
  parse: parseAzureLogins,
});

export const azurePrincipalsFormat = textFormat({
  name: 'azure-principals',
  syntax: 'json',
  largestBytes: 256 * 1024,
  parse: parsePrincipals,
});

export const azureConfigFormat = settingsFormat({
  name: 'azure-config',
  syntax: 'lines',
  largestBytes: 64 * 1024,
  parse: parseIsEncrypted,
});

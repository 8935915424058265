import type * as Ini from 'ini';
import { failure, type Outcome, success } from '../../core/outcome';
import { settingsFormat } from '../common/file-format';
import { loadLibrary } from '../formats/load-library';
import { type RegistryLogin, registryName, variableIn } from './registry-login';

type Settings = Readonly<Record<string, unknown>>;

/**
 * The logins of an `.npmrc`, an `auth.ini` or an `rc` file: `//host/path/:_authToken=…` and its siblings, and those without
 * a registry that older versions wrote.
 *
 * @returns a failure whose reason quotes nothing when a line of a login is cut short.
 */
export const parseNpmrcLogins = (text: string): Outcome<readonly RegistryLogin[]> => {
  try {
    const settings: Settings = loadLibrary<typeof Ini>('ini').parse(text);
    const isCutShort = (key: string) => key.startsWith('//') && settings[key] === true;
    if (Object.keys(settings).some(isCutShort)) return failure('cut-short', 'a line of a login is cut short');
    return success(loginsIn(settings));
  } catch {
    return failure('no-ini', 'it is not the INI text that it should be');
  }
};

/** What follows the registry and its last colon. */
const loginKey = /^(?:\/\/(.+):)?(_authToken|_auth|username|_password|certfile|keyfile|tokenHelper)$/;
const variablePrefix = /^p?npm_config_(?=\/\/)/i;

/** The logins that variables like `npm_config_//host/:_authToken` hold. */
export const environmentLogins = (environment: Settings): readonly RegistryLogin[] =>
  loginsIn(
    Object.fromEntries(
      Object.keys(environment)
        .filter((name) => variablePrefix.test(name))
        .map((name) => [name.replace(variablePrefix, ''), environment[name]]),
    ),
  );

const loginsIn = (settings: Settings): readonly RegistryLogin[] => {
  const byRegistry = new Map<string, Map<string, unknown>>();
  for (const key of Object.keys(settings)) {
    const [, address = '', field] = loginKey.exec(key) ?? [];
    const registry = withoutLastSlashes(address);
    const value = settings[key];
    if (field === undefined || value === '' || value === undefined || value === null) continue;
    const fields = byRegistry.get(registry) ?? new Map();
    byRegistry.set(registry, fields.set(field, value));
  }
  return [...byRegistry].flatMap(([registry, fields]) => loginOf(registryName(registry), fields) ?? []);
};

/** No pattern: those try each of the slashes anew. */
const withoutLastSlashes = (address: string): string => {
  let end = address.length;
  while (address[end - 1] === '/') end -= 1;
  return address.slice(0, end);
};

const loginOf = (registry: string | null, fields: ReadonlyMap<string, unknown>): RegistryLogin | null => {
  const secrets = [fields.get('_authToken'), fields.get('_auth'), fields.get('_password')];
  const isWrong = [...fields.values()].some((value) => typeof value !== 'string');
  const variable = secrets.map(variableIn).find((name) => name !== null) ?? null;
  const certificate = fields.get('certfile');
  const certificatePath = typeof certificate === 'string' ? certificate : null;
  const login = { registry, variable, certificatePath };
  if (isWrong) return { ...login, means: 'wrong-kind' };
  if (fields.has('tokenHelper')) return { ...login, means: 'helper' };
  if (fields.has('_authToken')) return { ...login, means: 'token' };
  if (fields.has('_auth') || (fields.has('username') && fields.has('_password')))
    return { ...login, means: 'password' };
  return fields.has('certfile') && fields.has('keyfile') ? { ...login, means: 'certificate' } : null;
};

export const npmrcFormat = settingsFormat({
  name: 'npmrc',
  syntax: 'lines',
  largestBytes: 64 * 1024,
  parse: parseNpmrcLogins,
});

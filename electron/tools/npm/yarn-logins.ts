import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject, type JsonObject } from '../../core/text/json';
import { shownName } from '../common/common-credentials';
import { settingsFormat } from '../common/file-format';
import { parseYamlSettings } from '../formats/yaml-settings';
import { type RegistryLogin, registryName, variableIn } from './registry-login';

/**
 * The logins of a `.yarnrc.yml`: the one of the usual registry, those of scopes and those of other registries.
 *
 * @returns a failure whose reason quotes nothing when it is not what Yarn reads.
 */
export const parseYarnLogins = (text: string): Outcome<readonly RegistryLogin[]> => {
  const settings = parseYamlSettings(text);
  if (!settings.ok) return settings;
  const { npmRegistryServer, npmScopes, npmRegistries } = settings.value;
  if (!isGroup(npmScopes) || !isGroup(npmRegistries))
    return failure('wrong-kind', 'its npmScopes or npmRegistries are of the wrong kind');
  return success([
    ...loginOf(variableIn(npmRegistryServer) === null ? registryName(npmRegistryServer) : null, settings.value),
    ...loginsOf(npmScopes, (scope) => shownName(`@${scope}`)),
    ...loginsOf(npmRegistries, registryName),
  ]);
};

type Group = JsonObject | undefined | null;

const isGroup = (value: unknown): value is Group => value === undefined || value === null || isJsonObject(value);

const loginsOf = (group: Group, nameOf: (key: string) => string | null): readonly RegistryLogin[] =>
  Object.keys(group ?? {}).flatMap((key) => {
    const settings = group?.[key];
    return isJsonObject(settings) ? loginOf(nameOf(key), settings) : [];
  });

const loginOf = (registry: string | null, { npmAuthToken, npmAuthIdent }: JsonObject): readonly RegistryLogin[] => {
  const secrets = [npmAuthToken, npmAuthIdent].filter((value) => value !== undefined && value !== null && value !== '');
  if (secrets.length === 0) return [];
  const isWrong = secrets.some((secret) => typeof secret !== 'string');
  const usual = secrets[0] === npmAuthToken ? 'token' : 'password';
  const variable = variableIn(secrets[0]);
  return [{ registry, means: isWrong ? 'wrong-kind' : usual, variable, certificatePath: null }];
};

export const yarnFormat = settingsFormat({
  name: 'yarnrc',
  syntax: 'yaml',
  largestBytes: 64 * 1024,
  parse: parseYarnLogins,
});

import { failure, type Outcome, success } from '../core/outcome';
import { toMacPath } from '../system/mac-path';
import type { CredentialTool, ToolContext } from './credential-tool';
import { isInstalled } from './executables';
import { isJsonObject } from './json-object';
import { npmrcLimitBytes, userNpmrc } from './npm-files';
import { environmentLogins, parseNpmrcLogins } from './npmrc-logins';
import { type RegistryLogin, registryName, variableIn } from './registry-login';
import { createRegistryDescription } from './registry-tool';
import { rememberSettingsFile } from './settings-file';
import { parseYamlSettings } from './yaml-settings';

const title = { tool: 'pnpm', name: 'pnpm', symptom: 'ERR_PNPM_FETCH_401' } as const;

/**
 * pnpm's logins, one for each registry. Version 11 writes `auth.ini`, version 12.1 the `_auth` of `config.yaml`, older ones
 * `rc`; npm's own file is what it falls back to (pnpm.io/npmrc).
 */
export const createPnpm = ({ doors }: ToolContext): CredentialTool & { readonly id: 'pnpm' } => {
  const { host } = doors;
  const { XDG_CONFIG_HOME } = host.environment;
  const folder = XDG_CONFIG_HOME
    ? `${toMacPath(host, XDG_CONFIG_HOME)}/pnpm`
    : `${host.homeFolder}/Library/Preferences/pnpm`;
  const describe = createRegistryDescription(doors, title);
  const remember = (path: string, parse: (text: string) => Outcome<readonly RegistryLogin[]>) =>
    rememberSettingsFile(doors, path, npmrcLimitBytes, parse);
  const readOwn = [
    remember(`${folder}/auth.ini`, parseNpmrcLogins),
    remember(`${folder}/config.yaml`, parsePnpmConfig),
    remember(`${folder}/rc`, parseNpmrcLogins),
  ];
  const readNpmrc = remember(userNpmrc(host), parseNpmrcLogins);
  return {
    id: 'pnpm',
    name: title.name,
    folders: () => [folder],
    async look() {
      const own = await Promise.all(readOwn.map((read) => read()));
      const isConfigured = own.some(({ kind }) => kind !== 'none');
      return describe({
        installed: isConfigured || (await isInstalled(doors, 'pnpm', [folder])),
        fromEnvironment: environmentLogins(host.environment),
        files: [...own, await readNpmrc()],
        whenSignedOut: `${folder}/auth.ini and ${userNpmrc(host)} hold no login. Run pnpm login.`,
      });
    },
  };
};

/** The logins of `config.yaml`, by the registry's address; whatever stands below one is a login. */
export const parsePnpmConfig = (text: string): Outcome<readonly RegistryLogin[]> => {
  const settings = parseYamlSettings(text);
  if (!settings.ok) return settings;
  const logins = settings.value._auth;
  if (logins === undefined || logins === null) return success([]);
  if (!isJsonObject(logins)) return failure('wrong-kind', 'its _auth is of the wrong kind');
  return success(Object.keys(logins).map((address) => loginOf(registryName(address), logins[address])));
};

const loginOf = (registry: string | null, login: unknown): RegistryLogin => {
  const fields = isJsonObject(login) ? login : null;
  const values = fields === null ? [] : Object.values(fields);
  const isWrong = fields === null || values.some((value) => typeof value === 'number' || typeof value === 'boolean');
  const variable = values.map(variableIn).find((name) => name !== null) ?? null;
  const usual = fields !== null && 'tokenHelper' in fields ? 'helper' : 'token';
  return { registry, means: isWrong ? 'wrong-kind' : usual, variable, certificatePath: null };
};

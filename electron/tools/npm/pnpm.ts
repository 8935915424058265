import { failure, type Outcome, success } from '../../core/outcome';
import { isJsonObject } from '../../core/text/json';
import { toMacPath } from '../../system/mac/mac-path';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isInstalled } from '../common/executables';
import { settingsFormat } from '../common/file-format';
import { rememberSettingsFile } from '../common/settings-file';
import { parseYamlSettings } from '../formats/yaml-settings';
import { userNpmrc } from './npm-files';
import { environmentLogins, npmrcFormat } from './npmrc-logins';
import { type RegistryLogin, registryName, variableIn } from './registry-login';
import { createRegistryDescription } from './registry-tool';

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
  const readOwn = [
    rememberSettingsFile(doors, `${folder}/auth.ini`, npmrcFormat),
    rememberSettingsFile(doors, `${folder}/config.yaml`, pnpmConfigFormat),
    rememberSettingsFile(doors, `${folder}/rc`, npmrcFormat),
  ];
  const readNpmrc = rememberSettingsFile(doors, userNpmrc(host), npmrcFormat);
  return {
    id: 'pnpm',
    name: title.name,
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

export const pnpmConfigFormat = settingsFormat({
  name: 'pnpm-config',
  syntax: 'yaml',
  largestBytes: 64 * 1024,
  parse: parsePnpmConfig,
});

import type { Credential } from '../../core/words/credential';
import { toMacPath } from '../../system/mac/mac-path';
import { greatestCredentialCount, notFound, unreadableBeside } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { executablePlaces, isAnyThere } from '../common/executables';
import type { FileFormat } from '../common/file-format';
import type { ItemAnswer } from '../common/item-lookup';
import { readInFormat } from '../common/read-in-format';
import { rememberUntilFileChanges } from '../common/remembered-files';
import { rememberSettingsFile } from '../common/settings-file';
import {
  type AzureLogins,
  azureCacheFormat,
  azureConfigFormat,
  azureCredentials,
  azurePrincipalsFormat,
} from './azure-logins';

const title = { tool: 'azure', name: 'Azure CLI' } as const;

/** The item of today's versions, and the one that a coming version names (Azure/azure-cli#33849). */
const itemNames = [
  { service: 'my_service_name', account: 'my_account_name' },
  { service: 'Microsoft Azure CLI', account: 'Token cache' },
];

/** Azure CLI: a plain token cache on macOS, or the keychain where it was told to encrypt it. */
export const createAzure = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'azure' } => {
  const { host } = doors;
  const { environment, homeFolder } = host;
  const folder = toMacPath(host, environment.AZURE_CONFIG_DIR || `${homeFolder}/.azure`);
  const cachePath = `${folder}/msal_token_cache.json`;
  const principalsPath = `${folder}/service_principal_entries.json`;
  const configPath = `${folder}/config`;

  const readCache = (path: string, format: FileFormat<AzureLogins>) =>
    rememberUntilFileChanges(doors, path, async (): Promise<AzureLogins> => {
      const file = await readInFormat(host, path, format);
      return file.kind === 'parsed' ? file.value : file;
    });
  const readLogins = readCache(cachePath, azureCacheFormat);
  const readPrincipals = readCache(principalsPath, azurePrincipalsFormat);
  const readIsEncrypted = rememberSettingsFile(doors, configPath, azureConfigFormat);

  const findItem = async (): Promise<{ readonly service: string; readonly item: ItemAnswer }> => {
    for (const { service, account } of itemNames) {
      const item = await items.find({ class: 'generic', service, account });
      if (item.kind !== 'none') return { service, item };
    }
    return { service: '', item: { kind: 'none' } };
  };

  return {
    id: 'azure',
    name: 'Azure CLI',
    async look() {
      const [logins, principals, config, isInstalled] = await Promise.all([
        readLogins(),
        readPrincipals(),
        readIsEncrypted(),
        isAnyThere(doors, [...executablePlaces(host, 'az'), folder]),
      ]);
      const variable = environment.AZURE_CORE_ENCRYPT_TOKEN_CACHE;
      const isEncrypted = variable
        ? /^(?:1|yes|true|on)$/i.test(variable)
        : config.kind === 'parsed'
          ? config.value
          : null;
      // Where a plain cache is there and nothing else was chosen, no item can be the one in use.
      const asksKeychain = isInstalled && (isEncrypted === true || (isEncrypted === null && logins.kind === 'none'));
      const { service, item } = asksKeychain ? await findItem() : { service: '', item: { kind: 'none' } as const };
      const sighting = {
        cachePath,
        principalsPath,
        logins,
        principals,
        isEncrypted: isEncrypted === true,
        service,
        item,
      };
      return (now): readonly Credential[] => {
        if (!isInstalled) return [notFound(title)];
        const unreadable = config.kind === 'unreadable' ? [unreadableBeside(title, config)] : [];
        return [...unreadable, ...azureCredentials(sighting, now)].slice(0, greatestCredentialCount);
      };
    },
  };
};

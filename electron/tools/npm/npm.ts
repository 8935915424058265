import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isInstalled } from '../common/executables';
import { rememberSettingsFile } from '../common/settings-file';
import { globalNpmrcs, userNpmrc } from './npm-files';
import { environmentLogins, npmrcFormat } from './npmrc-logins';
import { createRegistryDescription } from './registry-tool';

const title = { tool: 'npm', name: 'npm', symptom: 'npm error code ENEEDAUTH' } as const;

/** npm's logins, one for each registry. They lie in `.npmrc` files; those of projects are not looked at. */
export const createNpm = ({ doors }: ToolContext): CredentialTool & { readonly id: 'npm' } => {
  const { host } = doors;
  const userFile = userNpmrc(host);
  const describe = createRegistryDescription(doors, title);
  const readers = [userFile, ...globalNpmrcs(host)].map((path) => rememberSettingsFile(doors, path, npmrcFormat));
  return {
    id: 'npm',
    name: title.name,
    async look() {
      const files = await Promise.all(readers.map((read) => read()));
      const fromEnvironment = environmentLogins(host.environment);
      const isConfigured = fromEnvironment.length > 0 || files.some(({ kind }) => kind !== 'none');
      return describe({
        installed: isConfigured || (await isInstalled(doors, 'npm', [`${host.homeFolder}/.npm`])),
        fromEnvironment,
        files,
        whenSignedOut: `${userFile} holds no login. Run npm login.`,
      });
    },
  };
};

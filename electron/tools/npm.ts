import type { CredentialTool, ToolContext } from './credential-tool';
import { isInstalled } from './executables';
import { globalNpmrcs, npmrcLimitBytes, userNpmrc } from './npm-files';
import { environmentLogins, parseNpmrcLogins } from './npmrc-logins';
import { createRegistryDescription } from './registry-tool';
import { rememberSettingsFile } from './settings-file';

const title = { tool: 'npm', name: 'npm', symptom: 'npm error code ENEEDAUTH' } as const;

/** npm's logins, one for each registry. They lie in `.npmrc` files; those of projects are not looked at. */
export const createNpm = ({ doors }: ToolContext): CredentialTool & { readonly id: 'npm' } => {
  const { host } = doors;
  const userFile = userNpmrc(host);
  const describe = createRegistryDescription(doors, title);
  const readers = [userFile, ...globalNpmrcs(host)].map((path) =>
    rememberSettingsFile(doors, path, npmrcLimitBytes, parseNpmrcLogins),
  );
  return {
    id: 'npm',
    name: title.name,
    folders: () => [],
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

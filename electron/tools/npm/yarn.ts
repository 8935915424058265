import { fromEnvironment } from '../common/common-credentials';
import type { CredentialTool, DescribeCredentials, ToolContext } from '../common/credential-tool';
import { isInstalled } from '../common/executables';
import { rememberSettingsFile } from '../common/settings-file';
import { endingToken } from '../common/verdict';
import { userNpmrc } from './npm-files';
import { npmrcFormat } from './npmrc-logins';
import { createRegistryDescription, type RegistryFile } from './registry-tool';
import { yarnFormat } from './yarn-logins';

const title = { tool: 'yarn', name: 'Yarn', symptom: 'YN0041: Invalid authentication' } as const;
const variables = ['YARN_NPM_AUTH_TOKEN', 'YARN_NPM_AUTH_IDENT'] as const;

/**
 * Yarn's logins. Since version 2 they lie in `.yarnrc.yml`; Yarn 1 uses npm's file instead. Its traces are `.yarnrc`, or
 * an executable without a `.yarnrc.yml`. Files of projects are not looked at.
 */
export const createYarn = ({ doors }: ToolContext): CredentialTool & { readonly id: 'yarn' } => {
  const { host } = doors;
  const file = `${host.homeFolder}/${host.environment.YARN_RC_FILENAME || '.yarnrc.yml'}`;
  const classicFile = `${host.homeFolder}/.yarnrc`;
  const describe = createRegistryDescription(doors, title);
  const readFile = rememberSettingsFile(doors, file, yarnFormat);
  const readNpmrc = rememberSettingsFile(doors, userNpmrc(host), npmrcFormat);

  const lookAtFiles = async (): Promise<DescribeCredentials> => {
    const modern = await readFile();
    const isClassic = (await doors.fileFingerprint(classicFile)) !== null;
    const installed =
      modern.kind !== 'none' || isClassic || (await isInstalled(doors, 'yarn', [`${host.homeFolder}/.yarn`]));
    const usesNpmrc = installed && (isClassic || modern.kind === 'none');
    const files: readonly RegistryFile[] = usesNpmrc ? [modern, await readNpmrc()] : [modern];
    const whenSignedOut = `${usesNpmrc ? userNpmrc(host) : file} holds no login. Run yarn npm login.`;
    return describe({ installed, fromEnvironment: [], files, whenSignedOut });
  };

  return {
    id: 'yarn',
    name: title.name,
    async look() {
      const describeFiles = await lookAtFiles();
      const variable = variables.find((name) => host.environment[name]);
      if (variable === undefined) return describeFiles;
      // It stands in for the login of the usual registry and for no other.
      const outranking = endingToken({ ...fromEnvironment(title, variable), symptom: title.symptom });
      return (now) => [outranking, ...describeFiles(now).filter(({ account }) => account !== undefined)];
    },
  };
};

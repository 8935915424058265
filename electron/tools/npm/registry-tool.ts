import type { Credential } from '../../core/words/credential';
import type { ToolDoors } from '../../system/doors';
import { greatestCredentialCount, notFound, signedOut, unreadableFile } from '../common/common-credentials';
import type { DescribeCredentials } from '../common/credential-tool';
import type { SettingsFile } from '../common/settings-file';
import { createCertificateEnds } from '../formats/certificate-end';
import { type RegistryTool, registryCredential } from './registry-credential';
import { type FoundRegistryLogin, firstOfEach, type RegistryLogin } from './registry-login';

export type RegistryFile = SettingsFile<readonly RegistryLogin[]>;

export interface RegistrySighting {
  readonly installed: boolean;
  /** Logins of the environment; they outrank every file. */
  readonly fromEnvironment: readonly RegistryLogin[];
  /** The one that the program asks first stands first. */
  readonly files: readonly RegistryFile[];
  /** What to say where there is no login. */
  readonly whenSignedOut: string;
}

/** Turns what was found of a package manager into its credentials, the same way for each of them. */
export const createRegistryDescription = (
  doors: ToolDoors,
  tool: RegistryTool,
): ((sighting: RegistrySighting) => Promise<DescribeCredentials>) => {
  const endOf = createCertificateEnds(doors);
  return async ({ installed, fromEnvironment, files, whenSignedOut }) => {
    if (!installed) return () => [notFound(tool)];
    const unreadable = files.flatMap((file) => (file.kind === 'unreadable' ? [unreadableFile(tool, file)] : []));
    const all = [...fromEnvironment.map((login) => ({ ...login, path: null, modifiedAt: null })), ...loginsIn(files)];
    const logins = firstOfEach(all).slice(0, greatestCredentialCount - unreadable.length);
    const told = await Promise.all(
      logins.map(async (login) => {
        const path = login.means === 'certificate' ? login.certificatePath : null;
        return { login, certificate: path === null ? null : await endOf(path) };
      }),
    );
    return (now): readonly Credential[] => {
      const found = told.map(({ login, certificate }) => registryCredential(tool, login, certificate, now));
      const credentials = [...unreadable, ...found];
      return credentials.length > 0 ? credentials : [signedOut(tool, whenSignedOut)];
    };
  };
};

const loginsIn = (files: readonly RegistryFile[]): readonly FoundRegistryLogin[] =>
  files.flatMap((file) =>
    file.kind === 'parsed'
      ? file.value.map((login) => ({ ...login, path: file.path, modifiedAt: file.modifiedAt }))
      : [],
  );

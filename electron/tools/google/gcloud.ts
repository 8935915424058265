import type { Credential } from '../../core/words/credential';
import { toMacPath } from '../../system/mac/mac-path';
import { greatestCredentialCount, notFound } from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { executablePlaces, isAnyThere } from '../common/executables';
import { readInFormat } from '../common/read-in-format';
import { rememberUntilFileChanges } from '../common/remembered-files';
import {
  type DefaultLogin,
  type GcloudAccounts,
  type GcloudTokens,
  gcloudAccountsFormat,
  gcloudCredentials,
  gcloudDefaultFormat,
  gcloudTokensFormat,
} from './gcloud-logins';

/** Google Cloud CLI: plain databases and JSON in its configuration folder. */
export const createGcloud = ({ doors }: ToolContext): CredentialTool & { readonly id: 'gcloud' } => {
  const { host } = doors;
  const { environment, homeFolder } = host;
  const folder = toMacPath(host, environment.CLOUDSDK_CONFIG || `${homeFolder}/.config/gcloud`);
  const accountsPath = `${folder}/credentials.db`;
  const tokensPath = `${folder}/access_tokens.db`;
  const usualDefault = `${folder}/application_default_credentials.json`;
  const defaultPath = toMacPath(host, environment.GOOGLE_APPLICATION_CREDENTIALS || usualDefault);

  const readAccounts = rememberUntilFileChanges(doors, accountsPath, async (): Promise<GcloudAccounts> => {
    const file = await readInFormat(host, accountsPath, gcloudAccountsFormat);
    return file.kind === 'parsed' ? file.value : file;
  });
  const readTokens = rememberUntilFileChanges(doors, tokensPath, async (): Promise<GcloudTokens> => {
    const file = await readInFormat(host, tokensPath, gcloudTokensFormat);
    return file.kind === 'parsed' ? file.value : file;
  });
  const readDefault = rememberUntilFileChanges(doors, defaultPath, async (): Promise<DefaultLogin> => {
    const file = await readInFormat(host, defaultPath, gcloudDefaultFormat);
    return file.kind === 'parsed' ? file.value : file;
  });

  const executables = [
    ...executablePlaces(host, 'gcloud'),
    ...[homeFolder, `${homeFolder}/Downloads`, '/opt/homebrew/share', '/usr/local/share'].map(
      (place) => `${place}/google-cloud-sdk/bin/gcloud`,
    ),
  ];
  const override =
    ['CLOUDSDK_AUTH_ACCESS_TOKEN', 'CLOUDSDK_AUTH_ACCESS_TOKEN_FILE'].find((name) => environment[name]) ?? null;

  return {
    id: 'gcloud',
    name: 'Google Cloud CLI',
    async look() {
      const [accounts, tokens, defaultLogin, isInstalled] = await Promise.all([
        readAccounts(),
        readTokens(),
        readDefault(),
        isAnyThere(doors, [...executables, folder]),
      ]);
      const sighting = { accountsPath, accounts, tokensPath, tokens, defaultPath, defaultLogin, override };
      return (now): readonly Credential[] => {
        const credentials = gcloudCredentials(sighting, now);
        if (credentials.length > 0) return credentials.slice(0, greatestCredentialCount);
        return [isInstalled ? signedOut : notFound({ tool: 'gcloud', name: 'Google Cloud CLI' })];
      };
    },
  };
};

const signedOut: Credential = {
  tool: 'gcloud',
  name: 'Google Cloud CLI',
  installed: true,
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  expiry: null,
  reason: 'No account is stored. Run gcloud auth login.',
};

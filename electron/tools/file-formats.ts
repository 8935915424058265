import { fastlaneSessionFormat } from './apple/fastlane-session';
import { cachedRoleFormat, loginTokenFormat, ssoTokenFormat } from './aws/aws-caches';
import { awsConfigFormat, awsCredentialsFormat } from './aws/aws-config';
import { azureCacheFormat, azureConfigFormat, azurePrincipalsFormat } from './azure/azure-logins';
import { claudeManifestFormat } from './checks/claude-copies';
import { profileFormat, profileNameFormat } from './claude-code/anthropic-profile';
import { accountFormat } from './claude-code/claude-code-account';
import { storedLoginFormat } from './claude-code/claude-code-payload';
import { claudeCodeSettingsFormat, managedPreferencesFormat } from './claude-code/claude-code-settings';
import type { FileFormat } from './common/file-format';
import { sshConfigFormat } from './common/ssh-key-passphrases';
import { dockerConfigFormat } from './docker/docker-config';
import { codexAuthFormat, codexStoreFormat } from './editors/codex-auth';
import { copilotFormat, editorUsersFormat } from './editors/copilot-settings';
import { cursorConfigFormat } from './editors/cursor';
import { certificateFormat } from './formats/x509-end';
import { ghHostsFormat } from './gh/gh-hosts';
import { gitConfigFormat } from './git/git-credential-settings';
import { gitStoreFormat } from './git/git-store';
import { gcloudAccountsFormat, gcloudDefaultFormat, gcloudTokensFormat } from './google/gcloud-logins';
import {
  geminiAccountFormat,
  geminiDotenvFormat,
  geminiLoginFormat,
  geminiMeansFormat,
} from './google/gemini-settings';
import { kubeconfigFormat } from './kubectl/kubeconfig';
import { npmrcFormat } from './npm/npmrc-logins';
import { pnpmConfigFormat } from './npm/pnpm';
import { yarnFormat } from './npm/yarn-logins';
import { onePasswordFormat } from './onepassword/onepassword-config';
import { rowFormats } from './rows/row-formats';

/** Every kind of file that a tool reads; one that is missing here cannot be read by the worker. */
export const fileFormats: readonly FileFormat<unknown>[] = [
  fastlaneSessionFormat,
  ssoTokenFormat,
  loginTokenFormat,
  cachedRoleFormat,
  awsConfigFormat,
  awsCredentialsFormat,
  azureCacheFormat,
  azurePrincipalsFormat,
  azureConfigFormat,
  claudeManifestFormat,
  profileNameFormat,
  profileFormat,
  accountFormat,
  storedLoginFormat,
  claudeCodeSettingsFormat,
  managedPreferencesFormat,
  sshConfigFormat,
  dockerConfigFormat,
  codexStoreFormat,
  codexAuthFormat,
  copilotFormat,
  editorUsersFormat,
  cursorConfigFormat,
  certificateFormat,
  ghHostsFormat,
  gitConfigFormat,
  gitStoreFormat,
  gcloudAccountsFormat,
  gcloudTokensFormat,
  gcloudDefaultFormat,
  geminiLoginFormat,
  geminiMeansFormat,
  geminiAccountFormat,
  geminiDotenvFormat,
  kubeconfigFormat,
  npmrcFormat,
  pnpmConfigFormat,
  yarnFormat,
  onePasswordFormat,
  ...rowFormats,
];

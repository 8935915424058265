import type { Credential } from '../../core/words/credential';
import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import { type FollowedProgram, followProgram } from '../common/followed-program';
import { keptIn } from '../common/verdict';

/** Where aws-vault keeps what it has. */
export interface AwsVaultPlaces {
  readonly backend: string;
  readonly keychainPath: string;
  readonly isLogin: boolean;
  /** Of the backend `file`. */
  readonly keysFolder: string;
}

export const awsVaultPlaces = (host: MacHost): AwsVaultPlaces => {
  const { environment, homeFolder } = host;
  const keychainPath = `${homeFolder}/Library/Keychains/${environment.AWS_VAULT_KEYCHAIN_NAME || 'aws-vault'}.keychain-db`;
  const keysFolder = toMacPath(host, environment.AWS_VAULT_FILE_DIR || `${homeFolder}/.awsvault/keys`);
  return {
    backend: environment.AWS_VAULT_BACKEND || 'keychain',
    keychainPath,
    isLogin: keychainPath === `${homeFolder}/Library/Keychains/login.keychain-db`,
    keysFolder: keysFolder.replace(/\/$/, ''),
  };
};

/** A program that hands a login over, with the keychain that it needs where that is aws-vault's. */
export const followAwsProgram = (
  { backend, keychainPath, isLogin, keysFolder }: AwsVaultPlaces,
  program: string,
): (FollowedProgram & Pick<Credential, 'keychainPath'>) | null => {
  const followed = followProgram(program);
  if (followed === null || program !== 'aws-vault') return followed;
  if (backend === 'file') {
    return { store: 'file', overSsh: 'survives', clause: `keeps its keys in ${keysFolder}, which need a passphrase` };
  }
  if (backend !== 'keychain') {
    return { store: 'unknown', overSsh: 'unknown', clause: 'keeps its keys where AWS_VAULT_BACKEND says' };
  }
  return { ...followed, ...keptIn({ isInLoginKeychain: isLogin, keychainPath }) };
};

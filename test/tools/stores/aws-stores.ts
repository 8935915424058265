import { createAws } from '../../../electron/tools/aws/aws';
import { canary } from '../one-keychain';
import type { StoreRow, StoreTable } from './store-row';

const home = '/Users/alice';
const config = (text: string, more: Record<string, unknown> = {}) => ({
  files: { [`${home}/.aws/config`]: text, ...more },
});
const asks = (program: string) => `[profile work]\ncredential_process = ${program}\n`;
const chain =
  '[profile deep]\nrole_arn = arn:aws:iam::1:role/A\nsource_profile = middle\n[profile middle]\nrole_arn = arn:aws:iam::1:role/B\nsource_profile = work\n';
const vault = 'aws-vault export --format=json work';
const kept = ['kept', 'kept', 'kept'] as const;
const ofVault = ['untold', 'lost', 'lost'] as const;
const untold = ['untold', 'untold', 'untold'] as const;
const row = (
  what: string,
  stores: StoreRow[1],
  told: readonly string[],
  fates: readonly [StoreRow[3], StoreRow[4], StoreRow[5]],
  symptom?: string,
): StoreRow => [what, stores, told, ...fates, symptom];
const sso = '[profile s]\nsso_session = x\n[sso-session x]\nsso_start_url = https://x.awsapps.com/start\n';

const vaultLocked = 'aws-vault: error: exec: Failed to get credentials: User interaction is not allowed. (-25308)';
const securityLocked = 'security: SecKeychainItemCopyContent: User interaction is not allowed.';
const noToken = 'Error loading SSO Token: Token for x does not exist';

/** Sources: boto/botocore `credentials.py`, ByteNess/aws-vault `vault/config.go`, 99designs/keyring `keychain.go`. */
export const awsStores: StoreTable = {
  tool: 'aws',
  create: createAws,
  rows: [
    row('nothing of it', {}, ['none unknown unknown'], kept),
    row('files that name no login', config('[default]\nregion = eu-west-1\n'), ['none unknown signed-out'], kept),
    row(
      'the same beside aws-vault’s keychain',
      config('[default]\nregion = eu-west-1\n', { [`${home}/Library/Keychains/aws-vault.keychain-db`]: 'x' }),
      ['none unknown unknown'],
      untold,
    ),
    row(
      'the same beside its program',
      config('[default]\nregion = eu-west-1\n', { '/opt/homebrew/bin/aws-vault': '' }),
      ['none unknown unknown'],
      untold,
    ),
    row('a process of aws-vault', config(asks(vault)), ['work: other-keychain breaks unknown'], ofVault, vaultLocked),
    row(
      'the same by its path, in quotes',
      config(asks('"/opt/homebrew/bin/aws-vault" export work')),
      ['work: other-keychain breaks unknown'],
      ofVault,
      vaultLocked,
    ),
    row(
      'a process of aws-vault that uses the login keychain',
      { ...config(asks(vault)), environment: { AWS_VAULT_KEYCHAIN_NAME: 'login' } },
      ['work: login-keychain breaks unknown'],
      ['kept', 'lost', 'lost'],
      vaultLocked,
    ),
    row(
      'a process of aws-vault that uses files',
      { ...config(asks(vault)), environment: { AWS_VAULT_BACKEND: 'file' } },
      ['work: file survives unknown'],
      kept,
    ),
    row(
      'a process of aws-vault with another backend',
      { ...config(asks(vault)), environment: { AWS_VAULT_BACKEND: 'pass' } },
      ['work: unknown unknown unknown'],
      untold,
    ),
    row(
      'a chain of roles to aws-vault is told once',
      config(asks(vault) + chain),
      ['work: other-keychain breaks unknown'],
      ofVault,
      vaultLocked,
    ),
    row(
      'a process of 1Password',
      config(asks('op run -- aws-creds')),
      ['work: desktop-app breaks unknown'],
      ['kept', 'lost', 'lost'],
    ),
    row(
      'a process of the security tool',
      config(asks('security find-generic-password -w -s aws')),
      ['work: login-keychain breaks unknown'],
      ['kept', 'lost', 'lost'],
      securityLocked,
    ),
    row('a process that nobody knows', config(asks('/opt/acme/creds')), ['work: unknown unknown unknown'], untold),
    row('an SSO session that nobody has signed in to', config(sso), ['x: none unknown signed-out'], kept, noToken),
    row(
      'an SSO session whose cache cannot be read',
      config(sso, { [`${home}/.aws/sso/cache/11f6ad8ec52a2984abaafd7c3b516503785c2072.json`]: '{' }),
      ['x: file unknown unreadable'],
      untold,
    ),
    row('a configuration that cannot be read', config('[profile'), ['unknown unknown unreadable'], untold),
    row(
      'keys in the environment',
      { ...config('[default]\n'), environment: { AWS_ACCESS_KEY_ID: canary } },
      ['AWS_ACCESS_KEY_ID: environment survives unknown'],
      kept,
    ),
  ],
};

import type { LockReading } from '../core/readings';
import type { Credential } from '../core/snapshot';
import { readBoundedFile } from '../system/bounded-file';
import { readBoundedFolder } from '../system/bounded-folder';
import { fewAtATime } from '../system/few-at-a-time';
import { toMacPath } from '../system/mac-path';
import { parseAwsProfiles } from './aws-config';
import { type AwsVaultEntry, awsVaultCredentials, parseAwsVaultAccount } from './aws-vault-entries';
import { greatestCredentialCount, notFound, unreadableBeside, unreadableConfiguration } from './common-credentials';
import type { CredentialTool, ToolContext } from './credential-tool';
import { executablePlaces, isAnyThere } from './executables';
import { rememberUntilFileChanges } from './remembered-files';

const service = 'aws-vault';
const title = { tool: 'aws-vault', name: 'aws-vault' } as const;
const configLimitBytes = 2 * 1024 * 1024;
const mostFiles = 200;
/** Each costs a call of the security tool, once after every change of the keychain. */
const mostProfiles = 16;

interface ProfileNames {
  readonly names: readonly string[];
  /** Why the AWS configuration cannot be read, where it is there. */
  readonly unreadable: string | null;
}

interface KeyFiles {
  readonly entries: readonly AwsVaultEntry[];
  readonly unreadable: string | null;
}

type Entries =
  | { readonly kind: 'found'; readonly entries: readonly AwsVaultEntry[] }
  | { readonly kind: 'unknown'; readonly reason: string };

/** aws-vault: keys and sessions in a keychain of its own, or in files that a passphrase of their own guards. */
export const createAwsVault = ({ doors }: ToolContext): CredentialTool & { readonly id: 'aws-vault' } => {
  const { host } = doors;
  const { environment, homeFolder } = host;
  const keychainPath = `${homeFolder}/Library/Keychains/${environment.AWS_VAULT_KEYCHAIN_NAME || service}.keychain-db`;
  const isLogin = keychainPath === `${homeFolder}/Library/Keychains/login.keychain-db`;
  const keysFolder = toMacPath(host, environment.AWS_VAULT_FILE_DIR || `${homeFolder}/.awsvault/keys`).replace(
    /\/$/,
    '',
  );
  const configPath = toMacPath(host, environment.AWS_CONFIG_FILE || `${homeFolder}/.aws/config`);

  const readProfileNames = rememberUntilFileChanges(doors, configPath, async (): Promise<ProfileNames> => {
    const file = await readBoundedFile(host, configPath, configLimitBytes);
    if (file.kind === 'none') return { names: [], unreadable: null };
    if (file.kind === 'unreadable') return { names: [], unreadable: file.reason };
    const profiles = parseAwsProfiles(file.text, 'config', configPath);
    if (profiles === null) return { names: [], unreadable: 'it is not what aws-vault reads' };
    return { names: profiles.map(({ name }) => name).slice(0, mostProfiles), unreadable: null };
  });

  /** The security tool tells one item a call: any one, which may be a session, and the keys of each profile. */
  const findEntries = async (names: readonly string[]): Promise<Entries> => {
    const found = await fewAtATime([undefined, ...names], 4, (account) =>
      doors.security.findItem({ service, keychainPath, ...(account === undefined ? {} : { account }) }),
    );
    const accounts = new Set<string>();
    for (const item of found) {
      if (item.ok && item.value.account !== null) accounts.add(item.value.account);
      if (!item.ok && item.code !== 'item-not-found') return { kind: 'unknown', reason: item.reason };
    }
    return { kind: 'found', entries: [...accounts].flatMap((account) => parseAwsVaultAccount(account) ?? []) };
  };

  let known: { readonly stamp: string; readonly entries: Entries } | null = null;
  const entriesInKeychain = async (fingerprint: string, names: readonly string[]): Promise<Entries> => {
    const stamp = JSON.stringify([fingerprint, names]);
    if (known?.stamp === stamp) return known.entries;
    const entries = await findEntries(names);
    known = entries.kind === 'found' ? { stamp, entries } : null;
    return entries;
  };

  const readKeyFiles = rememberUntilFileChanges(doors, keysFolder, async (): Promise<KeyFiles> => {
    const folder = await readBoundedFolder(host, keysFolder, mostFiles);
    if (folder.kind === 'none') return { entries: [], unreadable: null };
    if (folder.kind === 'unreadable') return { entries: [], unreadable: folder.reason };
    const entries = folder.names.flatMap((name) => parseAwsVaultAccount(unescaped(name)) ?? []);
    return { entries, unreadable: null };
  });

  return {
    id: 'aws-vault',
    name: 'aws-vault',
    folders: () => [`${homeFolder}/Library/Keychains`, keysFolder],
    async look() {
      const backend = environment.AWS_VAULT_BACKEND || 'keychain';
      const [fingerprint, files, profiles, isInstalled] = await Promise.all([
        doors.fileFingerprint(keychainPath),
        readKeyFiles(),
        readProfileNames(),
        isAnyThere(doors, executablePlaces(host, 'aws-vault')),
      ]);
      const usesKeychain = backend === 'keychain' && fingerprint !== null;
      const [inKeychain, lock]: [Entries, LockReading | null] = usesKeychain
        ? await Promise.all([entriesInKeychain(fingerprint, profiles.names), doors.lock.read(keychainPath)])
        : [{ kind: 'found', entries: [] }, null];
      const usesFiles =
        backend === 'file' || (!usesKeychain && (files.entries.length > 0 || files.unreadable !== null));
      const isThere = isInstalled || usesKeychain || usesFiles;
      const unreadable = [
        ...(usesFiles && files.unreadable !== null
          ? [unreadableConfiguration(title, { path: keysFolder, reason: files.unreadable })]
          : []),
        ...(isThere && profiles.unreadable !== null
          ? [unreadableBeside(title, { path: configPath, reason: profiles.unreadable })]
          : []),
      ];
      return (now): readonly Credential[] => {
        if (inKeychain.kind === 'unknown') return [unsearched(keychainPath, inKeychain.reason), ...unreadable];
        const place = lock ? ({ kind: 'keychain', path: keychainPath, isLogin, lock } as const) : null;
        const credentials = [
          ...unreadable,
          ...(place ? awsVaultCredentials(inKeychain.entries, place, now) : []),
          ...(usesFiles ? awsVaultCredentials(files.entries, { kind: 'files', path: keysFolder }, now) : []),
        ];
        if (credentials.length > 0) return credentials.slice(0, greatestCredentialCount);
        if (!isInstalled && !usesKeychain) return [notFound(title)];
        return [backend === 'keychain' || backend === 'file' ? signedOut : elsewhere(backend)];
      };
    },
  };
};

/** The file backend escapes what no file name may hold. */
const unescaped = (name: string): string => {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

const identity = { ...title, installed: true, expiry: null } as const;

const signedOut: Credential = {
  ...identity,
  store: 'none',
  overSsh: 'unknown',
  status: 'signed-out',
  reason: 'It holds no keys. Run aws-vault add.',
};

const unsearched = (path: string, reason: string): Credential => ({
  ...identity,
  store: 'other-keychain',
  overSsh: 'breaks',
  status: 'unknown',
  reason: `It needs ${path}, which could not be searched. ${reason}`,
});

const elsewhere = (backend: string): Credential => ({
  ...identity,
  store: 'unknown',
  overSsh: 'unknown',
  status: 'unknown',
  reason: `AWS_VAULT_BACKEND, set in the environment, names ${backend}, which Latchkey does not look into.`,
});

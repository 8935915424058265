import type { Credential } from '../../core/words/credential';
import type { LockReading } from '../../core/words/reading';
import { fewAtATime } from '../../system/files/few-at-a-time';
import { toMacPath } from '../../system/mac/mac-path';
import {
  greatestCredentialCount,
  notFound,
  unreadableBeside,
  unreadableConfiguration,
} from '../common/common-credentials';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { executablePlaces, isAnyThere } from '../common/executables';
import { readInFormat } from '../common/read-in-format';
import { rememberFolders, rememberUntilFileChanges } from '../common/remembered-files';
import { awsConfigFormat } from './aws-config';
import { type AwsVaultEntry, awsVaultCredentials, parseAwsVaultAccount } from './aws-vault-entries';
import { awsVaultPlaces } from './aws-vault-place';

const service = 'aws-vault';
const title = { tool: 'aws-vault', name: 'aws-vault' } as const;
const mostFiles = 200;
/** Where items cannot be listed, each costs a call of the security tool, once after every change of the keychain. */
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
  | {
      readonly kind: 'found';
      readonly entries: readonly AwsVaultEntry[];
      /** Why others may be there, sessions above all. */
      readonly unlisted: string | null;
    }
  | { readonly kind: 'unknown'; readonly reason: string };

/** aws-vault: keys and sessions in a keychain of its own, or in files that a passphrase of their own guards. */
export const createAwsVault = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'aws-vault' } => {
  const { host } = doors;
  const { environment, homeFolder } = host;
  const { backend, keychainPath, isLogin, keysFolder } = awsVaultPlaces(host);
  const configPath = toMacPath(host, environment.AWS_CONFIG_FILE || `${homeFolder}/.aws/config`);

  const readProfileNames = rememberUntilFileChanges(doors, configPath, async (): Promise<ProfileNames> => {
    const file = await readInFormat(host, configPath, awsConfigFormat);
    if (file.kind === 'none') return { names: [], unreadable: null };
    if (file.kind === 'unreadable') return { names: [], unreadable: file.reason };
    const profiles = file.value;
    if (profiles === null) return { names: [], unreadable: 'it is not what aws-vault reads' };
    return { names: profiles.map(({ name }) => name).slice(0, mostProfiles), unreadable: null };
  });

  /** The security tool tells one item a call: any one, which may be a session, and the keys of each profile. */
  const searchEntries = async (names: readonly string[], unlisted: string): Promise<Entries> => {
    const answers = await fewAtATime([undefined, ...names], 4, (account) =>
      doors.security.findItem({ service, keychainPath, ...(account === undefined ? {} : { account }) }),
    );
    const accounts: (string | null)[] = [];
    for (const item of answers) {
      if (item.ok) accounts.push(item.value.account);
      else if (item.code !== 'item-not-found') return { kind: 'unknown', reason: item.reason };
    }
    return found(accounts, unlisted);
  };

  let searched: { readonly stamp: string; readonly entries: Entries } | null = null;
  /** Listed at each look, which costs nothing while the keychain is the same; searched once after every change of it. */
  const entriesInKeychain = async (fingerprint: string, names: readonly string[]): Promise<Entries> => {
    const listed = await items.itemsIn(keychainPath);
    if (listed.kind === 'none') return found([], null);
    if (listed.kind === 'listed') {
      const accounts = listed.named('generic', service).map(({ account }) => account);
      return found(accounts, null);
    }
    const stamp = JSON.stringify([fingerprint, names]);
    if (searched?.stamp === stamp) return searched.entries;
    const entries = await searchEntries(names, listed.reason);
    searched = entries.kind === 'found' ? { stamp, entries } : null;
    return entries;
  };

  const listFolder = rememberFolders(doors, mostFiles);
  const readKeyFiles = async (): Promise<KeyFiles> => {
    const folder = await listFolder(keysFolder);
    if (folder.kind === 'none') return { entries: [], unreadable: null };
    if (folder.kind === 'unreadable') return { entries: [], unreadable: folder.reason };
    const entries = folder.names.flatMap((name) => parseAwsVaultAccount(unescaped(name)) ?? []);
    return { entries, unreadable: null };
  };

  return {
    id: 'aws-vault',
    name: 'aws-vault',
    async look() {
      const [fingerprint, files, profiles, isInstalled] = await Promise.all([
        doors.fileFingerprint(keychainPath),
        readKeyFiles(),
        readProfileNames(),
        isAnyThere(doors, executablePlaces(host, 'aws-vault')),
      ]);
      const usesKeychain = backend === 'keychain' && fingerprint !== null;
      const [inKeychain, lock]: [Entries, LockReading | null] = usesKeychain
        ? await Promise.all([entriesInKeychain(fingerprint, profiles.names), doors.lock.read(keychainPath)])
        : [found([], null), null];
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
          ...(place ? awsVaultCredentials(inKeychain.entries, { ...place, unlisted: inKeychain.unlisted }, now) : []),
          ...(usesFiles ? awsVaultCredentials(files.entries, { kind: 'files', path: keysFolder }, now) : []),
        ];
        if (credentials.length > 0) return credentials.slice(0, greatestCredentialCount);
        if (!isInstalled && !usesKeychain) return [notFound(title)];
        return [backend === 'keychain' || backend === 'file' ? signedOut : elsewhere(backend)];
      };
    },
  };
};

/** Each account once; one that is no text is nothing that aws-vault has written. */
const found = (accounts: readonly (string | null)[], unlisted: string | null): Entries => ({
  kind: 'found',
  entries: [...new Set(accounts)].flatMap((account) => parseAwsVaultAccount(account ?? '') ?? []),
  unlisted,
});

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
  keychainPath: path,
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

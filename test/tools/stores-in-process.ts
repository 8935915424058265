import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import { failure, success } from '../../electron/core/outcome';
import type { Credential } from '../../electron/core/words/credential';
import { read } from '../../electron/core/words/reading';
import type { ToolDoors } from '../../electron/system/doors';
import { readBoundedFolder } from '../../electron/system/files/bounded-folder';
import { fileFingerprint } from '../../electron/system/files/file-fingerprint';
import type { ListedItem, PasswordClass } from '../../electron/system/keychain/password-search';
import type { MacHost } from '../../electron/system/mac/host';
import type { CredentialTool, ToolContext } from '../../electron/tools/common/credential-tool';
import { createItemLookup } from '../../electron/tools/common/item-lookup';
import type { ScenarioItem } from '../simulator/parsing/scenario';
import { makeShortFolder } from '../simulator/short-folder';
import { loginKeychain, otherKeychain } from '../system/simulated-doors';
import { byUsualThresholds, canary, now } from './one-keychain';
import type { Configuration } from './tool-on-mac';

export interface Stores extends Pick<Configuration, 'environment' | 'faults' | 'items' | 'otherItems'> {
  readonly files?: Readonly<Record<string, unknown>>;
  /** In the keychain of aws-vault's own. */
  readonly ownItems?: readonly ScenarioItem[];
}

export interface OpenStores {
  readonly doors: ToolDoors;
  close(): void;
}

/**
 * A Mac whose files are real and whose keychains answer within this process: hundreds of rows need none that starts a child for each
 * question. That macOS answers so, each tool's own test shows on the simulated Mac.
 */
export const openStores = (stores: Stores): OpenStores => {
  const root = makeShortFolder('latchkey-stores-');
  write(root, stores.files ?? {});
  return { doors: doorsTo(root, stores), close: () => rmSync(root, { recursive: true, force: true }) };
};

/** What is told of these stores. */
export const lookAtStores = async (
  create: (context: ToolContext) => CredentialTool,
  stores: Stores,
): Promise<readonly Credential[]> => {
  const { doors, close } = openStores(stores);
  try {
    const describe = await create({ doors, items: createItemLookup(doors) }).look();
    const credentials = byUsualThresholds(describe(now), now);
    expect(JSON.stringify(credentials)).not.toContain(canary);
    for (const { reason } of credentials) expect(reason).toMatch(/^\S.*\.$/);
    return credentials;
  } finally {
    close();
  }
};

const write = (root: string, files: NonNullable<Stores['files']>): void => {
  for (const [path, content] of Object.entries(files)) {
    const onDisk = root + path.replace(/^~/, '/Users/alice');
    mkdirSync(dirname(onDisk), { recursive: true });
    const isWritten = typeof content === 'string' || Buffer.isBuffer(content);
    writeFileSync(onDisk, isWritten ? content : JSON.stringify(content));
  }
};

const doorsTo = (root: string, stores: Stores): ToolDoors => {
  const { environment = {}, faults = [], items = [], otherItems = [], ownItems = [] } = stores;
  const host: MacHost = {
    ...{ kind: 'simulated-macos', root, homeFolder: '/Users/alice', userName: 'alice', uid: 501 },
    ...{ environment: environment as MacHost['environment'], now: () => now },
  };
  const keychains = new Map([
    [loginKeychain, items],
    [otherKeychain, otherItems],
    [ownKeychain, ownItems],
  ]);
  const isBroken = (tool: string, command?: string) =>
    faults.some((fault) => fault.tool === tool && (fault.when === undefined || fault.when === command));
  const noAnswer = failure('unrecognised', 'The security tool failed in a way that Latchkey does not know.');
  const find = async (command: string, itemClass: ScenarioItem['class'], name: string, account: string | undefined) => {
    if (isBroken('security', command)) return noAnswer;
    for (const [keychainPath, held] of keychains) {
      const item = held.find(
        (one) =>
          one.class === itemClass && nameOf(one) === name && (account === undefined || account === (one.account ?? '')),
      );
      if (item !== undefined)
        return success({ keychainPath, account: item.account ?? '', createdAt: null, modifiedAt: null });
    }
    return failure('item-not-found', 'There is no such item.');
  };
  return {
    host,
    fileFingerprint: (path) => fileFingerprint(host, path),
    readFolder: (path, most) => readBoundedFolder(host, path, most),
    readProcesses: async () => read(new Map()),
    lock: { read: async () => ({ state: 'locked' }) },
    itemListing: {
      async list(path) {
        if (isBroken('Security.framework')) return failure('refused', 'macOS did not list the keychain’s items.');
        const held = keychains.get(path);
        if (held === undefined) return failure('no-such-keychain', 'There is no such keychain.');
        return success({ generic: listed(held, 'generic'), internet: listed(held, 'internet') });
      },
    },
    security: {
      listKeychains: async () => (isBroken('security') ? noAnswer : success([loginKeychain, otherKeychain])),
      loginKeychain: async () => (isBroken('security') ? noAnswer : success(loginKeychain)),
      findItem: ({ account, service }) => find('find-generic-password', 'genp', service, account),
      findInternetItem: ({ account, server }) => find('find-internet-password', 'inet', server, account),
      findIdentities: async () => success([]),
      findCertificates: async () => success([]),
    },
  };
};

const ownKeychain = '/Users/alice/Library/Keychains/aws-vault.keychain-db';

const nameOf = ({ server, service }: ScenarioItem): string => service ?? server ?? '';

const listed = (items: readonly ScenarioItem[], itemClass: PasswordClass): readonly ListedItem[] =>
  items
    .filter((item) => (item.class === 'genp') === (itemClass === 'generic'))
    .map((item) => ({ name: nameOf(item), account: item.account ?? '', modifiedAt: null }));

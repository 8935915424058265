import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect } from 'vitest';
import type { Credential } from '../../electron/core/snapshot';
import type { MacDoors } from '../../electron/system/doors';
import type { CredentialTool, ToolContext } from '../../electron/tools/credential-tool';
import { createItemLookup } from '../../electron/tools/item-lookup';
import type { Scenario } from '../simulator/scenario';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain } from '../system/simulated-doors';

/** Stands in every place where a real configuration has a secret. */
export const canary = 'CANARY-secret';

export const genericItem = (service: string, account: string) =>
  ({ class: 'genp', service, account, data: canary }) as const;

export const internetItem = (server: string, account: string) =>
  ({ class: 'inet', server, account, data: canary }) as const;

type Item = ReturnType<typeof genericItem> | ReturnType<typeof internetItem>;

export interface Configuration {
  readonly files?: NonNullable<Scenario['files']>;
  readonly environment?: Record<string, string>;
  readonly items?: readonly Item[];
  /** In a keychain that is not the login one. */
  readonly otherItems?: readonly Item[];
  readonly faults?: NonNullable<Scenario['faults']>;
}

export interface ConfiguredMac {
  readonly at: MacWithDoors;
  readonly doors: MacDoors;
  /** Looks, and proves of every look that nothing was decrypted, nobody was asked and no secret came along. */
  look(): Promise<readonly Credential[]>;
  write(macPath: string, content: string | Buffer): void;
  link(macPath: string, target: string): void;
}

/** A tool on a Mac with these files and items, whose keychains are locked. */
export const configuredMac = async (
  create: (context: ToolContext) => CredentialTool,
  { files = {}, environment = {}, items = [], otherItems = [], faults = [] }: Configuration = {},
): Promise<ConfiguredMac> => {
  const at = await macWithDoors({
    now: '2026-09-10T12:00:00Z',
    user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
    keychains: [
      { path: loginKeychain, password: 'p', isLogin: true, isDefault: true, items },
      { path: otherKeychain, password: 'q', items: otherItems },
    ],
    sessions: [{ id: 'desktop', kind: 'desktop' }],
    files,
    environment,
    faults,
  });
  const doors = at.doors();
  const tool = create({ doors, items: createItemLookup(doors) });
  const prepare = (macPath: string) => {
    const path = at.mac.root + macPath;
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { recursive: true, force: true });
    return path;
  };
  return {
    at,
    doors,
    async look() {
      const credentials = (await tool.look())(doors.host.now());
      expect(JSON.stringify(credentials)).not.toContain(canary);
      expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
      return credentials;
    },
    write: (macPath, content) => writeFileSync(prepare(macPath), content),
    link: (macPath, target) => symlinkSync(target, prepare(macPath)),
  };
};

/** Contents that no tool wrote. The huge one is larger than any limit. */
export const hostileContents: readonly (readonly [string, string | Buffer])[] = [
  ['huge', Buffer.alloc(50 * 1024 * 1024, 'x')],
  ['binary', Buffer.from([0, 1, 2, 255, 254, 0])],
  ['begun with a byte order mark', `\uFEFF{"a":"${canary}"}`],
  ['of the wrong kind', `["${canary}", 1`],
];

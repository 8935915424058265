import { expect, it, vi } from 'vitest';
import type { Credential } from '../../electron/core/words/credential';
import type { CredentialTool, ToolContext } from '../../electron/tools/common/credential-tool';
import { createItemLookup } from '../../electron/tools/common/item-lookup';
import { secretsIn } from './canaries';
import type { ToolLogins } from './logins';
import { now } from './one-keychain';
import { sqliteDatabase } from './sqlite-database';
import { openStores, type Stores } from './stores-in-process';

export interface DescribedTool {
  readonly create: (context: ToolContext) => CredentialTool;
  /** A login of it that a file or an item holds. */
  readonly logins: ToolLogins;
  /** It is a row: where nothing of it is, not even a Mac that lists no keychain is searched for it. */
  readonly isRow?: boolean;
}

const notListed = [{ tool: 'Security.framework' }];
const noAnswer = [...notListed, { tool: 'security', exit: 77 }];

/** What holds of every tool, named the same for each. */
export const describeTool = ({ create, isRow = false, logins }: DescribedTool): void => {
  it.each([
    ['', []],
    [', also where no keychain can be listed', isRow ? notListed : []],
  ])('is not there where nothing of it is, and searches no keychain to find that out%s', async (_where, faults) => {
    await openAt(create, { faults }, async (tool, searches) => {
      const told = await look(tool);
      expect(told.length).toBeGreaterThan(0);
      expect(told.filter(({ installed }) => installed)).toEqual([]);
      expect(searches()).toBe(0);
    });
  });

  it('is there with its login, tells no secret, and says the same at a second look, which searches and parses nothing', async () => {
    await openAt(create, storesOf(logins), async (tool, searches) => {
      const first = await look(tool);
      expect(first.filter(({ installed }) => installed)).not.toEqual([]);
      expect(first.filter(({ status }) => status === 'unreadable')).toEqual([]);
      expect(secretsIn(JSON.stringify(first))).toEqual([]);
      const before = searches();
      const parse = vi.spyOn(JSON, 'parse');
      expect(await look(tool)).toEqual(first);
      expect(parse).not.toHaveBeenCalled();
      parse.mockRestore();
      expect(searches()).toBe(before);
    });
  });

  it('is never signed out where no keychain answers', async () => {
    await openAt(create, { ...storesOf(logins), faults: noAnswer }, async (tool) => {
      expect((await look(tool)).filter(({ status }) => status === 'signed-out')).toEqual([]);
    });
  });
};

const look = async (tool: CredentialTool): Promise<readonly Credential[]> => (await tool.look())(now);

const storesOf = ({ databases = {}, files = {}, items = [], ownItems = [] }: ToolLogins): Stores => ({
  files: {
    ...files,
    ...Object.fromEntries(Object.entries(databases).map(([path, statements]) => [path, sqliteDatabase(statements)])),
  },
  items,
  ownItems,
});

/** @param run with how often the security tool was asked for an item so far. */
const openAt = async (
  create: DescribedTool['create'],
  stores: Stores,
  run: (tool: CredentialTool, searches: () => number) => Promise<void>,
): Promise<void> => {
  const { doors, close } = openStores(stores);
  const asked = [vi.spyOn(doors.security, 'findItem'), vi.spyOn(doors.security, 'findInternetItem')];
  try {
    const tool = create({ doors, items: createItemLookup(doors) });
    await run(tool, () => asked.reduce((sum, { mock }) => sum + mock.calls.length, 0));
  } finally {
    close();
  }
};

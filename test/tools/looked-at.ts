import { mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, vi } from 'vitest';
import type { Credential } from '../../electron/core/snapshot';
import type { CredentialTool, ToolContext } from '../../electron/tools/credential-tool';
import { createItemLookup } from '../../electron/tools/item-lookup';
import type { Scenario, ScenarioItem } from '../simulator/scenario';
import { loginKeychain, macWithDoors } from '../system/simulated-doors';

export const now = Date.UTC(2026, 8, 10, 12);
export const canary = 'CANARY-5e2c1f';

/** A login keychain's generic item whose secret is the canary. */
export const item = (service: string, account: string): ScenarioItem => ({
  class: 'genp',
  service,
  account,
  data: `${canary}-item`,
  modifiedAt: '2026-09-09T12:00:00Z',
});

export type Given = Pick<Scenario, 'files' | 'fileTimes' | 'environment' | 'faults'> & {
  readonly items?: readonly ScenarioItem[];
};

/** A tool on a simulated Mac whose login keychain is locked. Whoever makes it disposes of it. */
export const lookedAt = async (create: (context: ToolContext) => CredentialTool, given: Given = {}) => {
  const { items = [], ...scenario } = given;
  const { mac, doors: openDoors } = await macWithDoors({
    now: '2026-09-10T12:00:00Z',
    user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
    keychains: [{ path: loginKeychain, password: 'p', isLogin: true, isDefault: true, items }],
    sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }],
    ...scenario,
  });
  const doors = openDoors();
  const tool = create({ doors, items: createItemLookup(doors) });
  const look = async (at = now): Promise<readonly Credential[]> => {
    const credentials = (await tool.look())(at);
    expect(JSON.stringify(credentials)).not.toContain(canary);
    expect(credentials.length).toBeGreaterThan(0);
    for (const { reason } of credentials) expect(reason).toMatch(/^\S.*\.$/);
    expect(mac.ledger().filter(({ kind }) => kind === 'decrypt' || kind === 'dialog')).toEqual([]);
    return credentials;
  };
  return { mac, doors, tool, look, dispose: () => mac.dispose() };
};

/** One look at a Mac that is gone afterwards. */
export const lookOnce = async (create: (context: ToolContext) => CredentialTool, given: Given = {}, at = now) => {
  const made = await lookedAt(create, given);
  try {
    return await made.look(at);
  } finally {
    await made.dispose();
  }
};

const put = (path: string, content: string | Buffer) => writeFileSync(path, content);

const hugeFile = (path: string) => {
  put(path, '');
  truncateSync(path, 64 * 1024 * 1024);
};

/** Ways in which a text file can be broken whatever it should hold. */
export const broken: readonly (readonly [string, (path: string) => void])[] = [
  ['binary', (path) => put(path, Buffer.from([0, 1, 2, 255, 254]))],
  ['begun with a byte order mark', (path) => put(path, `\uFEFF{"a":"${canary}"}`)],
  ['a folder', (path) => mkdirSync(path)],
  ['a link to nowhere', (path) => symlinkSync('/nowhere/at/all', path)],
  ['64 megabytes long', (path) => hugeFile(path)],
];

/** JSON that is not what was expected. */
export const brokenJson: readonly (readonly [string, (path: string) => void])[] = [
  ...broken,
  ['empty', (path) => put(path, '')],
  ['cut short', (path) => put(path, `{"token":"${canary}","tok`)],
  ['a list', (path) => put(path, `["${canary}"]`)],
  ['a text', (path) => put(path, JSON.stringify(canary))],
];

/** Looks while the file is broken in that way. */
export const lookWithBroken = async (
  create: (context: ToolContext) => CredentialTool,
  macPath: string,
  breakFile: (path: string) => void,
  given: Given = {},
): Promise<readonly Credential[]> => {
  const made = await lookedAt(create, given);
  try {
    const path = made.mac.root + macPath;
    mkdirSync(dirname(path), { recursive: true });
    rmSync(path, { recursive: true, force: true });
    breakFile(path);
    return await made.look();
  } finally {
    await made.dispose();
  }
};

/** How many keychain searches a second look costs; and that it says the same without parsing JSON again. */
export const expectSecondLookToCostNothing = async (
  create: (context: ToolContext) => CredentialTool,
  given: Given,
): Promise<void> => {
  const made = await lookedAt(create, given);
  try {
    const first = await made.look();
    const parse = vi.spyOn(JSON, 'parse');
    const find = vi.spyOn(made.doors.security, 'findItem');
    const second = (await made.tool.look())(now);
    expect(parse).not.toHaveBeenCalled();
    expect(find).not.toHaveBeenCalled();
    parse.mockRestore();
    expect(second).toEqual(first);
  } finally {
    await made.dispose();
  }
};

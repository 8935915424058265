import { rmSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { failure } from '../../../electron/core/outcome';
import type { MacDoors } from '../../../electron/system/doors';
import { createItemLookup, type ItemQuery } from '../../../electron/tools/common/item-lookup';
import type { Scenario, ScenarioItem } from '../../simulator/parsing/scenario';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain } from '../../system/simulated-doors';
import { canary, generic, internet } from '../one-keychain';
import { searchesOf } from '../searches';

const thirdKeychain = '/Users/alice/Library/Keychains/third.keychain-db';
const at = (item: ScenarioItem, modifiedAt: string): ScenarioItem => ({ ...item, modifiedAt });
const hex = (bytes: string | Buffer): string => Buffer.from(bytes).toString('hex');
const withBytes = (service: string, accountHex: string): ScenarioItem => ({
  ...{ class: 'genp', service, accountHex, data: canary },
});

const scenario: Scenario = {
  now: '2026-09-10T12:00:00Z',
  user: { name: 'alice', uid: 501, home: '/Users/alice', password: 'p' },
  keychains: [
    {
      path: loginKeychain,
      password: 'p',
      isLogin: true,
      items: [
        at(generic('twice', 'first'), '2026-09-01T10:00:00Z'),
        at(generic('twice', 'second'), '2026-09-02T10:00:00Z'),
        generic('gh:github.com', ''),
        generic('Wörter 山田 🔑', 'jürgen'),
        withBytes('ends in NUL', hex('alice\0')),
        withBytes('bytes', 'ff41'),
        internet('github.com', 'octocat'),
        generic('in both'),
      ],
    },
    { path: otherKeychain, password: 'q', items: [generic('in both'), generic('in the other'), internet('registry')] },
  ],
  sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }],
};

/** What is asked for, and which item it is that is found. */
const questions: readonly (readonly [ItemQuery, object])[] = [
  [
    { class: 'generic', service: 'twice' },
    { kind: 'found', account: 'first', modifiedAt: Date.UTC(2026, 8, 1, 10) },
  ],
  [
    { class: 'generic', service: 'twice', account: 'second' },
    { account: 'second', modifiedAt: Date.UTC(2026, 8, 2, 10) },
  ],
  [{ class: 'generic', service: 'twice', account: 'third' }, { kind: 'none' }],
  [{ class: 'generic', service: 'Twice' }, { kind: 'none' }],
  [{ class: 'generic', service: 'gh:github.com' }, { account: '' }],
  [{ class: 'generic', service: 'gh:github.com', account: '' }, { account: '' }],
  [{ class: 'generic', service: 'gh:github.com', account: 'octocat' }, { kind: 'none' }],
  [{ class: 'generic', service: 'Wörter 山田 🔑', account: 'jürgen' }, { account: 'jürgen' }],
  [{ class: 'generic', service: 'ends in NUL' }, { account: 'alice' }],
  [{ class: 'generic', service: 'ends in NUL', account: 'alice' }, { kind: 'none' }],
  [
    { class: 'generic', service: 'in both' },
    { keychainPath: loginKeychain, isInLoginKeychain: true },
  ],
  [
    { class: 'generic', service: 'in the other' },
    { keychainPath: otherKeychain, isInLoginKeychain: false },
  ],
  [{ class: 'generic', service: 'github.com' }, { kind: 'none' }],
  [
    { class: 'internet', server: 'github.com' },
    { account: 'octocat', isInLoginKeychain: true },
  ],
  [{ class: 'internet', server: 'github.com', account: 'hubot' }, { kind: 'none' }],
  [{ class: 'internet', server: 'registry', account: '' }, { keychainPath: otherKeychain }],
  [{ class: 'internet', server: 'twice' }, { kind: 'none' }],
  [{ class: 'generic', service: 'nowhere' }, { kind: 'none' }],
];

const noListing = { tool: 'Security.framework', when: 'SecItemCopyMatching', exit: 36 } as const;

let mac: MacWithDoors;
const make = async (changes: Partial<Scenario> = {}): Promise<MacDoors> => {
  mac = await macWithDoors({ ...scenario, ...changes });
  return mac.doors();
};
afterEach(() => mac.mac.dispose());

describe('an item', () => {
  it.each([
    ['one listing of each keychain', [], [[loginKeychain], [otherKeychain]]],
    ['the security tool where nothing can be listed', [noListing], null],
    ['the security tool where the framework is not there', [{ tool: 'Security.framework' }], null],
  ])('is found, the same one, by %s', async (_means, faults, searched) => {
    const doors = await make({ faults });
    const searches = searchesOf(doors);
    const { find } = createItemLookup(doors);
    const answers = await Promise.all(questions.map(async ([query]) => [query, await find(query)]));
    expect(answers).toMatchObject(questions);
    if (searched) expect(searches()).toEqual(searched);
    else expect(vi.mocked(doors.security.findItem).mock.calls.length).toBeGreaterThan(8);
    expect(JSON.stringify(answers)).not.toContain(canary);
    expect(mac.mac.ledger()).toEqual([]);
  });

  it('is searched by the security tool alone where its account is no text', async () => {
    const doors = await make();
    const { find } = createItemLookup(doors);
    const searches = searchesOf(doors);
    await find({ class: 'generic', service: 'bytes' });
    expect(searches()).toEqual([[{ service: 'bytes' }], [loginKeychain]]);
    expect(await find({ class: 'generic', service: 'bytes', account: 'A' })).toEqual({ kind: 'none' });
    expect(searches()).toEqual([[{ service: 'bytes' }], [loginKeychain], [otherKeychain]]);
  });

  it('is not missed because a keychain of the list is gone or damaged, which every program passes over', async () => {
    const gone = { path: thirdKeychain, password: 'r', items: [generic('lost')] };
    const doors = await make({ keychains: [gone, ...(scenario.keychains ?? [])] });
    const asked = { class: 'generic', service: 'in the other' } as const;
    writeFileSync(mac.mac.root + thirdKeychain, 'no keychain');
    expect(await createItemLookup(doors).find(asked)).toMatchObject({ keychainPath: otherKeychain });
    rmSync(mac.mac.root + thirdKeychain);
    expect(await createItemLookup(doors).find(asked)).toMatchObject({ keychainPath: otherKeychain });
  });

  it.each([
    ['twice', 0],
    ['in the other', 1],
    ['nowhere', 1],
  ])('called “%s” is asked for %i times where the second keychain cannot be listed', async (service, children) => {
    const doors = await make();
    const list = doors.itemListing.list;
    vi.spyOn(doors.itemListing, 'list').mockImplementation((path) =>
      path === otherKeychain ? Promise.resolve({ ok: false, code: 'refused', reason: 'No.' }) : list(path),
    );
    const find = vi.spyOn(doors.security, 'findItem');
    await createItemLookup(doors).find({ class: 'generic', service });
    expect(find).toHaveBeenCalledTimes(children);
  });

  it('is unknown where neither answers, and that is not remembered', async () => {
    const faults = [noListing, { tool: 'security', when: 'find-generic-password', exit: 77, times: 1 }];
    const doors = await make({ faults });
    const { find } = createItemLookup(doors);
    const asked = { class: 'generic', service: 'twice' } as const;
    expect(await find(asked)).toMatchObject({ kind: 'unknown' });
    expect(await find(asked)).toMatchObject({ kind: 'found' });
  });

  it('is looked for again when a keychain has changed, in that keychain only', async () => {
    const doors = await make();
    const { find } = createItemLookup(doors);
    const asked = { class: 'generic', service: 'twice' } as const;
    const gone = { class: 'generic', service: 'in the other' } as const;
    await Promise.all([find(asked), find(gone)]);
    const searches = searchesOf(doors);
    await Promise.all([find(asked), find(gone)]);
    expect(searches()).toEqual([]);
    await mac.mac.run('security', ['delete-generic-password', '-s', 'in the other', otherKeychain]);
    expect(await Promise.all([find(asked), find(gone)])).toMatchObject([{ kind: 'found' }, { kind: 'none' }]);
    expect(searches()).toEqual([[otherKeychain]]);
  });
});

describe('where the security tool did not answer when asked for the list', () => {
  it('it is not asked for each item as well', async () => {
    const doors = await make();
    const reason = 'The security tool did not answer within 5 seconds.';
    const findItem = vi.fn<MacDoors['security']['findItem']>();
    const silent = async () => failure('timed-out', reason);
    const lookup = createItemLookup({ ...doors, security: { ...doors.security, listKeychains: silent, findItem } });
    expect(await lookup.find({ class: 'generic', service: 'twice' })).toEqual({ kind: 'unknown', reason });
    expect(await lookup.keychains.silence()).toBe(reason);
    expect(findItem).not.toHaveBeenCalled();
  });

  it('one that fails at once is, and one that answers is not taken for silent', async () => {
    const doors = await make();
    const garbled = async () => failure('garbled', 'Not understood.');
    const lookup = createItemLookup({ ...doors, security: { ...doors.security, listKeychains: garbled } });
    expect(await lookup.find({ class: 'generic', service: 'twice' })).toMatchObject({ kind: 'found' });
    expect(await createItemLookup(doors).keychains.silence()).toBeNull();
  });
});

describe('a keychain by its path', () => {
  it('tells all of a service, also where no program searches it', async () => {
    const doors = await make();
    await mac.mac.run('security', ['list-keychains', '-s', loginKeychain]);
    const { itemsIn } = createItemLookup(doors);
    const items = await itemsIn(otherKeychain);
    expect(items.kind === 'listed' && items.named('generic', 'in both').map(({ account }) => account)).toEqual([
      'alice',
    ]);
    expect(items.kind === 'listed' && items.named('generic', 'constructor')).toEqual([]);
    expect((await itemsIn('/Users/alice/gone.keychain-db')).kind).toBe('none');
  });

  it('says why it could not be listed', async () => {
    const { itemsIn } = createItemLookup(await make({ faults: [noListing] }));
    expect(await itemsIn(loginKeychain)).toEqual({
      kind: 'unlisted',
      reason: expect.stringMatching(/^macOS would have to ask somebody .* locked, or this program may not/),
    });
  });
});

import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Outcome } from '../../electron/core/outcome';
import { type FrameworkLibrary, loadFrameworkLibrary } from '../../electron/system/keychain/framework-library';
import { parseItemAttributes } from '../../electron/system/keychain/item-attributes';
import { createItemListingDoor } from '../../electron/system/keychain/item-listing';
import { readLockThroughFramework } from '../../electron/system/keychain/security-framework';
import type { MacUnderTest } from './mac-under-test';

const password = 'throw-away';

/** What SecItemCopyMatching lists of a keychain, as far as Latchkey stands on it. Nothing in here can raise a dialog. */
export const describeListings = (make: () => Promise<MacUnderTest>): void => {
  let mac: MacUnderTest;
  let library: Outcome<FrameworkLibrary> & { readonly ok: true };
  let keychain: string;
  let count = 0;

  beforeAll(async () => {
    mac = await make();
    const loaded = loadFrameworkLibrary(mac.host);
    if (!loaded.ok) throw new Error(loaded.reason);
    library = loaded;
  });
  beforeEach(async () => {
    count += 1;
    keychain = `${mac.folder}/listed ${count}.keychain-db`;
    expect((await mac.security('create-keychain', '-p', password, keychain)).code).toBe(0);
  });
  afterAll(() => mac.dispose());

  const add = async (service: string, account: string) => {
    const { code } = await mac.security('add-generic-password', '-s', service, '-a', account, '-w', 'secret', keychain);
    expect(code).toBe(0);
  };
  const list = (path = keychain) => createItemListingDoor(library).list(path);
  const listed = async (): Promise<readonly (readonly [string, string | null])[]> => {
    const listing = await list();
    if (!listing.ok) throw new Error(listing.reason);
    return listing.value.generic.map(({ name, account }) => [name, account]);
  };
  const state = () => readLockThroughFramework(library.value, keychain).state;

  it('has nothing of an empty keychain', async () => {
    expect(await list()).toEqual({ ok: true, value: { generic: [], internet: [] } });
  });

  it('has every password, many of one service too', async () => {
    for (const account of ['one', 'two', '山田', '']) await add('Latchkey contract', account);
    await add('another', 'one');
    const found = [...(await listed())].sort();
    expect(found).toEqual([
      ...['', 'one', 'two', '山田'].map((account) => ['Latchkey contract', account]),
      ['another', 'one'],
    ]);
  });

  it('tells the same of a locked keychain, and leaves it locked', async () => {
    await add('Latchkey contract', 'contract');
    const unlocked = await list();
    expect((await mac.security('lock-keychain', keychain)).code).toBe(0);
    expect(await list()).toEqual(unlocked);
    expect(state()).toBe('locked');
  });

  it('tells the same as the security tool, which finds the first', async () => {
    for (const account of ['b', 'a', 'c']) await add('Latchkey contract', account);
    const { stdout } = await mac.security('find-generic-password', '-s', 'Latchkey contract', keychain);
    const printed = parseItemAttributes(stdout);
    const listing = await list();
    const [first] = listing.ok ? listing.value.generic : [];
    expect(printed).toMatchObject({ ok: true, value: { account: first?.account, modifiedAt: first?.modifiedAt } });
  });

  it('sees at once what has been added and changed', async () => {
    expect(await listed()).toEqual([]);
    await add('Latchkey contract', 'new');
    expect(await listed()).toEqual([['Latchkey contract', 'new']]);
  });

  it('says of a keychain that is not there that it is not', async () => {
    expect(await list(`${mac.folder}/never made.keychain-db`)).toMatchObject({ ok: false, code: 'no-such-keychain' });
  });
};

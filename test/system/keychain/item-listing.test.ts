import koffi from 'koffi';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { loadFrameworkLibrary } from '../../../electron/system/keychain/framework-library';
import { createItemListingDoor } from '../../../electron/system/keychain/item-listing';
import type { ScenarioItem } from '../../simulator/parsing/scenario';
import { eventually } from '../../vitest/patience';
import { loginKeychain, type MacWithDoors, macWithDoors, otherKeychain, twoKeychains } from '../simulated-doors';

const data = 'CANARY-secret';
const hex = (text: string): string => Buffer.from(text).toString('hex');
const modifiedAt = '2026-09-10T06:13:32Z';
const items: readonly ScenarioItem[] = [
  { class: 'genp', service: 'Some service', account: 'alice', data, modifiedAt },
  { class: 'genp', service: 'Some service', account: '', data, modifiedAt },
  { class: 'genp', service: 'Dienst für 山田 🔑', accountHex: hex('ends in NUL\0'), data, modifiedAt },
  { class: 'genp', service: 'Bytes', accountHex: 'ff41', data, modifiedAt },
  { class: 'genp', service: '', account: 'nobody could ask for it', data, modifiedAt },
  { class: 'inet', server: 'github.com', account: 'octocat', data, modifiedAt },
];
const at = Date.parse(modifiedAt);
const listed = {
  generic: [
    { name: 'Some service', account: 'alice', modifiedAt: at },
    { name: 'Some service', account: '', modifiedAt: at },
    { name: 'Dienst für 山田 🔑', account: 'ends in NUL\0', modifiedAt: at },
    { name: 'Bytes', account: null, modifiedAt: at },
  ],
  internet: [{ name: 'github.com', account: 'octocat', modifiedAt: at }],
};

const [login, other] = twoKeychains.keychains ?? [];
if (!login || !other) throw new Error('Two keychains are needed.');
let mac: MacWithDoors;
const make = async (faults: readonly object[] = []) => {
  mac = await macWithDoors({
    ...twoKeychains,
    keychains: [{ ...login, items }, other],
    faults: faults.map((fault) => ({ tool: 'Security.framework', ...fault })),
  });
  return mac.doors();
};
const inListing = { when: 'SecItemCopyMatching' };
afterEach(() => mac.mac.dispose());

/** The library that the product has loaded: another handle of the same. */
const frameworkOf = ({ mac: { root } }: MacWithDoors, name: string) =>
  koffi.load(`${root}/System/Library/Frameworks/${name}.framework/${name}`);

const library = () => {
  const loaded = loadFrameworkLibrary(mac.host());
  if (!loaded.ok) throw new Error(loaded.reason);
  return loaded;
};

describe('a listing of a keychain', () => {
  it('has every password by its attributes, in the order of the keychain', async () => {
    expect(await (await make()).itemListing.list(loginKeychain)).toEqual({ ok: true, value: listed });
  });

  it('is the same while the keychain is locked, over SSH too, and nobody notices', async () => {
    const { security, itemListing } = await make();
    await security.lockAll();
    const before = mac.mac.ledger();
    expect(await itemListing.list(loginKeychain)).toEqual({ ok: true, value: listed });
    expect(await mac.doors('ssh-1').itemListing.list(loginKeychain)).toEqual({ ok: true, value: listed });
    expect(await mac.doors('initial').itemListing.list(loginKeychain)).toEqual({ ok: true, value: listed });
    // No dialog, no decrypt, no restart of a timer, and no keychain opened before the ban on asking.
    expect(mac.mac.ledger()).toEqual(before);
  });

  it('is of that keychain alone', async () => {
    const { itemListing } = await make();
    expect(await itemListing.list(otherKeychain)).toEqual({ ok: true, value: { generic: [], internet: [] } });
  });

  it('is asked for by a query that can raise nothing, decrypt nothing and reach nothing else', async () => {
    const { itemListing } = await make();
    const queries: string[] = [];
    const lastQuery = frameworkOf(mac, 'Security').func('const char *LatchkeyLastQuery()');
    const start = vi.spyOn(library().value.turn, 'take');
    for (const path of [loginKeychain, otherKeychain]) {
      await itemListing.list(path);
      queries.push(lastQuery());
    }
    expect(start).toHaveBeenCalledTimes(4);
    // Of the second class; of the first all is the same but that.
    const query = 'interaction=0 class=inet m_SearchList=1 m_Limit=m_LimitAll r_Attributes=1 nleg=0 u_AuthUI=u_AuthUIS';
    expect(queries).toEqual([query, query]);
  });

  it('is anew each time, and keeps nothing', async () => {
    const { itemListing } = await make();
    const living = ['Security', 'CoreFoundation'].map((name) =>
      frameworkOf(mac, name).func('long LatchkeyLivingObjects()'),
    );
    const alive = () => living.map((count) => Number(count()));
    await itemListing.list(loginKeychain);
    const before = alive();
    for (let count = 0; count < 5; count += 1) await itemListing.list(loginKeychain);
    expect(alive()).toEqual(before);
    await mac.mac.run('security', ['delete-generic-password', '-s', 'Bytes', loginKeychain]);
    const listing = await itemListing.list(loginKeychain);
    expect(listing.ok && listing.value.generic).toEqual(listed.generic.slice(0, 3));
  });

  it.each([
    ['/Users/alice/gone.keychain-db', 'no-such-keychain'],
    ['/private/var/latchkey/clock', 'invalid-keychain'],
  ])('of %s is none, and says why: %s', async (path, code) => {
    expect(await (await make()).itemListing.list(path)).toMatchObject({ ok: false, code });
  });

  it('is not taken for one without items where a search of what cannot be opened finds nothing', async () => {
    const { itemListing } = await make([{ ...inListing, exit: 44 }]);
    expect(await itemListing.list(loginKeychain)).toEqual({ ok: true, value: { generic: [], internet: [] } });
    expect(await itemListing.list('/Users/alice/gone.keychain-db')).toMatchObject({ code: 'no-such-keychain' });
  });

  it.each([
    [{ ...inListing, exit: 36 }, 'refused', /locked/],
    [{ ...inListing, exit: 34_018 }, 'refused', /-34018/],
    [{ ...inListing, stdout: 'nothing' }, 'garbled', /does not know/],
    [{ ...inListing, stdout: 'no-list' }, 'garbled', /does not know/],
    [{ ...inListing, stdout: 'odd-items' }, 'garbled', /does not know/],
    [{}, 'not-loadable', /could not be reached/],
  ])('says what is wrong: %j is %s', async (fault, code, reason) => {
    const answer = await (await make([fault])).itemListing.list(loginKeychain);
    expect(answer).toMatchObject({ ok: false, code, reason: expect.stringMatching(reason) });
  });

  it('is not asked for again at once after it has failed', async () => {
    const { itemListing } = await make([{ ...inListing, exit: 36, times: 1 }]);
    expect((await itemListing.list(loginKeychain)).ok).toBe(false);
    expect(await itemListing.list(loginKeychain)).toMatchObject({ ok: false, code: 'refused' });
    expect((await itemListing.list(otherKeychain)).ok).toBe(true);
  });

  it('is given up when it hangs; the lock state is told all the same, and it is well again when the call is back', async () => {
    const { lock, autoLock } = await make([{ ...inListing, hangMs: 600, times: 1 }]);
    const door = createItemListingDoor(library(), { timeLimitMs: 50 });
    expect(await door.list(loginKeychain)).toMatchObject({ ok: false, code: 'timed-out' });
    expect(door.isStuck()).toBe(true);
    expect(lock.means).not.toBe('framework');
    const reading = await lock.read(loginKeychain);
    expect(reading).toEqual({ state: 'unlocked' });
    expect(await autoLock.read(loginKeychain, reading)).toMatchObject({ lockOnSleep: false, idleTimeoutSeconds: null });
    await eventually(() => expect(door.isStuck()).toBe(false));
    expect(lock.means).toBe('framework');
    expect((await createItemListingDoor(library()).list(loginKeychain)).ok).toBe(true);
    expect(mac.mac.ledger()).toEqual([]);
  });

  it('and the lock state take turns, so that no two calls are in the framework at once', async () => {
    const doors = await make([{ ...inListing, hangMs: 20 }]);
    const others = mac.doors();
    const everything = await Promise.all([
      doors.itemListing.list(loginKeychain),
      others.itemListing.list(otherKeychain),
      doors.lock.read(loginKeychain),
      others.lock.read(otherKeychain),
      doors.autoLock.read(loginKeychain, { state: 'unlocked' }),
    ]);
    expect(everything).toMatchObject([
      { ok: true },
      { ok: true },
      { state: 'unlocked' },
      { state: 'locked' },
      { source: 'session' },
    ]);
    // Two at once would have ended this process, and stood here.
    expect(mac.mac.ledger()).toEqual([]);
  });

  it('takes no other’s place: a call on this thread is refused while one is under way', async () => {
    await make([{ ...inListing, hangMs: 100 }]);
    const { value: framework } = library();
    const listing = createItemListingDoor(library()).list(loginKeychain);
    expect(framework.withKeychain(loginKeychain, (keychain) => keychain.status())).toEqual({ osStatus: 1 });
    expect((await listing).ok).toBe(true);
    expect(framework.withKeychain(loginKeychain, (keychain) => keychain.status())).toEqual({ osStatus: 0, bits: 7 });
  });

  it('of ten thousand items lets others have their turn in between', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      ...({ class: 'genp', service: `service ${index}`, account: 'alice', data, modifiedAt } as const),
    }));
    mac = await macWithDoors({ ...twoKeychains, keychains: [{ ...login, items: many }] });
    let turns = 0;
    const turning = setInterval(() => {
      turns += 1;
    }, 0);
    const listing = await mac.doors().itemListing.list(loginKeychain);
    clearInterval(turning);
    expect(listing.ok && listing.value.generic.at(-1)?.name).toBe('service 9999');
    expect(listing.ok && listing.value.generic).toHaveLength(10_000);
    expect(turns).toBeGreaterThan(3);
  });
});

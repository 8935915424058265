import { describe, expect, it, vi } from 'vitest';
import { failure, type Outcome, success } from '../../../electron/core/outcome';
import type { LockReading } from '../../../electron/core/words/reading';
import type { Keyring } from '../../../electron/system/keychain/app-access';
import type { FrameworkLibrary } from '../../../electron/system/keychain/framework-library';
import { createFrameworkTurn, type FrameworkTurn } from '../../../electron/system/keychain/framework-turn';
import { createKeytarDoor } from '../../../electron/system/keychain/keytar-door';
import type { SecurityOutcome } from '../../../electron/system/keychain/security';
import { eventually } from '../../vitest/patience';
import { someHost } from '../some-host';

const now = Date.UTC(2026, 8, 10, 9);
const loaded: Outcome<FrameworkLibrary> = success({} as FrameworkLibrary);
const accountPattern = new RegExp(`^check-${now}-[0-9a-f]{16}$`);
const never = () => new Promise<never>(() => undefined);

/** A keyring in memory. What is overridden fails, hangs or lies. */
const createKeyring = (overrides: Partial<Keyring> = {}) => {
  const items = new Map<string, string>();
  const keyring: Keyring = {
    async setPassword(_service, account, value) {
      items.set(account, value);
    },
    getPassword: async (_service, account) => items.get(account) ?? null,
    deletePassword: async (_service, account) => items.delete(account),
    findCredentials: async () => [...items.keys()].map((account) => ({ account })),
    ...overrides,
  };
  return { items, keyring };
};

interface DoorChanges {
  readonly library?: Outcome<FrameworkLibrary>;
  readonly turn?: Pick<FrameworkTurn, 'hold'>;
  readonly lock?: LockReading;
  readonly defaultKeychain?: SecurityOutcome<string>;
  readonly load?: () => Promise<Keyring>;
}

const doorTo = (keyring: Keyring, changes: DoorChanges = {}) =>
  createKeytarDoor(
    {
      host: someHost({ now: () => now }),
      library: changes.library ?? loaded,
      lock: { read: async () => changes.lock ?? { state: 'unlocked' } },
      security: { defaultKeychain: async () => changes.defaultKeychain ?? success('/k') },
      ...(changes.turn ? { turn: changes.turn } : {}),
    },
    { load: changes.load ?? (async () => keyring), timeLimitMs: 60 },
  );

const refusedAt = (step: string, problem: string, said: string | null = null) => ({
  step,
  result: 'refused',
  problem,
  said,
});
const ok = (step: string) => ({ step, result: 'ok' });
const notTried = (step: string) => ({ step, result: 'not-tried' });

describe('the check that apps can use the keychain', () => {
  it('uses one item of our own service, with a value that is new each time, and tells it to nobody', async () => {
    const setPassword = vi.fn<Keyring['setPassword']>();
    const { items, keyring } = createKeyring();
    const door = doorTo({
      ...keyring,
      async setPassword(...args) {
        setPassword(...args);
        await keyring.setPassword(...args);
      },
    });
    const results = [await door.check(), await door.check()];
    const sentence = { kind: 'checked', steps: ['write', 'read', 'delete'].map(ok), removedLeftovers: 0 };
    expect(results).toEqual([sentence, sentence]);
    const [[service, account, value] = [], [, otherAccount, otherValue] = []] = setPassword.mock.calls;
    expect(service).toBe('Latchkey check');
    expect([account, otherAccount]).toEqual([
      expect.stringMatching(accountPattern),
      expect.stringMatching(accountPattern),
    ]);
    expect(account === otherAccount || value === otherValue).toBe(false);
    expect(JSON.stringify(results)).not.toContain(value);
    expect(items.size).toBe(0);
  });

  it('makes each call in its turn: none while another is in the framework, and none beside it', async () => {
    const turn = createFrameworkTurn();
    const seen: boolean[] = [];
    const { keyring } = createKeyring();
    const watched = Object.entries(keyring).map(([name, call]) => [
      name,
      async (...args: readonly never[]) => {
        await Promise.resolve();
        seen.push(turn.isTaken());
        return Reflect.apply(call, keyring, args);
      },
    ]);
    const listing = turn.hold(() => Promise.resolve(seen.push(false)));
    const check = doorTo(Object.fromEntries(watched) as Keyring, { turn }).check();
    await Promise.all([listing, check]);
    expect(seen).toEqual([false, true, true, true, true]);
    expect(turn.isTaken()).toBe(false);
  });

  it('deletes the item also when it cannot be read', async () => {
    const refusal = () => Promise.reject(new Error('User interaction is not allowed.'));
    const { items, keyring } = createKeyring({ getPassword: refusal });
    expect(await doorTo(keyring, { lock: { state: 'locked' } }).check()).toMatchObject({
      steps: [ok('write'), refusedAt('read', 'keychain-locked', 'User interaction is not allowed.'), ok('delete')],
    });
    expect(items.size).toBe(0);
  });

  it.each([
    ['wrong-value', 'another value'],
    ['not-there', null],
  ])('finds %s when it reads %j, and deletes the item', async (problem, value) => {
    const { items, keyring } = createKeyring({ getPassword: async () => value });
    expect(await doorTo(keyring).check()).toMatchObject({
      steps: [ok('write'), refusedAt('read', problem), ok('delete')],
    });
    expect(items.size).toBe(0);
  });

  it('touches nothing else when it cannot write', async () => {
    const others = { getPassword: vi.fn(), deletePassword: vi.fn(), findCredentials: vi.fn() };
    const { keyring } = createKeyring({ ...others, setPassword: () => Promise.reject(new Error('Nein.')) });
    expect(await doorTo(keyring).check()).toMatchObject({
      steps: [refusedAt('write', 'refused', 'Nein.'), notTried('read'), notTried('delete')],
    });
    for (const call of Object.values(others)) expect(call).not.toHaveBeenCalled();
  });

  it('tells that the item stays where it cannot be deleted', async () => {
    const { keyring } = createKeyring({ deletePassword: () => Promise.reject(new Error('No.')) });
    expect(await doorTo(keyring).check()).toMatchObject({
      steps: [ok('write'), ok('read'), refusedAt('delete', 'refused', 'No.')],
    });
  });
});

describe.each(['User interaction is not allowed.', 'Es ist keine Interaktion mit dem Benutzer erlaubt.'])(
  'why it was refused, in whatever words: %s',
  (words) => {
    const refusing = createKeyring({ setPassword: () => Promise.reject(new Error(words)) }).keyring;

    it.each<[string, DoorChanges]>([
      ['keychain-locked', { lock: { state: 'locked' } }],
      ['refused', { lock: { state: 'unlocked' } }],
      ['refused', { lock: { state: 'unknown', reason: 'No answer.' } }],
      ['no-default-keychain', { defaultKeychain: failure('no-default-keychain', 'None.') }],
      ['refused', { defaultKeychain: failure('timed-out', 'Slow.'), lock: { state: 'locked' } }],
    ])('is %s with %j', async (problem, changes) => {
      expect(await doorTo(refusing, changes).check()).toMatchObject({
        steps: [refusedAt('write', problem, words), notTried('read'), notTried('delete')],
      });
    });
  },
);

describe('a keyring that hangs', () => {
  it('is given up in time; the item is deleted as soon as the call comes back', async () => {
    let comeBack = () => {};
    const { items, keyring } = createKeyring();
    const slow: Keyring = {
      ...keyring,
      getPassword: () => new Promise((resolve) => (comeBack = () => resolve('late'))),
    };
    const door = doorTo(slow);
    expect(await door.check()).toMatchObject({
      steps: [ok('write'), refusedAt('read', 'timed-out'), notTried('delete')],
    });
    expect([items.size, door.isStuck()]).toEqual([1, true]);
    comeBack();
    await eventually(() => expect(door.isStuck()).toBe(false));
    expect(items.size).toBe(0);
  });

  it('does not keep a second attempt from working', async () => {
    const { keyring } = createKeyring();
    let attempts = 0;
    const door = doorTo({
      ...keyring,
      setPassword: (...args) => (++attempts === 1 ? never() : keyring.setPassword(...args)),
    });
    expect(await door.check()).toMatchObject({ steps: [{ problem: 'timed-out' }, {}, {}] });
    expect(await door.check()).toMatchObject({ steps: ['write', 'read', 'delete'].map(ok) });
  });

  it('gets two threads and no more, until one comes back', async () => {
    const waiting: (() => void)[] = [];
    const setPassword = vi.fn(() => new Promise<void>((resolve) => waiting.push(resolve)));
    const door = doorTo(createKeyring({ setPassword }).keyring);
    await door.check();
    await door.check();
    expect(await door.check()).toMatchObject({ kind: 'not-possible', code: 'still-waiting' });
    expect(setPassword).toHaveBeenCalledTimes(2);
    waiting[0]?.();
    await eventually(async () => expect((await door.check()).kind).toBe('checked'));
    expect(setPassword).toHaveBeenCalledTimes(3);
  });
});

describe('the check is not made', () => {
  it('where this process could still raise a dialog', async () => {
    const load = vi.fn();
    const library = failure('not-loadable', 'koffi is not here.');
    expect(await doorTo(createKeyring().keyring, { library, load }).check()).toMatchObject({
      kind: 'not-possible',
      code: 'could-prompt',
      reason: expect.stringMatching(/^koffi is not here\. .*dialog/),
    });
    expect(load).not.toHaveBeenCalled();
  });

  it('where keytar’s native part does not load', async () => {
    const load = () => Promise.reject(new Error('Failed to load keytar native addon\nat …'));
    expect(await doorTo(createKeyring().keyring, { load }).check()).toEqual({
      kind: 'not-possible',
      code: 'no-native-module',
      reason: 'keytar’s native part could not be loaded: Failed to load keytar native addon',
    });
  });
});

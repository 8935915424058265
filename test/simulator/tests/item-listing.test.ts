import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import koffi from 'koffi';
import { describe, expect, it } from 'vitest';
import { exampleMac, exampleScenario, loginKeychain, nothingNoticed, noticed, vaultKeychain } from '../example-mac';
import type { SimulatedMac } from '../simulated-mac';

type Value = bigint | null;
const utf8 = 0x0800_0100;

/** The stubs of one Mac, called as a program in C would call the two frameworks. */
const frameworksOf = (mac: SimulatedMac) => {
  const load = (name: string) => koffi.load(`${mac.root}/System/Library/Frameworks/${name}.framework/${name}`);
  const [security, foundation] = [load('Security'), load('CoreFoundation')];
  const open = security.func('int32_t SecKeychainOpen(const char *path, _Out_ void **keychain)');
  const copyMatching = security.func('int32_t SecItemCopyMatching(void *query, _Out_ void **result)');
  const list = foundation.func('void *CFArrayCreate(void *a, void **values, long count, void *callbacks)');
  const pairs = foundation.func('void *CFDictionaryCreate(void *a, void **k, void **v, long n, void *kc, void *vc)');
  const get = foundation.func('void *CFDictionaryGetValue(void *pairs, void *key)');
  const text = foundation.func('uint8_t CFStringGetCString(void *text, _Out_ uint8_t *into, long n, uint32_t form)');
  const typeOf = foundation.func('unsigned long CFGetTypeID(void *value)');
  const constant = (name: string): bigint =>
    koffi.decode((name.startsWith('kSec') ? security : foundation).symbol(name), 'void *');
  const [yes, no] = [constant('kCFBooleanTrue'), constant('kCFBooleanFalse')];
  const keychain = (path: string): bigint => {
    const opened: Value[] = [null];
    open(path, opened);
    return opened[0] ?? 0n;
  };
  const listOf = (...paths: readonly string[]): bigint =>
    list(null, paths.map(keychain), paths.length, foundation.symbol('kCFTypeArrayCallBacks'));
  /** As it should be, with changes; null leaves a member out. */
  const query = (paths: readonly string[], changes: Readonly<Record<string, Value>> = {}): bigint => {
    const members = {
      kSecClass: constant('kSecClassGenericPassword'),
      kSecMatchSearchList: listOf(...paths),
      kSecMatchLimit: constant('kSecMatchLimitAll'),
      kSecReturnAttributes: yes,
      kSecUseDataProtectionKeychain: no,
      kSecUseAuthenticationUI: constant('kSecUseAuthenticationUISkip'),
      ...changes,
    };
    const given = Object.entries(members).filter(([, value]) => value !== null);
    const [keys, values] = [given.map(([key]) => constant(key)), given.map(([, value]) => value)];
    const ofKeys = foundation.symbol('kCFTypeDictionaryKeyCallBacks');
    return pairs(null, keys, values, keys.length, ofKeys, foundation.symbol('kCFTypeDictionaryValueCallBacks'));
  };
  const textOf = (value: bigint): string => {
    const into = Buffer.alloc(4_096);
    expect(text(value, into, into.length, utf8)).toBe(1);
    return into.toString('utf8', 0, into.indexOf(0));
  };
  return {
    constant,
    yes,
    no,
    query,
    get: (found: bigint, key: string): bigint => get(found, constant(key)),
    textOf,
    typeOf: (value: bigint): unknown => typeOf(value),
    typeNamed: (name: string): unknown => foundation.func(`unsigned long CF${name}GetTypeID()`)(),
    count: foundation.func('long CFArrayGetCount(void *list)'),
    at: foundation.func('void *CFArrayGetValueAtIndex(void *list, long index)'),
    seconds: foundation.func('double CFDateGetAbsoluteTime(void *date)'),
    release: foundation.func('void CFRelease(void *value)'),
    alive: security.func('long LatchkeyLivingObjects()'),
    find: (given: bigint): bigint | number => {
      const result: Value[] = [null];
      const osStatus: number = copyMatching(given, result);
      return osStatus === 0 ? (result[0] ?? 0n) : osStatus;
    },
    copyMatching,
  };
};

const secondItem = { class: 'genp', service: 'Second', account: '', data: 'TOP-SECRET' } as const;
const website = { class: 'inet', server: 'example.com', account: 'alice', data: 'TOP-SECRET' } as const;
const [login, vault] = exampleScenario.keychains;
const keychains = [
  { ...login, items: [...login.items, secondItem, website] },
  { ...vault, items: [{ class: 'genp', service: 'Bytes', accountHex: 'ff41', data: 'TOP-SECRET' } as const] },
];

const prepared = async (changes = {}) => {
  const mac = await exampleMac({ keychains, ...changes });
  return { mac, ...frameworksOf(mac) };
};

describe('the stand-in for SecItemCopyMatching', () => {
  it('lists the attributes of one class in one keychain, locked or not, and nobody notices', async () => {
    const { mac, find, query, count, at, get, textOf, seconds } = await prepared();
    const found = find(query([loginKeychain])) as bigint;
    expect(Number(count(found))).toBe(2);
    const first: bigint = at(found, 0);
    expect(['kSecAttrService', 'kSecAttrAccount', 'kSecClass'].map((key) => textOf(get(first, key)))).toEqual([
      'Claude Code-credentials',
      'alice',
      'genp',
    ]);
    expect(seconds(get(first, 'kSecAttrModificationDate')) + 978_307_200).toBe(Date.UTC(2026, 8, 10, 6, 13, 32) / 1000);
    expect(typeof find(query([vaultKeychain]))).toBe('bigint');
    expect(mac.ledger().filter(({ kind }) => kind !== 'opened-with-interaction')).toEqual([]);
    expect(noticed(mac)).toEqual(nothingNoticed);
  });

  it('leaves out what is empty, and has no text for bytes that are none', async () => {
    const { find, query, at, get, typeOf, typeNamed } = await prepared();
    expect(get(at(find(query([loginKeychain])) as bigint, 1), 'kSecAttrAccount')).toBeFalsy();
    const account = get(at(find(query([vaultKeychain])) as bigint, 0), 'kSecAttrAccount');
    expect(typeOf(account)).toBe(typeNamed('Null'));
  });

  it('has servers and no services in the other class', async () => {
    const { find, query, constant, at, get, textOf } = await prepared();
    const found = find(query([loginKeychain], { kSecClass: constant('kSecClassInternetPassword') })) as bigint;
    expect(textOf(get(at(found, 0), 'kSecAttrServer'))).toBe('example.com');
    expect(get(at(found, 0), 'kSecAttrService')).toBeFalsy();
  });

  it('says what is wrong with a query, and that there is nothing', async () => {
    const { find, query, constant, yes, copyMatching } = await prepared();
    expect(find(query([loginKeychain], { kSecClass: null }))).toBe(-50);
    expect(copyMatching(query([loginKeychain]), null)).toBe(-50);
    expect(find(query([loginKeychain], { kSecReturnData: yes }))).toBe(-50);
    expect(find(query([vaultKeychain], { kSecClass: constant('kSecClassInternetPassword') }))).toBe(-25300);
    expect(find(query(['/nowhere.keychain']))).toBe(-25294);
    expect(find(query(['/private/var/latchkey/clock']))).toBe(-25295);
  });

  it('skips a keychain that fails while another answers', async () => {
    const { find, query, count } = await prepared();
    expect(Number(count(find(query(['/nowhere.keychain', loginKeychain]))))).toBe(2);
  });

  it('hands over references unless attributes are wanted, and no list where one is enough', async () => {
    const { find, query, at, typeOf, typeNamed } = await prepared();
    const references = find(query([loginKeychain], { kSecReturnAttributes: null })) as bigint;
    expect(typeOf(at(references, 0))).not.toBe(typeNamed('Dictionary'));
    expect(typeOf(find(query([loginKeychain], { kSecMatchLimit: null })) as bigint)).toBe(typeNamed('Dictionary'));
  });

  it('searches the search list where no list is given', async () => {
    const { find, query, count } = await prepared();
    expect(Number(count(find(query([], { kSecMatchSearchList: null }))))).toBe(3);
  });

  it('asks somebody, and drops an error of the files, where the other store is asked too', async () => {
    const { mac, find, query, constant, yes } = await prepared();
    const careless = { kSecUseDataProtectionKeychain: null, kSecUseAuthenticationUI: null };
    expect(find(query(['/nowhere.keychain'], careless))).toBe(-25300);
    expect(noticed(mac).dialog).toBe(1);
    find(query([loginKeychain], { ...careless, kSecUseAuthenticationUI: constant('kSecUseAuthenticationUIFail') }));
    expect(noticed(mac).dialog).toBe(1);
    expect(find(query([loginKeychain], { kSecUseDataProtectionKeychain: yes }))).toBe(-25300);
  });

  it('decrypts, and restarts the timer, where the data of one is wanted', async () => {
    const { mac, find, query, yes } = await prepared();
    find(query([loginKeychain], { kSecMatchLimit: null, kSecReturnData: yes }));
    expect(noticed(mac)).toEqual({ dialog: 0, decrypt: 1, 'timer-restart': 1 });
  });

  it('keeps nothing of what was released', async () => {
    const { find, query, release, alive } = await prepared();
    const given = query([loginKeychain]);
    const before = alive();
    const found = find(given) as bigint;
    expect(alive()).toBeGreaterThan(before);
    release(found);
    expect(alive()).toBe(before);
  });

  it('sees what the tools have changed', async () => {
    const { mac, find, query, count } = await prepared();
    await mac.run('security', ['delete-generic-password', '-s', 'Second', loginKeychain]);
    expect(Number(count(find(query([loginKeychain]))))).toBe(1);
  });

  it('ends a process that calls from two threads at once, as the engine of the file keychains has', async () => {
    const hang = { tool: 'Security.framework', when: 'SecItemCopyMatching', hangMs: 60_000 };
    const { mac } = await prepared({ faults: [hang] });
    const program = `
      const koffi = require(${JSON.stringify(createRequire(import.meta.url).resolve('koffi'))});
      const library = koffi.load(${JSON.stringify(`${mac.root}/System/Library/Frameworks/Security.framework/Security`)});
      const search = library.func('int32_t SecItemCopyMatching(void *query, _Out_ void **result)');
      const pairs = library.func('void *CFDictionaryCreate(void *a, void **k, void **v, long n, void *kc, void *vc)');
      const callbacks = ['Key', 'Value'].map((of) => library.symbol('kCFTypeDictionary' + of + 'CallBacks'));
      const query = pairs(null, [], [], 0, ...callbacks);
      for (let call = 0; call < 2; call += 1) search.async(query, [null], () => {});`;
    expect(spawnSync(process.execPath, ['-e', program]).signal).toBe('SIGBUS');
    expect(mac.ledger()).toMatchObject([{ kind: 'concurrent-calls' }]);
  });

  it('fails, waits or answers oddly as the scenario says, as often as it says', async () => {
    const fault = { tool: 'Security.framework', when: 'SecItemCopyMatching' };
    const { find, query, typeOf, typeNamed } = await prepared({
      faults: [
        { ...fault, exit: 36, times: 1 },
        { ...fault, stdout: 'nothing', times: 1 },
        { ...fault, stdout: 'no-list', times: 1 },
        { ...fault, hangMs: 50, times: 1 },
      ],
    });
    const given = query([loginKeychain]);
    expect(find(given)).toBe(-25308);
    expect(find(given)).toBe(0n);
    expect(typeOf(find(given) as bigint)).toBe(typeNamed('String'));
    const before = performance.now();
    expect(typeOf(find(given) as bigint)).toBe(typeNamed('Array'));
    expect(performance.now() - before).toBeGreaterThanOrEqual(45);
    expect(typeOf(find(given) as bigint)).toBe(typeNamed('Array'));
  });
});

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDiskCheck, describeFreeSpace } from '../../../electron/system/checks/disk-check';
import { createKeychainListCheck } from '../../../electron/system/checks/keychain-list-check';
import { createLoginPasswordCheck } from '../../../electron/system/checks/login-password-check';
import { createVpnCheck } from '../../../electron/system/checks/vpn-check';
import { loginKeychain, macWithDoors, otherKeychain, twoKeychains } from '../simulated-doors';
import { someHost } from '../some-host';

const never = () => new AbortController().signal;
const keychains = twoKeychains.keychains ?? [];

describe('the keychain list', () => {
  const check = async (change: (path: string) => void = () => {}, changes: object = {}) => {
    const at = await macWithDoors({ ...twoKeychains, ...changes });
    change(at.mac.root + loginKeychain);
    const found = await createKeychainListCheck(at.doors()).run(never());
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
    return found;
  };

  it('of a Mac that is well is fine', async () => {
    expect(await check()).toMatchObject({
      result: 'fine',
      facts: {
        loginKeychainFile: { value: 'readable' },
        searchList: { value: { hasLogin: true, missing: [] } },
        defaultKeychain: { value: 'present' },
      },
    });
  });

  it.each<[string, string, (path: string) => void]>([
    ['is gone', 'missing', (path) => rmSync(path)],
    ['is empty', 'damaged', (path) => writeFileSync(path, '')],
    ['begins with something else', 'damaged', (path) => writeFileSync(path, 'SQLite format 3')],
    [
      'is a folder',
      'damaged',
      (path) => {
        rmSync(path);
        mkdirSync(path);
      },
    ],
  ])('with a login keychain that %s has a problem', async (_what, state, change) => {
    const found = await check(change);
    expect(found).toMatchObject({ result: 'problem', facts: { loginKeychainFile: { value: state } } });
    expect(found.sentence).toContain(loginKeychain);
  });

  it('that does not name the login keychain has a problem', async () => {
    const stdout = `    "${otherKeychain.replaceAll('"', '\\"')}"\n`;
    const found = await check(undefined, { faults: [{ tool: 'security', when: 'list-keychains', exit: 0, stdout }] });
    expect(found).toMatchObject({ result: 'problem', facts: { searchList: { value: { hasLogin: false } } } });
  });

  it('without a default has a problem', async () => {
    const faults = [{ tool: 'security', when: 'default-keychain', exit: 37, stderr: 'security: no default' }];
    expect(await check(undefined, { faults })).toMatchObject({
      result: 'problem',
      facts: { defaultKeychain: { value: 'not-set' } },
    });
  });

  it('is not known where the tool does not answer', async () => {
    const faults = [{ tool: 'security', exit: 77, stderr: 'strange' }];
    expect(await check(undefined, { faults })).toMatchObject({
      result: 'not-possible',
      facts: { searchList: { kind: 'not-measured' }, defaultKeychain: { kind: 'not-measured' } },
    });
  });
});

describe('the login password', () => {
  const check = async (scenario: object = {}, environment: Record<string, string> = {}) => {
    const at = await macWithDoors({ ...twoKeychains, ...scenario });
    const doors = at.doors();
    const host = { ...doors.host, environment: { ...doors.host.environment, ...environment } };
    const found = await createLoginPasswordCheck({ ...doors, host }).run(never());
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
    return found;
  };
  const lockedDesktop = { sessions: [{ id: 'desktop', kind: 'desktop', unlocked: [] }] };

  it('is never claimed to be in step or out of it', async () => {
    const found = await check();
    expect(found).toMatchObject({ result: 'not-possible', facts: { loginPassword: { kind: 'not-measured' } } });
    expect(found.sentence).not.toContain('What can be seen');
  });

  it('shows as a sign where the keychain is locked on the desktop although it never locks itself', async () => {
    expect((await check(lockedDesktop)).sentence).toContain('although it never locks itself');
  });

  it('shows no such sign where it locks itself, or over SSH', async () => {
    const lockOnSleep = keychains.map((keychain) => ({ ...keychain, lockOnSleep: true }));
    expect((await check({ ...lockedDesktop, keychains: lockOnSleep })).sentence).not.toContain('although');
    const overSsh = { SSH_CONNECTION: '192.168.1.9 50022 192.168.1.2 22' };
    expect((await check(lockedDesktop, overSsh)).sentence).not.toContain('although');
  });

  it('shows as a sign where a former keychain was put aside', async () => {
    const files = { '~/Library/Keychains/login_renamed_1.keychain-db': 'old' };
    expect((await check({ files })).sentence).toContain('login_renamed_1.keychain-db');
  });

  it('says so where the keychains’ folder cannot be listed, instead of having seen no former keychain', async () => {
    const doors = (await macWithDoors()).doors();
    const denied = { kind: 'unreadable', reason: 'macOS answered EPERM' } as const;
    const found = await createLoginPasswordCheck({ ...doors, readFolder: async () => denied }).run(never());
    expect(found.sentence).toContain(
      'Whether an older one was put aside could not be looked up: /Users/alice/Library/Keychains could not be listed (macOS answered EPERM).',
    );
    expect((await check()).sentence).not.toContain('could not be looked up');
  });
});

describe('the disk', () => {
  it('is asked where the home folder lies', async () => {
    const at = await macWithDoors();
    const found = await createDiskCheck(at.host()).run(never());
    expect(found).toMatchObject({ lookedAt: '/Users/alice', facts: { disk: { value: { path: '/Users/alice' } } } });
    expect(found.facts.disk?.kind === 'known' && found.facts.disk.value.freeBytes).toBeGreaterThan(0);
  });

  it('that is full is a problem', () => {
    expect(describeFreeSpace('/Users/alice', 3e6)).toMatchObject({
      result: 'problem',
      sentence: expect.stringMatching(/^3 MB/),
    });
    expect(describeFreeSpace('/Users/alice', 5e9).result).toBe('fine');
  });

  it('is not known where there is none', async () => {
    const host = someHost({ root: '/nonexistent' });
    expect(await createDiskCheck(host).run(never())).toMatchObject({
      result: 'not-possible',
      facts: { disk: { kind: 'not-measured' } },
    });
  });
});

describe('a VPN', () => {
  const own = { address: 'fe80::1', family: 'IPv6' } as const;
  const given = { address: '10.8.0.2', family: 'IPv4' } as const;
  const check = (interfaces: object) => createVpnCheck(someHost(), () => ({ ...interfaces })).run(never());

  it.each([
    [{ en0: [given], utun0: [own], utun1: [own], awdl0: [own] }, []],
    [{ en0: [given], utun4: [own, given] }, ['utun4']],
    [{ ppp0: [given], wg0: [given] }, ['ppp0', 'wg0']],
    [{ utun4: undefined }, []],
    [{ utun5: [{ address: 'fd7a:115c:a1e0::1', family: 'IPv6' }] }, ['utun5']],
  ])('is seen by its interface: %j', async (interfaces, up) => {
    const value = { isUp: up.length > 0, interfaces: up };
    expect(await check(interfaces)).toMatchObject({ result: 'fine', facts: { vpn: { value } } });
  });

  it('is not known on the simulated Mac, whose interfaces are another machine’s', async () => {
    const at = await macWithDoors();
    expect((await createVpnCheck(at.host()).run(never())).result).toBe('not-possible');
  });
});

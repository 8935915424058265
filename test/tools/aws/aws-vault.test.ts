import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAwsVault } from '../../../electron/tools/aws/aws-vault';
import { parseAwsVaultAccount } from '../../../electron/tools/aws/aws-vault-entries';
import type { Scenario } from '../../simulator/parsing/scenario';
import { loginKeychain } from '../../system/simulated-doors';
import { canary, now } from '../one-keychain';
import { noSearchAnswers, searchesOf } from '../searches';
import { type ToolOnMac, toolOnMac } from '../tool-on-mac';

const vault = '/Users/alice/Library/Keychains/aws-vault.keychain-db';
const sessionAccount = 'sts.GetSessionToken,ZGVmYXVsdA,,1789056000';
const codeAccount = `sts.GetSessionToken,ZGVmYXVsdA,${Buffer.from('arn:mfa').toString('base64url')},1789056000`;
const endsAt = '2026-09-10T16:00:00.000Z';

const keychains = (accounts: readonly string[]): Partial<Scenario> => ({
  keychains: [
    { path: loginKeychain, password: 'p', isLogin: true, isDefault: true, items: [] },
    {
      path: vault,
      password: 'q',
      items: accounts.map((account) => ({ class: 'genp' as const, service: 'aws-vault', account, data: canary })),
    },
  ],
});

let mac: ToolOnMac;
const make = async (scenario: Partial<Scenario> = {}) => {
  mac = await toolOnMac(createAwsVault, scenario);
};
afterEach(() => mac.at.mac.dispose());

describe('aws-vault', () => {
  it('keeps its keys in a keychain of its own, which is locked though the login keychain is not', async () => {
    await make({ ...keychains(['default']), files: { '~/.aws/config': '[default]\nregion=x\n[profile other]\n' } });
    expect(await mac.look()).toMatchObject([
      {
        account: 'default',
        store: 'other-keychain',
        overSsh: 'breaks',
        expiry: null,
        reason: expect.stringMatching(/aws-vault\.keychain-db.*\(locked here now\)/),
        symptom: expect.stringContaining('User interaction is not allowed. (-25308)'),
      },
    ]);
    await mac.at.mac.run('security', ['unlock-keychain', '-p', 'q', vault]);
    expect((await mac.look())[0]?.reason).toContain('(unlocked here now)');
  });

  it("reads a session's end from its account alone", async () => {
    await make(keychains([sessionAccount]));
    const expiry = { of: 'session', at: endsAt };
    expect(await mac.look()).toMatchObject([{ account: 'default', status: 'valid', expiry }]);
    expect(await mac.look(now + 5 * 3_600_000)).toMatchObject([{ status: 'renews-itself', expiry }]);
  });

  it('says expired of a session that wants an MFA code, half an hour before that expiring', async () => {
    await make(keychains([codeAccount]));
    expect(await mac.look(Date.parse(endsAt) - 60_000)).toMatchObject([{ status: 'expiring' }]);
    expect(await mac.look(Date.parse(endsAt))).toMatchObject([{ status: 'expired' }]);
  });

  it('tells every session that its keychain holds, of profiles that no file names too', async () => {
    const accounts = Array.from({ length: 20 }, (_, index) => {
      const profile = Buffer.from(`profile-${index}`).toString('base64url');
      return `sts.GetSessionToken,${profile},,${1_789_056_000 + index}`;
    });
    await make(keychains([...accounts, 'oidc:https://example.com/start', 'work']));
    const credentials = await mac.look();
    expect(credentials.map(({ account }) => account)).toEqual([
      ...accounts.map((_, index) => `profile-${index}`),
      'https://example.com/start',
      'work',
    ]);
    expect(credentials[19]?.expiry).toMatchObject({ of: 'session', at: new Date(1_789_056_019_000).toISOString() });
  });

  it('asks for the keys of each profile where its items cannot be listed, and says what it could not see', async () => {
    const faults = [{ tool: 'Security.framework', when: 'SecItemCopyMatching', exit: 36 }];
    await make({
      ...keychains(['default', 'other']),
      faults,
      files: { '~/.aws/config': '[default]\n[profile other]\n' },
    });
    const unseen = expect.stringContaining(
      'Whether it has a session could not be seen: macOS would have to ask somebody',
    );
    expect(await mac.look()).toMatchObject([
      { account: 'default', status: 'unknown', reason: unseen },
      { account: 'other', status: 'unknown', reason: unseen },
    ]);
  });

  it('searches once where its items cannot be listed, and lists them as soon as that is possible', async () => {
    await make({ ...keychains([sessionAccount, 'work']), files: { '~/.aws/config': '[profile work]\n' } });
    const { list } = mac.doors.itemListing;
    const refused = { ok: false, code: 'refused', reason: 'Not now.' } as const;
    const listing = vi.spyOn(mac.doors.itemListing, 'list').mockResolvedValue(refused);
    const find = vi.spyOn(mac.doors.security, 'findItem');
    const searched = [
      { account: 'default', expiry: { at: endsAt } },
      { account: 'work', reason: expect.stringContaining('could not be seen: Not now.') },
    ];
    expect(await mac.look()).toMatchObject(searched);
    expect(await mac.look()).toMatchObject(searched);
    expect(find).toHaveBeenCalledTimes(2);
    listing.mockImplementation(list);
    expect((await mac.look())[1]?.reason).not.toContain('could not be seen');
    expect(find).toHaveBeenCalledTimes(2);
  });

  it('tells keys and session of a profile as one', async () => {
    await make({ ...keychains([sessionAccount, 'default']), files: { '~/.aws/config': '[default]\n' } });
    expect(await mac.look()).toMatchObject([{ account: 'default', expiry: { at: endsAt } }]);
  });

  it('uses the keychain and the files that variables name', async () => {
    await make({
      ...keychains(['default']),
      environment: { AWS_VAULT_BACKEND: 'file', AWS_VAULT_FILE_DIR: '/Users/alice/keys/' },
      files: { '~/keys/work': canary, [`~/keys/${encodeURIComponent(sessionAccount)}`]: canary },
    });
    const credentials = await mac.look();
    expect(credentials.map(({ account }) => account).sort()).toEqual(['default', 'work']);
    expect(credentials).toMatchObject([{ store: 'file', overSsh: 'survives' }, { store: 'file' }]);
    await mac.at.mac.dispose();
    await make({ environment: { AWS_VAULT_BACKEND: 'pass' }, files: { '/opt/homebrew/bin/aws-vault': 'x' } });
    expect(await mac.look()).toMatchObject([{ store: 'unknown', overSsh: 'unknown' }]);
  });

  it('may be told to use the login keychain', async () => {
    await make({
      keychains: [
        {
          path: loginKeychain,
          password: 'p',
          isLogin: true,
          items: [{ class: 'genp', service: 'aws-vault', account: 'work', data: canary }],
        },
      ],
      environment: { AWS_VAULT_KEYCHAIN_NAME: 'login' },
    });
    expect(await mac.look()).toMatchObject([{ account: 'work', store: 'login-keychain', overSsh: 'breaks' }]);
  });

  it('is signed out when its keychain holds nothing', async () => {
    await make(keychains([]));
    expect(await mac.look()).toMatchObject([{ installed: true, status: 'signed-out' }]);
  });

  it('says that its keychain could not be searched', async () => {
    await make({ ...keychains(['default']), faults: noSearchAnswers });
    expect(await mac.look()).toMatchObject([{ store: 'other-keychain', overSsh: 'breaks', status: 'unknown' }]);
  });

  it('searches again only when the keychain changes', async () => {
    await make(keychains(['default']));
    const searches = searchesOf(mac.doors);
    await mac.look();
    expect(searches()).toEqual([[vault]]);
    await mac.look();
    expect(searches()).toEqual([[vault]]);
    await mac.at.mac.run('security', ['unlock-keychain', '-p', 'q', vault]);
    await mac.at.mac.run('security', ['add-generic-password', '-s', 'aws-vault', '-a', 'new', '-w', canary, vault]);
    expect((await mac.look()).map(({ account }) => account)).toEqual(['default', 'new']);
    expect(searches()).toEqual([[vault], [vault]]);
  });

  it.each([
    [sessionAccount, { kind: 'session', account: 'default', asksForCode: false, endsAt: Date.parse(endsAt) }],
    ['oidc:https://example.com/start', { kind: 'sso', account: 'https://example.com/start' }],
    ['work', { kind: 'keys', account: 'work' }],
    ['session,ZGVm,,1789056000', null],
    ['session:work::1789056000', null],
    ['work session (1789056000)', null],
    ['', null],
  ])('reads the account %s', (account, entry) => {
    expect(parseAwsVaultAccount(account)).toEqual(entry);
  });
});

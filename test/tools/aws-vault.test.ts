import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAwsVault } from '../../electron/tools/aws-vault';
import { parseAwsVaultAccount } from '../../electron/tools/aws-vault-entries';
import type { Scenario } from '../simulator/scenario';
import { loginKeychain } from '../system/simulated-doors';
import { canary, now } from './one-keychain';
import { type ToolOnMac, toolOnMac } from './tool-on-mac';

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
  it('is not there when nothing of it is', async () => {
    await make();
    expect(await mac.look()).toMatchObject([{ tool: 'aws-vault', installed: false, status: 'unknown' }]);
  });

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
    await make({ ...keychains(['default']), faults: [{ tool: 'security', when: 'find-generic-password', exit: 77 }] });
    expect(await mac.look()).toMatchObject([{ store: 'other-keychain', overSsh: 'breaks', status: 'unknown' }]);
  });

  it('searches again only when the keychain changes', async () => {
    await make(keychains(['default']));
    const find = vi.spyOn(mac.doors.security, 'findItem');
    await mac.look();
    const calls = find.mock.calls.length;
    expect(calls).toBeGreaterThan(0);
    await mac.look();
    expect(find).toHaveBeenCalledTimes(calls);
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

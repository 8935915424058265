import { afterEach, describe, expect, it, vi } from 'vitest';
import { readTextColumns } from '../../../electron/tools/formats/sqlite-table';
import { createGcloud } from '../../../electron/tools/google/gcloud';
import type { Scenario } from '../../simulator/parsing/scenario';
import { canary, now } from '../one-keychain';
import { sqliteDatabase } from '../sqlite-database';
import { type ToolOnMac, toolOnMac } from '../tool-on-mac';

const folder = '/Users/alice/.config/gcloud';
const accountsPath = `${folder}/credentials.db`;
const tokensPath = `${folder}/access_tokens.db`;
const defaultPath = `${folder}/application_default_credentials.json`;

const accountsDatabase = (accounts: readonly string[], secret = canary) =>
  sqliteDatabase([
    'CREATE TABLE "credentials" (account_id TEXT PRIMARY KEY, value BLOB)',
    ...accounts.map((account) => `INSERT INTO credentials VALUES ('${account}', '{"refresh_token":"${secret}"}')`),
  ]);
const tokensDatabase = (ends: Readonly<Record<string, string>>, secret = canary) =>
  sqliteDatabase([
    'CREATE TABLE IF NOT EXISTS "access_tokens" (account_id TEXT PRIMARY KEY, access_token TEXT, token_expiry TIMESTAMP, rapt_token TEXT, id_token TEXT)',
    ...Object.entries(ends).map(
      ([account, end]) => `INSERT INTO access_tokens VALUES ('${account}', '${secret}', '${end}', NULL, '${secret}')`,
    ),
  ]);

let mac: ToolOnMac;
const make = async (scenario: Partial<Scenario> = {}) => {
  mac = await toolOnMac(createGcloud, scenario);
};
afterEach(() => mac?.at.mac.dispose());

describe('gcloud', () => {
  it('is signed out when it was only installed', async () => {
    await make({ files: { '/opt/homebrew/bin/gcloud': 'x' } });
    expect(await mac.look()).toMatchObject([{ installed: true, store: 'none', status: 'signed-out' }]);
  });

  it('tells its accounts, whose access tokens renew themselves', async () => {
    await make();
    mac.write(accountsPath, accountsDatabase(['a@example.com', 'b@example.com', 'c@example.com']));
    mac.write(
      tokensPath,
      tokensDatabase({ 'a@example.com': '2026-09-10 12:30:00.123456', 'b@example.com': '2026-09-10 11:00:00' }),
    );
    expect(await mac.look()).toMatchObject([
      {
        account: 'a@example.com',
        store: 'file',
        overSsh: 'survives',
        status: 'valid',
        expiry: { of: 'access-token', at: '2026-09-10T12:30:00.123Z' },
        reason: expect.stringContaining(accountsPath),
      },
      { account: 'b@example.com', status: 'renews-itself' },
      { account: 'c@example.com', status: 'unknown', expiry: null },
    ]);
  });

  it.each(['authorized_user', 'service_account'])('tells application default credentials of type %s', async (type) => {
    const secrets = { refresh_token: canary, private_key: canary, client_secret: canary };
    await make({ files: { [defaultPath]: { type, ...secrets } } });
    expect(await mac.look()).toMatchObject([{ account: 'application default', store: 'file', expiry: null }]);
  });

  it('has its folder and its default credentials where variables say, and names those that come first', async () => {
    await make({
      environment: {
        CLOUDSDK_CONFIG: '/Users/alice/g',
        GOOGLE_APPLICATION_CREDENTIALS: '/Users/alice/key.json',
        CLOUDSDK_AUTH_ACCESS_TOKEN: canary,
      },
      files: { '~/key.json': { type: 'service_account', private_key: canary } },
    });
    mac.write('/Users/alice/g/credentials.db', accountsDatabase(['a@example.com']));
    const credentials = await mac.look();
    expect(credentials.map(({ store }) => store)).toEqual(['environment', 'file', 'file']);
    expect(credentials[2]?.reason).toContain('/Users/alice/key.json');
  });

  it('reads again only what has changed', async () => {
    await make({ files: { [defaultPath]: { type: 'authorized_user' } } });
    mac.write(accountsPath, accountsDatabase(['a@example.com']));
    await mac.look();
    const [parse, decode] = [vi.spyOn(JSON, 'parse'), vi.spyOn(Buffer.prototype, 'readUInt16BE')];
    await mac.tool.look();
    expect([parse.mock.calls.length, decode.mock.calls.length]).toEqual([0, 0]);
    vi.restoreAllMocks();
    mac.write(accountsPath, accountsDatabase(['z@example.com']));
    expect((await mac.look(now))[0]?.account).toBe('z@example.com');
  });

  it('tells fifty accounts at most', async () => {
    await make();
    mac.write(accountsPath, accountsDatabase(Array.from({ length: 300 }, (_, n) => `u${n}@example.com`)));
    expect(await mac.look()).toHaveLength(50);
  });
});

describe("an SQLite file's text columns", () => {
  it('are read from many pages, and from rows that overflow theirs', () => {
    const long = 'x'.repeat(20_000);
    const accounts = Array.from(
      { length: 300 },
      (_, n) => [`u${n}@example.com`, `2026-09-10 12:00:${n % 60}`] as const,
    );
    const rows = readTextColumns(tokensDatabase(Object.fromEntries(accounts), long), 'access_tokens', [
      'account_id',
      'token_expiry',
    ]);
    expect(rows?.map((row) => [row.account_id, row.token_expiry]).sort()).toEqual(
      accounts.map((row) => [...row]).sort(),
    );
  });

  it('are none in a damaged file, an unknown table or an unknown column, and no file goes on for ever', () => {
    const whole = accountsDatabase(['a@example.com']);
    expect(readTextColumns(whole, 'credentials', ['no_such'])).toBeNull();
    expect(readTextColumns(whole, 'other', ['account_id'])).toBeNull();
    const rows = readTextColumns(whole, 'credentials', ['account_id']);
    for (let cut = 0; cut < whole.length; cut += 509) {
      // The last page is an index, which is not read.
      const isTablesPageWhole = cut >= 8192;
      expect(readTextColumns(whole.subarray(0, cut), 'credentials', ['account_id'])).toEqual(
        isTablesPageWhole ? rows : null,
      );
    }
    // An interior page whose children are all itself.
    const circle = Buffer.from(whole);
    circle.writeUInt8(5, 100);
    circle.writeUInt16BE(0, 103);
    circle.writeUInt32BE(1, 108);
    expect(readTextColumns(circle, 'credentials', ['account_id'])).toBeNull();
  });
});

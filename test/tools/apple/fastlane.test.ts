import { writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createFastlane } from '../../../electron/tools/apple/fastlane';
import { parseFastlaneSession } from '../../../electron/tools/apple/fastlane-session';
import * as yaml from '../../../electron/tools/formats/read-yaml';
import { type MacWithDoors, macWithDoors } from '../../system/simulated-doors';
import { canary, contextOf, credentialsOf, dayMs, internet, now, withKeychain } from '../one-keychain';

vi.mock('../../../electron/tools/formats/read-yaml', async (original) => {
  const real = await original<typeof yaml>();
  return { ...real, readYaml: vi.fn(real.readYaml) };
});

const appleId = 'dev@example.com';
const cookieFile = `/Users/alice/.fastlane/spaceship/${appleId}/cookie`;
const cookie = (name: string, times: string) => `- !ruby/object:HTTP::Cookie
  name: ${name}
  value: ${canary}
  domain: idmsa.apple.com
  for_domain: true
  path: "/"
  secure: true
  httponly: true
${times}  accessed_at: 2026-09-01 10:00:00.000000000 +02:00
`;
const aged = '  expires:\n  max_age: 2592000\n  created_at: &1 2026-08-20 12:00:00.123456789 +00:00\n';
const dated = '  expires: 2026-09-27 23:55:56.000000000 Z\n  max_age:\n  created_at: 2026-08-20 12:00:00.0 -07:00\n';
const jar = (times = aged) =>
  `---\n${cookie('myacinfo', '  expires:\n  max_age:\n')}${cookie('DES5c148586dfd', times)}`;

let at: MacWithDoors;
const make = async (
  more: Parameters<typeof withKeychain>[0],
  keychain: Parameters<typeof withKeychain>[1] = {},
  environment: Readonly<Record<string, string>> = {},
) => {
  at = await macWithDoors(withKeychain(more, keychain));
  const doors = at.doors();
  return createFastlane(contextOf({ ...doors, host: { ...doors.host, environment } }));
};
afterEach(() => at?.mac.dispose());

describe('fastlane', () => {
  it('is not there when nothing of it is, and unknown where only its program is', async () => {
    expect(await credentialsOf(await make({}))).toMatchObject([{ installed: false, store: 'none' }]);
    await at.mac.dispose();
    const tool = await make({ files: { '/opt/homebrew/bin/fastlane': '' } });
    expect(await credentialsOf(tool)).toMatchObject([{ installed: true, store: 'unknown', expiry: null }]);
  });

  it('keeps passwords in the keychain, by Apple ID, and the session in a file with its end', async () => {
    const items = [internet(`deliver.${appleId}`, appleId), internet('match_login.keychain')];
    const unlocking = internet('fastlane_keychain_login');
    const tool = await make({ files: { [cookieFile]: jar() } }, { items: [...items, unlocking] });
    await at.doors().security.lockAll();
    const credentials = await credentialsOf(tool);
    expect(credentials).toMatchObject([
      {
        account: appleId,
        store: 'login-keychain',
        overSsh: 'breaks',
        symptom: `Missing password for user ${appleId}, and running in non-interactive shell`,
      },
      {
        account: 'match',
        overSsh: 'breaks',
        symptom: 'Neither the MATCH_PASSWORD environment variable nor the local keychain contained a password.',
      },
      { account: 'keychain password', overSsh: 'breaks' },
      {
        account: `${appleId} (session)`,
        store: 'file',
        overSsh: 'survives',
        status: 'valid',
        expiry: { of: 'login', at: '2026-09-19T12:00:00.123Z' },
      },
    ]);
    expect(JSON.stringify(credentials)).not.toContain(canary);
    expect(at.mac.ledger().filter(({ kind }) => kind === 'dialog' || kind === 'decrypt')).toEqual([]);
    expect((await credentialsOf(tool, now + 7 * dayMs)).at(-1)?.status).toBe('expiring');
    expect((await credentialsOf(tool, now + 30 * dayMs)).at(-1)?.status).toBe('expired');
  });

  it('takes what the environment says before the keychain', async () => {
    const environment = {
      APP_STORE_CONNECT_API_KEY_PATH: canary,
      FASTLANE_PASSWORD: canary,
      FASTLANE_APPLE_APPLICATION_SPECIFIC_PASSWORD: canary,
      MATCH_PASSWORD: canary,
      MATCH_KEYCHAIN_PASSWORD: canary,
      FASTLANE_SESSION: canary,
    };
    const credentials = await credentialsOf(await make({}, { items: [internet('match_login.keychain')] }, environment));
    expect(credentials.map(({ store, overSsh }) => [store, overSsh])).toEqual(
      Object.keys(environment).map(() => ['environment', 'survives']),
    );
    expect(JSON.stringify(credentials)).not.toContain(canary);
  });

  it('follows the Apple ID, the keychain and the folder that the environment names', async () => {
    const items = [internet('deliver.ci@example.com'), internet('match_build.keychain')];
    const environment = {
      DELIVER_USER: 'ci@example.com',
      MATCH_KEYCHAIN_NAME: 'build.keychain',
      SPACESHIP_COOKIE_PATH: '/Users/alice/jars',
    };
    const files = { '/Users/alice/jars/spaceship/other@example.com/cookie': jar(dated) };
    const credentials = await credentialsOf(await make({ files }, { items }, environment));
    expect(credentials.map(({ account }) => account)).toEqual([
      'ci@example.com',
      'match',
      'other@example.com (session)',
    ]);
    expect(credentials[2]?.expiry).toEqual({ of: 'login', at: '2026-09-27T23:55:56.000Z' });
  });

  it('tells the application-specific password that uploads ask for first', async () => {
    const items = [internet('deliver.appspecific.ci@example.com')];
    const credentials = await credentialsOf(await make({}, { items }, { FASTLANE_USER: 'ci@example.com' }));
    expect(credentials).toMatchObject([
      { account: 'ci@example.com (application-specific)', store: 'login-keychain', overSsh: 'breaks' },
    ]);
  });

  it('is unknown where the keychain cannot be searched', async () => {
    const tool = await make({ files: { [cookieFile]: jar() }, faults: [{ tool: 'security', exit: 77 }] });
    expect((await credentialsOf(tool))[0]).toMatchObject({ account: appleId, store: 'unknown', overSsh: 'unknown' });
  });

  it('is unreadable where a cookie jar is an alias bomb', async () => {
    const bomb = `a: &a [x,x,x,x,x,x]\nb: &b [${'*a,'.repeat(40)}]\nc: [${'*b,'.repeat(40)}]`;
    expect(await credentialsOf(await make({ files: { [cookieFile]: bomb } }))).toMatchObject([
      { status: 'unreadable' },
    ]);
  });

  it('does not read a cookie jar again while it is the same', async () => {
    const tool = await make({ files: { [cookieFile]: jar() } });
    await credentialsOf(tool);
    expect(yaml.readYaml).toHaveBeenCalled();
    vi.mocked(yaml.readYaml).mockClear();
    await credentialsOf(tool);
    expect(yaml.readYaml).not.toHaveBeenCalled();
    writeFileSync(at.mac.root + cookieFile, jar(dated));
    expect((await credentialsOf(tool)).at(-1)?.expiry?.at).toBe('2026-09-27T23:55:56.000Z');
  });
});

describe("the end of fastlane's session", () => {
  it.each([
    ['an age', aged, Date.parse('2026-09-19T12:00:00.123Z')],
    ['a moment', dated, Date.parse('2026-09-27T23:55:56Z')],
    ['neither', '  expires:\n  max_age:\n', null],
    ['values of the wrong kind', '  expires: [1]\n  max_age: {}\n  created_at: soon\n', null],
    ['an age beyond all bounds', `  max_age: 1e300\n  created_at: 2026-08-20 12:00:00 +00:00\n`, null],
  ])('is read from %s', (_what, times, endsAt) => {
    expect(parseFastlaneSession(jar(times))).toEqual({ ok: true, value: { endsAt } });
  });
});

import { readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exampleMac, loginKeychain, nothingNoticed, noticed } from '../example-mac';

const service = 'Claude Code-credentials';

/** What a Mac prints for the example's item; `security` shows every attribute of the class, set or not. */
const attributes = `keychain: "${loginKeychain}"
version: 512
class: "genp"
attributes:
    0x00000007 <blob>="Claude Code-credentials"
    0x00000008 <blob>=<NULL>
    "acct"<blob>="alice"
    "cdat"<timedate>=0x32303236303930313038313530305A00  "20260901081500Z\\000"
    "crtr"<uint32>=<NULL>
    "cusi"<sint32>=<NULL>
    "desc"<blob>=<NULL>
    "gena"<blob>=<NULL>
    "icmt"<blob>=<NULL>
    "invi"<sint32>=<NULL>
    "mdat"<timedate>=0x32303236303931303036313333325A00  "20260910061332Z\\000"
    "nega"<sint32>=<NULL>
    "prot"<blob>=<NULL>
    "scrp"<sint32>=<NULL>
    "svce"<blob>="Claude Code-credentials"
    "type"<uint32>=<NULL>
`;

describe('finding an item', () => {
  it.each(['desktop', 'ssh-1'])(
    'prints its attributes in session %s, locked or not, and nobody notices',
    async (session) => {
      const mac = await exampleMac();
      const found = await mac.run('security', ['find-generic-password', '-s', service], { session });
      expect(found).toEqual({ code: 0, signal: null, stdout: attributes, stderr: '' });
      expect(noticed(mac)).toEqual(nothingNoticed);
    },
  );

  it.each([
    { args: ['-s', service, '-a', 'alice'], code: 0 },
    { args: ['-s', service, '-a', 'bob'], code: 44 },
    { args: ['-s', 'Claude'], code: 44 },
    { args: ['-l', service, loginKeychain], code: 0 },
    { args: ['-s', service, '/nowhere.keychain'], code: 44 },
  ])('gives $code for $args', async ({ args, code }) => {
    const mac = await exampleMac();
    const found = await mac.run('security', ['find-generic-password', ...args]);
    const notFound = 'security: SecKeychainSearchCopyNext: The specified item could not be found in the keychain.\n';
    expect(found).toMatchObject({ code, stderr: code === 0 ? '' : notFound });
  });

  it('reads the secret to stdout with -w, to stderr with -g, and only where unlocked', async () => {
    const mac = await exampleMac();
    const find = ['find-generic-password', '-s', service];
    expect(await mac.run('security', [...find, '-w'])).toMatchObject({ code: 0, stdout: 'TOP-SECRET\n', stderr: '' });
    const shown = await mac.run('security', [...find, '-g']);
    expect(shown).toMatchObject({ code: 0, stdout: attributes, stderr: 'password: "TOP-SECRET"\n' });
    expect(noticed(mac)).toEqual({ dialog: 0, decrypt: 2, 'timer-restart': 2 });
    expect(await mac.run('security', [...find, '-w'], { session: 'ssh-1' })).toMatchObject({
      code: 36,
      stdout: '',
      stderr: 'security: SecKeychainItemCopyContent: User interaction is not allowed.\n',
    });
    expect(noticed(mac).decrypt).toBe(2);
  });

  it('finds an internet password by server, account and protocol', async () => {
    const item = { class: 'inet', server: 'github.com', account: 'octocat', data: 'gho_FAKE' } as const;
    const mac = await exampleMac({ keychains: [{ path: loginKeychain, items: [item] }] });
    const find = ['find-internet-password', '-s', 'github.com', '-a', 'octocat'];
    const found = await mac.run('security', [...find, '-r', 'htps']);
    expect(found.stdout).toContain('class: "inet"');
    expect(found.stdout).toContain('    "srvr"<blob>="github.com"\n');
    expect(found.stdout).toContain('    "ptcl"<uint32>="htps"\n');
    expect(await mac.run('security', [...find, '-r', 'ftp '])).toMatchObject({ code: 44 });
    expect(await mac.run('security', ['find-generic-password', '-s', 'github.com'])).toMatchObject({ code: 44 });
  });
});

describe('changing items', () => {
  it('adds, refuses a second, updates with -U, and deletes; each change touches the keychain file', async () => {
    const mac = await exampleMac();
    const modifiedAt = () => statSync(mac.root + loginKeychain).mtimeMs;
    const add = ['add-generic-password', '-a', 'bob', '-s', 'svc', '-X', '00ff'];
    const start = modifiedAt();
    mac.clock.advance(1_000);
    expect(await mac.run('security', add)).toMatchObject({ code: 0 });
    expect(modifiedAt()).toBe(start + 1_000);
    expect(await mac.run('security', add)).toMatchObject({
      code: 45,
      stderr:
        'security: SecKeychainItemCreateFromContent (<default>): The specified item already exists in the keychain.\n',
    });
    const read = ['find-generic-password', '-s', 'svc', '-w'];
    expect((await mac.run('security', read)).stdout).toBe('00ff\n');
    mac.clock.advance(1_000);
    await mac.run('security', ['add-generic-password', '-U', '-a', 'bob', '-s', 'svc', '-w', 'new']);
    expect((await mac.run('security', read)).stdout).toBe('new\n');
    const { stdout } = await mac.run('security', ['find-generic-password', '-s', 'svc']);
    expect(stdout).toMatch(/"cdat".*"20260910080001Z/);
    expect(stdout).toMatch(/"mdat".*"20260910080002Z/);
    mac.clock.advance(1_000);
    const deleted = await mac.run('security', ['delete-generic-password', '-s', 'svc'], { session: 'ssh-1' });
    expect(deleted).toMatchObject({ code: 0, stderr: 'password has been deleted.\n' });
    expect(modifiedAt()).toBe(start + 3_000);
    expect(await mac.run('security', read)).toMatchObject({ code: 44 });
  });

  it('needs an unlocked keychain to add', async () => {
    const mac = await exampleMac();
    const add = ['add-generic-password', '-a', 'a', '-s', 's', '-w', 'x'];
    expect(await mac.run('security', add, { session: 'ssh-1' })).toMatchObject({ code: 36 });
  });

  it('keeps every secret out of the keychain file', async () => {
    const mac = await exampleMac();
    expect(readFileSync(mac.root + loginKeychain).includes('TOP-SECRET')).toBe(false);
  });
});

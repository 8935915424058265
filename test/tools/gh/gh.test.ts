import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGitHubCli } from '../../../electron/tools/gh/gh';
import { parseGhHosts } from '../../../electron/tools/gh/gh-hosts';
import { loginKeychain } from '../../system/simulated-doors';
import { canary, generic } from '../one-keychain';
import { searchesOf } from '../searches';
import { type Configuration, type ToolOnMac, toolOnMac } from '../tool-on-mac';

const hostsFile = '/Users/alice/.config/gh/hosts.yml';
const inKeychain = 'github.com:\n    git_protocol: https\n    users:\n        octocat:\n    user: octocat\n';
const inFile = `github.com:
    git_protocol: https
    users:
        octocat:
            oauth_token: gho_${canary}
    user: octocat
    oauth_token: gho_${canary}
`;

let mac: ToolOnMac;
const make = async (configuration: Configuration = {}) => {
  mac = await toolOnMac(createGitHubCli, configuration);
  return mac.look();
};
afterEach(() => mac.at.mac.dispose());

describe('GitHub CLI', () => {
  it('is signed out when it is there and has no host', async () => {
    expect(await make({ files: { '/opt/homebrew/bin/gh': '' } })).toMatchObject([
      { installed: true, status: 'signed-out', overSsh: 'unknown' },
    ]);
  });

  it('breaks where the token is in the keychain, told by attributes with the keychain locked', async () => {
    const credentials = await make({
      files: { [hostsFile]: inKeychain },
      items: [generic('gh:github.com', ''), generic('gh:github.com', 'octocat')],
    });
    expect(credentials).toMatchObject([
      { account: 'octocat@github.com', installed: true, store: 'login-keychain', overSsh: 'breaks', expiry: null },
    ]);
    expect(credentials[0]?.reason).toContain('"gh:github.com"');
    expect(credentials[0]?.symptom).toContain('The token in default is invalid.');
  });

  it('finds the item without an account that old versions wrote', async () => {
    const credentials = await make({
      files: { [hostsFile]: 'ghe.example.com:\n    user: octocat\n' },
      otherItems: [generic('gh:ghe.example.com', '')],
    });
    expect(credentials).toMatchObject([{ account: 'octocat@ghe.example.com', store: 'other-keychain' }]);
  });

  it('is signed out, and would break, when neither the file nor the keychain has the token', async () => {
    expect(await make({ files: { [hostsFile]: inKeychain } })).toMatchObject([
      { overSsh: 'breaks', status: 'signed-out' },
    ]);
  });

  it('survives where the token is in the file', async () => {
    const credentials = await make({ files: { [hostsFile]: inFile } });
    expect(credentials).toMatchObject([{ store: 'file', overSsh: 'survives', expiry: null }]);
    expect(credentials[0]?.reason).toContain(hostsFile);
  });

  it('tells each user of each host', async () => {
    const hosts = `github.com:\n    users:\n        a:\n        b:\n            oauth_token: ${canary}\n    user: a\nx.ghe.com:\n    users:\n        123:\n    user: 123\n`;
    const items = [generic('gh:github.com', 'a'), generic('gh:x.ghe.com', '123')];
    expect(await make({ files: { [hostsFile]: hosts }, items })).toMatchObject([
      { account: 'a@github.com', overSsh: 'breaks' },
      { account: 'b@github.com', overSsh: 'survives' },
      { account: '123@x.ghe.com', overSsh: 'breaks' },
    ]);
  });

  it.each([
    [{ GH_TOKEN: canary }, 'survives', 'breaks'],
    [{ GITHUB_TOKEN: canary }, 'survives', 'breaks'],
    [{ GH_ENTERPRISE_TOKEN: canary }, 'breaks', 'survives'],
    [{ GH_TOKEN: '' }, 'breaks', 'breaks'],
  ])('goes by %j before what is stored', async (environment, onGitHub, elsewhere) => {
    const files = { [hostsFile]: `${inKeychain}ghe.example.com:\n    user: octocat\n` };
    const credentials = await make({ files, environment });
    expect(credentials.map(({ overSsh }) => overSsh)).toEqual([onGitHub, elsewhere]);
  });

  it.each([
    [{ GH_CONFIG_DIR: '/Users/alice/gh-work', XDG_CONFIG_HOME: '/Users/alice/xdg' }, '/Users/alice/gh-work/hosts.yml'],
    [{ XDG_CONFIG_HOME: '/Users/alice/xdg' }, '/Users/alice/xdg/gh/hosts.yml'],
  ])('has its folder where %j says', async (environment, path) => {
    const credentials = await make({ environment, files: { [path]: inFile } });
    expect(credentials[0]?.reason).toContain(path);
  });

  it('says so when the keychain cannot be searched', async () => {
    const faults = [{ tool: 'security', exit: 77 }];
    expect(await make({ files: { [hostsFile]: inKeychain }, faults })).toMatchObject([
      { store: 'unknown', overSsh: 'breaks', status: 'unknown' },
    ]);
  });

  it.each<readonly [string, string | Buffer]>([
    ['a list', `- ${canary}`],
    ['cut short in a name', inFile.slice(0, 60)],
    ['with a token that is none', `github.com:\n  oauth_token: [${canary}]`],
    [
      'an alias bomb',
      `a: &a [x,x]\n${[...'bcdefghij'].map((name, i) => `${name}: &${name} [${`*${'abcdefghi'[i]},`.repeat(9)}]`).join('\n')}`,
    ],
  ])('is unreadable, with the reason, when its file is %s', async (_what, content) => {
    await make();
    mac.write(hostsFile, content);
    const credentials = await mac.look();
    expect(credentials).toMatchObject([{ status: 'unreadable', overSsh: 'unknown', expiry: null }]);
    expect(credentials[0]?.reason).toContain(hostsFile);
  });

  it('reads and searches again only after a change', async () => {
    await make({ files: { [hostsFile]: inKeychain }, items: [generic('gh:github.com', 'octocat')] });
    const searches = searchesOf(mac.doors);
    const split = vi.spyOn(Map.prototype, 'get');
    await mac.look();
    expect(searches()).toEqual([]);
    split.mockRestore();
    mac.write(hostsFile, inFile);
    expect(await mac.look()).toMatchObject([{ overSsh: 'survives' }]);
    await mac.at.mac.run('security', ['delete-generic-password', '-s', 'gh:github.com', loginKeychain]);
    mac.write(hostsFile, inKeychain);
    expect(await mac.look()).toMatchObject([{ status: 'signed-out' }]);
  });

  it('tells fifty logins at most', async () => {
    const hosts = Array.from(
      { length: 80 },
      (_, i) => `h${i}.example.com:\n  user: u\n  oauth_token: ${canary}\n`,
    ).join('');
    expect(await make({ files: { [hostsFile]: hosts } })).toHaveLength(50);
  });
});

describe("gh's hosts", () => {
  it('keep no token', () => {
    expect(parseGhHosts(inFile)).toEqual({
      ok: true,
      value: [
        { host: 'github.com', activeUser: 'octocat', hasToken: true, users: [{ name: 'octocat', hasToken: true }] },
      ],
    });
  });

  it('may be called like members of every object', () => {
    expect(parseGhHosts('__proto__:\n  user: constructor\n')).toMatchObject({
      value: [{ host: '__proto__', activeUser: 'constructor' }],
    });
  });
});

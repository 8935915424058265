import { afterEach, describe, expect, it, vi } from 'vitest';
import { createGit } from '../../../electron/tools/git/git';
import { canary, generic, internet } from '../one-keychain';
import { searchesOf } from '../searches';
import { type Configuration, type ToolOnMac, toolOnMac } from '../tool-on-mac';

const home = '/Users/alice';
const global = `${home}/.gitconfig`;
const xdg = `${home}/.config/git/config`;
const xcode = '/Applications/Xcode.app/Contents/Developer/usr/share/git-core/gitconfig';
const homebrew = '/opt/homebrew/etc/gitconfig';
const store = `${home}/.git-credentials`;
const osxkeychain = '[credential]\n\thelper = osxkeychain\n';
const throughGh = `[credential "https://github.com"]
	helper =
	helper = !/opt/homebrew/bin/gh auth git-credential
`;

let mac: ToolOnMac;
const make = async (configuration: Configuration = {}) => {
  mac = await toolOnMac(createGit, configuration);
  return mac.look();
};
const withGlobal = (text: string, files: Record<string, string> = {}, more: Configuration = {}) =>
  make({ ...more, files: { [global]: text, ...files } });
afterEach(() => mac.at.mac.dispose());

describe('git', () => {
  it.each([
    xcode,
    '/Library/Developer/CommandLineTools/usr/share/git-core/gitconfig',
    homebrew,
    '/etc/gitconfig',
    global,
    xdg,
  ])('breaks where %s names osxkeychain', async (path) => {
    const credentials = await make({ files: { [path]: osxkeychain } });
    expect(credentials).toMatchObject([
      { installed: true, store: 'login-keychain', overSsh: 'breaks', status: 'unknown', expiry: null },
    ]);
    expect(credentials[0]?.account).toBeUndefined();
    expect(credentials[0]?.reason).toContain(`git-credential-osxkeychain (set in ${path})`);
    expect(credentials[0]?.symptom).toContain('fatal: failed to get: -25308');
  });

  it('goes by the system file of the git that is there', async () => {
    const files = { [xcode]: osxkeychain, [homebrew]: '[credential]\n  helper = cache\n', '/opt/homebrew/bin/git': '' };
    expect(await make({ files })).toMatchObject([{ overSsh: 'survives' }]);
  });

  it.each([
    ['UseKeychain yes', true],
    ['Host *\n  AddKeysToAgent yes\n  usekeychain = "yes" # passphrases\n', true],
    ['Host *\n  UseKeychain no\n', false],
    ['# UseKeychain yes\n', false],
    ['Host UseKeychain yes\n', false],
  ])('tells with the ssh_config %j whether keys need the keychain: %s', async (text, needsKeychain) => {
    const credentials = await withGlobal(osxkeychain, { [`${home}/.ssh/config`]: text });
    expect(credentials.map(({ account }) => account)).toEqual(needsKeychain ? [undefined, 'SSH keys'] : [undefined]);
    if (needsKeychain) expect(credentials[1]).toMatchObject({ store: 'login-keychain', overSsh: 'unknown' });
  });

  it('has no helper', async () => {
    expect(await withGlobal('[user]\n\tname = Alice # [credential]\n')).toMatchObject([
      { installed: true, store: 'none', overSsh: 'survives' },
    ]);
  });

  it('begins its list anew at an empty helper', async () => {
    const files = { [xcode]: osxkeychain, [store]: `https://u:${canary}@github.com\n` };
    expect(await withGlobal('[credential]\n\thelper =\n\thelper = store\n', files)).toMatchObject([
      { store: 'file', overSsh: 'survives' },
    ]);
  });

  it('takes the first helper that has something', async () => {
    const files = { [xcode]: osxkeychain, [store]: `https://u:${canary}@github.com\n` };
    expect(await withGlobal('[credential]\n\thelper = store\n', files)).toMatchObject([{ overSsh: 'unknown' }]);
    await mac.at.mac.dispose();
    expect(await withGlobal('[credential]\n\thelper = store\n', { [xcode]: osxkeychain })).toMatchObject([
      { store: 'login-keychain', overSsh: 'breaks' },
    ]);
  });

  it('names the item of a host', async () => {
    const text = '[credential "https://git.example.com"]\n\thelper = osxkeychain\n';
    expect(await withGlobal(text, {}, { items: [internet('git.example.com', 'u')] })).toMatchObject([
      { account: 'git.example.com', store: 'login-keychain', overSsh: 'breaks', status: 'unknown' },
    ]);
    await mac.at.mac.dispose();
    expect(await withGlobal(text, {}, { otherItems: [internet('git.example.com', 'u')] })).toMatchObject([
      { store: 'other-keychain', overSsh: 'breaks' },
    ]);
    await mac.at.mac.dispose();
    expect(await withGlobal(text)).toMatchObject([{ overSsh: 'breaks', status: 'signed-out' }]);
  });

  it.each([
    ['store', store],
    ['store', `${home}/.config/git/credentials`],
    ['store --file ~/.my-logins', `${home}/.my-logins`],
    ["store --file='~/.my logins'", `${home}/.my logins`],
  ])('survives with %s and %s', async (helper, path) => {
    const credentials = await withGlobal(`[credential]\n\thelper = "${helper}"\n`, {
      [path]: `https://user:${canary}@github.com\n`,
    });
    expect(credentials).toMatchObject([{ store: 'file', overSsh: 'survives', expiry: null }]);
    expect(credentials[0]?.reason).toContain(path);
  });

  it('is told that its store is empty', async () => {
    expect(await withGlobal('[credential]\nhelper=store')).toMatchObject([
      { store: 'file', overSsh: 'survives', status: 'signed-out' },
    ]);
  });

  it('keeps passwords in memory', async () => {
    expect(await withGlobal('[credential]\n\thelper = cache --timeout=3600\n')).toMatchObject([
      { overSsh: 'survives' },
    ]);
  });

  it.each([
    ['', {}, 'login-keychain', 'breaks'],
    ['\tcredentialStore = keychain\n', {}, 'login-keychain', 'breaks'],
    ['\tcredentialStore = plaintext\n', {}, 'file', 'survives'],
    ['\tcredentialStore = cache\n', {}, 'unknown', 'survives'],
    ['\tcredentialStore = gpg\n', {}, 'file', 'unknown'],
    ['\tcredentialStore = none\n', {}, 'none', 'unknown'],
    ['\tcredentialStore = keychain\n', { GCM_CREDENTIAL_STORE: 'plaintext' }, 'file', 'survives'],
  ])('asks git-credential-manager with %j and %j', async (option, environment, itsStore, overSsh) => {
    const text = `[credential]\n\thelper = /usr/local/share/gcm-core/git-credential-manager\n${option}`;
    expect(await withGlobal(text, {}, { environment })).toMatchObject([{ store: itsStore, overSsh }]);
  });

  it('names the item of git-credential-manager', async () => {
    const text = '[credential "https://dev.azure.com"]\n\thelper = manager\n\tnamespace = mine\n';
    const credentials = await withGlobal(text, {}, { items: [generic('mine:https://dev.azure.com', 'u')] });
    expect(credentials).toMatchObject([{ account: 'dev.azure.com', overSsh: 'breaks', status: 'unknown' }]);
    expect(credentials[0]?.reason).toContain('"mine:https://dev.azure.com"');
    expect(credentials[0]?.symptom).toContain('Interaction with the Security Server');
  });

  it.each([
    ['github.com:\n    user: octocat\n', 'login-keychain', 'breaks'],
    [`github.com:\n    user: octocat\n    oauth_token: ${canary}\n`, 'file', 'survives'],
    ['', 'none', 'unknown'],
  ])('goes by gh where it asks gh', async (hosts, itsStore, overSsh) => {
    const files = { [xcode]: osxkeychain, [`${home}/.config/gh/hosts.yml`]: hosts };
    const credentials = await withGlobal(throughGh, files, { items: [generic('gh:github.com', 'octocat')] });
    expect(credentials).toMatchObject([
      { account: 'other hosts', overSsh: 'breaks' },
      { account: 'github.com', store: itsStore, overSsh },
    ]);
    expect(credentials[1]?.reason).toContain(`GitHub CLI (set in ${global})`);
  });

  it('does not know other helpers, and quotes none of their text', async () => {
    const text = `[credential]\n\thelper = "!f() { echo password=${canary}; }; f"\n[credential "https://${canary}:${canary}@b.example.com"]\n\thelper =\n\thelper = oauth -device\n`;
    const credentials = await withGlobal(text);
    expect(credentials).toMatchObject([
      { account: 'other hosts', overSsh: 'unknown' },
      { account: 'b.example.com', overSsh: 'unknown' },
    ]);
    expect(credentials[1]?.reason).toContain('"oauth"');
  });

  it('follows includes, from its folder and from home, and not in circles', async () => {
    const files = {
      [`${home}/first.inc`]: '[include]\n\tpath = ~/deep/second.inc\n\tpath = .gitconfig\n',
      [`${home}/deep/second.inc`]: osxkeychain,
    };
    const credentials = await withGlobal('[include]\n\tpath = first.inc\n\tpath = missing.inc\n', files);
    expect(credentials).toMatchObject([{ overSsh: 'breaks' }]);
    expect(credentials[0]?.reason).toContain(`${home}/deep/second.inc`);
  });

  it('tells apart what holds under a condition', async () => {
    const work = '[credential]\n\thelper =\n\thelper = osxkeychain\n';
    const files = { [`${home}/work.inc`]: work, [store]: `https://u:${canary}@github.com\n` };
    const text = `[credential]\n\thelper = store\n[includeIf "gitdir:~/work/"]\n\tpath = work.inc\n[includeIf "hasconfig:remote.*.url:https://${canary}@x/**"]\n\tpath = nothing.inc\n`;
    expect(await withGlobal(text, files)).toMatchObject([
      { overSsh: 'survives' },
      { account: 'repositories in ~/work/', overSsh: 'breaks' },
    ]);
  });

  it.each([
    [
      { GIT_CONFIG_GLOBAL: `${home}/other` },
      { [`${home}/other`]: osxkeychain, [global]: '[credential]\nhelper=cache' },
    ],
    [{ XDG_CONFIG_HOME: `${home}/x` }, { [`${home}/x/git/config`]: osxkeychain }],
    [{ GIT_CONFIG_SYSTEM: `${home}/sys` }, { [`${home}/sys`]: osxkeychain }],
    [{ GIT_CONFIG_COUNT: '1', GIT_CONFIG_KEY_0: 'credential.helper', GIT_CONFIG_VALUE_0: 'osxkeychain' }, {}],
  ])('goes by %j', async (environment, files) => {
    expect(await make({ environment, files: files as Record<string, string> })).toMatchObject([{ overSsh: 'breaks' }]);
  });

  it.each(['0x1', 'Infinity', '-1', ''])('takes GIT_CONFIG_COUNT=%s for no count, as git does', async (count) => {
    const environment = {
      ...{ GIT_CONFIG_COUNT: count, GIT_CONFIG_KEY_0: 'credential.helper', GIT_CONFIG_VALUE_0: 'osxkeychain' },
    };
    expect(await make({ environment, files: {} })).not.toMatchObject([{ overSsh: 'breaks' }]);
  });

  it('leaves the system file out when told so', async () => {
    expect(await make({ environment: { GIT_CONFIG_NOSYSTEM: '1' }, files: { [xcode]: osxkeychain } })).toMatchObject([
      { installed: false },
    ]);
  });

  it.each<readonly [string, string | Buffer]>([
    ['cut short in a section', '[credential "https://gith'],
    ['cut short in quotes', `[credential]\n\thelper = "${canary}`],
  ])('is unreadable, with the reason, when its file is %s', async (_what, content) => {
    await make();
    mac.write(global, content);
    const credentials = await mac.look();
    expect(credentials).toMatchObject([{ installed: true, status: 'unreadable', overSsh: 'unknown', expiry: null }]);
    expect(credentials[0]?.reason).toContain(global);
  });

  it('reads and searches again only after a change', async () => {
    const text = '[credential "https://git.example.com"]\n\thelper = osxkeychain\n';
    await withGlobal(text);
    const searches = searchesOf(mac.doors);
    const split = vi.spyOn(String.prototype, 'replaceAll');
    await mac.look();
    expect([searches(), split.mock.calls]).toEqual([[], []]);
    split.mockRestore();
    mac.write(global, '[credential]\n\thelper = cache\n');
    expect(await mac.look()).toMatchObject([{ overSsh: 'survives' }]);
  });

  it('tells fifty logins at most, and soon', async () => {
    const hosts = Array.from({ length: 900 }, (_, i) => `[credential "https://h${i}.example.com"]\nhelper = cache\n`);
    const includes = Array.from({ length: 90 }, (_, i) => `[includeIf "gitdir:~/w${i}/"]\npath = ~/i${i}\n`);
    const files = Object.fromEntries(
      Array.from({ length: 90 }, (_, i) => [`${home}/i${i}`, `[credential]\nhelper = x${i}\n`]),
    );
    expect((await withGlobal([...hosts, ...includes].join(''), files)).length).toBeLessThanOrEqual(50);
  });
});

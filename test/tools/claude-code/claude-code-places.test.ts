import { describe, expect, it } from 'vitest';
import { ownFolder } from '../../../electron/tools/claude-code/claude-code-folders';
import { claudeCodePlaces, serviceSuffix } from '../../../electron/tools/claude-code/claude-code-places';
import { someHost } from '../../system/some-host';

describe('the hash in the name of the item', () => {
  it.each([
    ['/Users/test/.claude', '-462977e4'],
    ['/Users/test/.claude/', '-521ed2c3'],
    ['~/.claude', '-37e4f761'],
    ['/Users/test/.claude-work', '-03abf0ee'],
    ['/Users/example/.claude-w3-quota-probe', '-f6139299'],
    ['/Users/deavon/.config/claude', '-c92fbf8b'],
    ['/tmp/fixture-config-dir', '-903d9632'],
    ['/tmp/caf\u00e9', '-0873cca0'],
    ['/tmp/cafe\u0301', '-0873cca0'],
  ])('of %s is %s', (folder, suffix) => {
    expect(serviceSuffix(undefined, folder)).toBe(suffix);
    expect(serviceSuffix(folder, '/elsewhere')).toBe(suffix);
  });

  it('is not there without a chosen folder, nor where the secure storage is chosen to be the usual one', () => {
    expect(serviceSuffix(undefined, undefined)).toBe('');
    expect(serviceSuffix('', '/elsewhere')).toBe('');
  });
});

describe('where Claude Code keeps what it keeps', () => {
  const placesOf = (environment: Record<string, string>, homeFolder = '/Users/test') => {
    const host = someHost({ environment, homeFolder });
    return claudeCodePlaces(host, ownFolder(host));
  };
  const services = (environment: Record<string, string>) =>
    placesOf(environment).loginServices.map(({ service, mayBeAnothers }) => [service, mayBeAnothers]);

  it('is the home folder by default, and the item without a hash before those with one', () => {
    expect(placesOf({})).toMatchObject({
      credentialsFile: '/Users/test/.claude/.credentials.json',
      accountFiles: ['/Users/test/.claude/.config.json', '/Users/test/.claude.json'],
      accounts: ['alice', 'claude-code-user'],
    });
    expect(services({})).toEqual([
      ['Claude Code-credentials', false],
      ['Claude Code-credentials-462977e4', false],
      ['Claude Code-credentials-521ed2c3', false],
      ['Claude Code-credentials-37e4f761', false],
    ]);
    expect(placesOf({}).apiKeyServices[0]).toEqual({ service: 'Claude Code', mayBeAnothers: false });
  });

  it('is the chosen folder, and the item with its hash before the one that may be of another', () => {
    const environment = { CLAUDE_CONFIG_DIR: '/Users/test/.claude-work', USER: 'first.last@example.com' };
    expect(placesOf(environment)).toMatchObject({
      credentialsFile: '/Users/test/.claude-work/.credentials.json',
      accountFiles: ['/Users/test/.claude-work/.config.json', '/Users/test/.claude-work/.claude.json'],
      accounts: ['claude-code-user', 'first.last@example.com'],
    });
    expect(services(environment)).toEqual([
      ['Claude Code-credentials-03abf0ee', false],
      ['Claude Code-credentials', true],
    ]);
  });

  it('is of the text of the variable: a slash at its end, a tilde and the usual folder all count', () => {
    expect(services({ CLAUDE_CONFIG_DIR: '/Users/test/.claude/' })[0]?.[0]).toBe('Claude Code-credentials-521ed2c3');
    expect(services({ CLAUDE_CONFIG_DIR: '~/.claude' })[0]?.[0]).toBe('Claude Code-credentials-37e4f761');
    expect(services({ CLAUDE_CONFIG_DIR: '/Users/test/.claude' })[0]?.[0]).toBe('Claude Code-credentials-462977e4');
    expect(placesOf({ CLAUDE_CONFIG_DIR: '~/.claude' }).credentialsFile).toBe('/Users/test/.claude/.credentials.json');
  });

  it('is elsewhere in the keychain where the secure storage or the sign-in server is another', () => {
    const CLAUDE_CONFIG_DIR = '/Users/test/.claude-work';
    expect(services({ CLAUDE_CONFIG_DIR, CLAUDE_SECURESTORAGE_CONFIG_DIR: '/Users/deavon/.config/claude' })).toEqual([
      ['Claude Code-credentials-c92fbf8b', false],
      ['Claude Code-credentials', true],
    ]);
    expect(services({ CLAUDE_CONFIG_DIR, CLAUDE_SECURESTORAGE_CONFIG_DIR: '' })).toEqual([
      ['Claude Code-credentials', false],
    ]);
    expect(services({ CLAUDE_CODE_CUSTOM_OAUTH_URL: 'https://sign-in.example.com' })[0]?.[0]).toBe(
      'Claude Code-custom-oauth-credentials',
    );
  });

  it('is a macOS path on the simulated Mac too', () => {
    const environment = { CLAUDE_CONFIG_DIR: '/tmp/mac/Users/alice/.claude-work' };
    expect(ownFolder(someHost({ root: '/tmp/mac', environment }))).toMatchObject({
      path: '/Users/alice/.claude-work',
      label: '~/.claude-work',
      spellings: ['/Users/alice/.claude-work'],
    });
  });
});

import { describe, expect, it } from 'vitest';
import { overrideInEnvironment, overrideInSettings } from '../../electron/tools/claude-code-overrides';
import { claudeCodePlaces, serviceSuffix } from '../../electron/tools/claude-code-places';
import { someHost } from '../system/some-host';

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
  it('is the home folder by default', () => {
    expect(claudeCodePlaces(someHost())).toMatchObject({
      credentialsFile: '/Users/alice/.claude/.credentials.json',
      accountFiles: ['/Users/alice/.claude/.config.json', '/Users/alice/.claude.json'],
      loginServices: ['Claude Code-credentials'],
      apiKeyServices: ['Claude Code'],
      accounts: ['alice', 'claude-code-user'],
    });
  });

  it('is the chosen folder, and the item with its hash before the one without', () => {
    const environment = { CLAUDE_CONFIG_DIR: '/Users/test/.claude-work', USER: 'first.last@example.com' };
    expect(claudeCodePlaces(someHost({ environment }))).toMatchObject({
      credentialsFile: '/Users/test/.claude-work/.credentials.json',
      accountFiles: ['/Users/test/.claude-work/.config.json', '/Users/test/.claude-work/.claude.json'],
      loginServices: ['Claude Code-credentials-03abf0ee', 'Claude Code-credentials'],
      accounts: ['claude-code-user', 'first.last@example.com'],
    });
  });

  it('is a macOS path on the simulated Mac too', () => {
    const host = someHost({
      root: '/tmp/mac',
      environment: { CLAUDE_CONFIG_DIR: '/tmp/mac/Users/alice/.claude-work' },
    });
    expect(claudeCodePlaces(host).configFolder).toBe('/Users/alice/.claude-work');
  });
});

describe('what outranks the stored login', () => {
  it.each([
    [{ ANTHROPIC_API_KEY: 'x' }, 'ANTHROPIC_API_KEY'],
    [{ CLAUDE_CODE_OAUTH_TOKEN: 'x' }, 'CLAUDE_CODE_OAUTH_TOKEN'],
    [{ CLAUDE_CODE_USE_BEDROCK: '1', ANTHROPIC_API_KEY: 'x' }, 'CLAUDE_CODE_USE_BEDROCK'],
    [{ CLAUDE_CODE_USE_BEDROCK: '0' }, null],
    [{ CLAUDE_CODE_USE_VERTEX: 'false', ANTHROPIC_AUTH_TOKEN: '' }, null],
    [{ PATH: '/bin' }, null],
  ])('in the environment %j is %s', (environment, name) => {
    expect(overrideInEnvironment(someHost({ environment }))).toBe(name);
  });

  it.each([
    ['{"env":{"ANTHROPIC_AUTH_TOKEN":"x"}}', 'ANTHROPIC_AUTH_TOKEN'],
    ['{"env":{"CLAUDE_CODE_USE_VERTEX":1}}', 'CLAUDE_CODE_USE_VERTEX'],
    ['{"apiKeyHelper":"/usr/local/bin/key"}', 'apiKeyHelper'],
    ['{"apiKeyHelper":"","env":{"ANTHROPIC_API_KEY":5}}', null],
    ['{"env":[]}', null],
    ['{"model":"opus"}', null],
    ['{', null],
    ['', null],
  ])('in the settings %s is %s', (text, name) => {
    expect(overrideInSettings(text)).toBe(name);
  });
});

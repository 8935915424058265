import { describe, expect, it } from 'vitest';
import { overrideOf, type SettingsSource } from '../../../electron/tools/claude-code/claude-code-overrides';
import { parseClaudeCodeSettings } from '../../../electron/tools/claude-code/claude-code-settings';
import { variableStates } from '../../../electron/tools/claude-code/claude-code-variables';

const settings = (content: object, where = 'user', isManaged = false): SettingsSource => {
  const parsed = parseClaudeCodeSettings(JSON.stringify(content));
  if (parsed === null) throw new Error('These are no settings.');
  return { ...parsed, where, path: '/settings.json', isManaged };
};
const managed = (content: object) => settings(content, 'managed', true);
const override = (environment: Record<string, string>, ...files: readonly SettingsSource[]) =>
  overrideOf(variableStates(environment), files, null);

const federation = { ANTHROPIC_FEDERATION_RULE_ID: 'x', ANTHROPIC_ORGANIZATION_ID: 'x' };
/** Everything there is, in the order in which it counts; each row is what stays when those before it are gone. */
const ranks: readonly (readonly [string, Record<string, string>, object])[] = [
  ['CLAUDE_CODE_USE_BEDROCK', { CLAUDE_CODE_USE_BEDROCK: '1' }, { kind: 'provider' }],
  ['ANTHROPIC_AUTH_TOKEN', { ANTHROPIC_AUTH_TOKEN: 'x' }, { kind: 'variable' }],
  ['ANTHROPIC_API_KEY', { ANTHROPIC_API_KEY: 'x' }, { kind: 'variable' }],
  ['CLAUDE_CODE_OAUTH_TOKEN', { CLAUDE_CODE_OAUTH_TOKEN: 'x' }, { kind: 'variable' }],
  ['ANTHROPIC_PROFILE', { ANTHROPIC_PROFILE: 'x' }, { kind: 'variable' }],
  ['ANTHROPIC_FEDERATION_RULE_ID', federation, { kind: 'variable' }],
];

describe('what outranks the stored login', () => {
  it.each(ranks.map(([name, , expected], index) => [name, index, expected] as const))(
    '%s outranks all that comes after it',
    (name, index, expected) => {
      const variables = Object.assign({}, ...ranks.slice(index).map(([, set]) => set));
      expect(override(variables)).toEqual({ ...expected, name, where: 'set in the environment' });
    },
  );

  it('is the gateway before everything, where an administrator asks for it', () => {
    const all = Object.assign({}, ...ranks.map(([, set]) => set));
    expect(override(all, managed({ forceLoginMethod: 'gateway' }))).toEqual({ kind: 'gateway', where: 'managed' });
    expect(override({}, settings({ forceLoginMethod: 'gateway' }))).toBeNull();
    expect(override({}, managed({ forceLoginMethod: 'claudeai' }))).toBeNull();
  });

  it('is a helper after the keys and before the tokens', () => {
    const helper = settings({ apiKeyHelper: '/usr/local/bin/key' });
    expect(override({ ANTHROPIC_API_KEY: 'x' }, helper)).toMatchObject({ kind: 'variable' });
    expect(override({ CLAUDE_CODE_OAUTH_TOKEN: 'x' }, helper)).toEqual({
      kind: 'key-helper',
      helper: 'other',
      where: 'user',
    });
    expect(override({}, helper, managed({ apiKeyHelper: 'x' }))).toMatchObject({ where: 'managed' });
  });

  it.each([
    ['security find-generic-password -w -s key', 'asks-keychain'],
    ['sh -c "security find-internet-password -w"', 'asks-keychain'],
    ['op read op://vault/key', 'asks-one-password'],
    ['/opt/homebrew/bin/op item get key', 'asks-one-password'],
    ['echo stop reading', 'other'],
    ['security-report --all', 'other'],
  ])('is a helper %s, which is told as %s', (apiKeyHelper, helper) => {
    expect(override({}, settings({ apiKeyHelper }))).toMatchObject({ kind: 'key-helper', helper });
  });

  it('is in a settings file what the environment does not say, and the managed one says it last', () => {
    const user = settings({ env: { ANTHROPIC_AUTH_TOKEN: 'x' } });
    expect(override({ CLAUDE_CODE_OAUTH_TOKEN: 'x' }, user)).toMatchObject({
      name: 'ANTHROPIC_AUTH_TOKEN',
      where: 'user',
    });
    expect(override({}, user, managed({ env: { ANTHROPIC_AUTH_TOKEN: '' } }))).toBeNull();
    expect(override({ ANTHROPIC_API_KEY: 'x' }, settings({ env: { ANTHROPIC_API_KEY: '' } }))).toBeNull();
    expect(override({ CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST: '1' }, user)).toBeNull();
  });

  it.each([
    [{ PATH: '/bin' }],
    [{ CLAUDE_CODE_USE_BEDROCK: '0' }],
    [{ CLAUDE_CODE_USE_VERTEX: 'false', ANTHROPIC_AUTH_TOKEN: '' }],
    [{ ANTHROPIC_FEDERATION_RULE_ID: 'x' }],
    [{ CLAUDE_CODE_SIMPLE: '0' }],
  ])('is nothing in %j', (environment: Record<string, string>) => {
    expect(override(environment)).toBeNull();
  });

  it('keeps from every stored login and token with CLAUDE_CODE_SIMPLE, but not from a key', () => {
    const simple = { CLAUDE_CODE_SIMPLE: '1', CLAUDE_CODE_OAUTH_TOKEN: 'x' };
    expect(override(simple)).toMatchObject({ kind: 'no-login-wanted' });
    expect(override({ ...simple, ANTHROPIC_API_KEY: 'x' })).toMatchObject({ name: 'ANTHROPIC_API_KEY' });
  });

  it("is Anthropic's active profile where that is a federation, and not where somebody signed in to it", () => {
    const none = variableStates({});
    expect(overrideOf(none, [], { kind: 'federation', path: '/p' })).toEqual({
      kind: 'federation-profile',
      path: '/p',
    });
    expect(overrideOf(none, [], { kind: 'user', path: '/p' })).toBeNull();
  });

  it.each([
    ['{"apiKeyHelper":"","env":{"ANTHROPIC_API_KEY":5}}'],
    ['{"apiKeyHelper":["x"],"env":[]}'],
    ['{"env":{"CLAUDE_CODE_USE_VERTEX":null,"__proto__":{"ANTHROPIC_API_KEY":"x"}}}'],
    ['\uFEFF{"model":"opus"}'],
  ])('is nothing in the settings %s', (text) => {
    const parsed = parseClaudeCodeSettings(text);
    expect(parsed && override({}, { ...parsed, where: 'user', path: '/settings.json', isManaged: true })).toBeNull();
  });

  it.each(['{', '', '[]', 'null'])('is not looked for in %j, which is no settings file', (text) => {
    expect(parseClaudeCodeSettings(text)).toBeNull();
  });
});

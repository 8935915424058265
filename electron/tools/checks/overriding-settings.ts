import type { OverridingSetting } from '../../core/diagnosis/facts';
import type { ActiveProfile, Override, SettingsSource } from '../claude-code/claude-code-overrides';
import { type ClaudeCodeVariable, providerSwitches, type VariableStates } from '../claude-code/claude-code-variables';

/** Variables that only have an effect beside another one. */
const companions: readonly ClaudeCodeVariable[] = [
  'CLAUDE_CODE_SIMPLE',
  'CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST',
  'ANTHROPIC_ORGANIZATION_ID',
];

const kinds: Partial<Readonly<Record<ClaudeCodeVariable, OverridingSetting['kind']>>> = {
  ANTHROPIC_AUTH_TOKEN: 'token',
  ANTHROPIC_API_KEY: 'key',
  CLAUDE_CODE_OAUTH_TOKEN: 'token',
  ANTHROPIC_PROFILE: 'token',
  ANTHROPIC_FEDERATION_RULE_ID: 'token',
};

const tool = 'claude-code';

/** All that could be used in place of the stored login, each at each place where it is said. No value is among it. */
export const overridingSettings = (
  environment: VariableStates,
  settings: readonly SettingsSource[],
  profile: ActiveProfile | null,
): readonly OverridingSetting[] => [
  ...variablesOf(environment, 'set in the environment'),
  ...settings.flatMap(({ variables, keyHelper, forcesGateway, isManaged, where, path }) => {
    const file = { path, isManaged };
    return [
      ...variablesOf(variables, where).map((variable) => ({ ...variable, file })),
      ...(keyHelper === null ? [] : [{ tool, name: 'apiKeyHelper', kind: 'helper', where, file } as const]),
      ...(forcesGateway && isManaged
        ? [{ tool, name: 'forceLoginMethod', kind: 'provider-switch', where, file } as const]
        : []),
    ];
  }),
  ...(profile?.kind === 'federation'
    ? [{ tool, name: 'the active Anthropic profile', kind: 'token', where: `kept in ${profile.path}` } as const]
    : []),
];

const variablesOf = (states: VariableStates, where: string): readonly OverridingSetting[] =>
  [...states]
    .filter(([name, isOn]) => isOn && !companions.includes(name))
    .map(([name]) => ({ tool, name, kind: kindOf(name), where }));

const kindOf = (name: ClaudeCodeVariable): OverridingSetting['kind'] =>
  Object.hasOwn(providerSwitches, name) ? 'provider-switch' : (kinds[name] ?? 'token');

/** The name, among those above, of what is used; null where the stored login is, or none at all. */
export const winnerOf = (override: Override | null): string | null => {
  switch (override?.kind) {
    case undefined:
    case 'no-login-wanted':
      return null;
    case 'gateway':
      return 'forceLoginMethod';
    case 'key-helper':
      return 'apiKeyHelper';
    case 'federation-profile':
      return 'the active Anthropic profile';
    case 'provider':
    case 'variable':
      return override.name;
  }
};

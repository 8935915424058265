/** Switches to a cloud provider's own credentials, and whose they are then. */
export const providerSwitches = {
  CLAUDE_CODE_USE_BEDROCK: 'the AWS credentials',
  CLAUDE_CODE_USE_VERTEX: 'the Google Cloud credentials',
  CLAUDE_CODE_USE_FOUNDRY: 'the Azure credentials',
  CLAUDE_CODE_USE_MANTLE: 'the AWS credentials',
  CLAUDE_CODE_USE_ANTHROPIC_AWS: 'the AWS credentials',
} as const;

export type ProviderSwitch = keyof typeof providerSwitches;

/** Variables whose text is a credential, or names one: any text in them counts. */
const textVariables = [
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_API_KEY',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'ANTHROPIC_PROFILE',
  'ANTHROPIC_FEDERATION_RULE_ID',
  'ANTHROPIC_ORGANIZATION_ID',
] as const;

const switches = [
  ...(Object.keys(providerSwitches) as ProviderSwitch[]),
  'CLAUDE_CODE_SIMPLE',
  'CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST',
] as const;

export type ClaudeCodeVariable = (typeof textVariables)[number] | (typeof switches)[number];

/** Whether each variable that is named there is in force. What it holds is not kept. */
export type VariableStates = ReadonlyMap<ClaudeCodeVariable, boolean>;

export const variableStates = (variables: Readonly<Record<string, unknown>>): VariableStates =>
  new Map([
    ...textVariables.flatMap((name) => stateOf(variables, name, (value) => typeof value === 'string' && value !== '')),
    ...switches.flatMap((name) => stateOf(variables, name, isSwitchedOn)),
  ]);

const stateOf = (
  variables: Readonly<Record<string, unknown>>,
  name: ClaudeCodeVariable,
  isInForce: (value: unknown) => boolean,
): readonly (readonly [ClaudeCodeVariable, boolean])[] =>
  Object.hasOwn(variables, name) && variables[name] !== undefined ? [[name, isInForce(variables[name])]] : [];

const isSwitchedOn = (value: unknown): boolean => {
  const text = String(value ?? '').toLowerCase();
  return text !== '' && text !== '0' && text !== 'false' && text !== 'no' && text !== 'off';
};

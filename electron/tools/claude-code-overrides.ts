import type { MacHost } from '../system/host';
import { isJsonObject, parseJsonObject } from './json-object';

/** Variables that hold a credential themselves: any text in them counts. */
const credentialVariables = [
  'ANTHROPIC_AUTH_TOKEN',
  'ANTHROPIC_API_KEY',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'ANTHROPIC_PROFILE',
  'ANTHROPIC_FEDERATION_RULE_ID',
];
/** Switches to a cloud provider's own credentials. */
const providerSwitches = [
  'CLAUDE_CODE_USE_BEDROCK',
  'CLAUDE_CODE_USE_VERTEX',
  'CLAUDE_CODE_USE_FOUNDRY',
  'CLAUDE_CODE_USE_MANTLE',
  'CLAUDE_CODE_USE_ANTHROPIC_AWS',
];

type Variables = Readonly<Record<string, unknown>>;

const overrideIn = (variables: Variables): string | null =>
  providerSwitches.find((name) => isSwitchedOn(variables[name])) ??
  credentialVariables.find((name) => typeof variables[name] === 'string' && variables[name] !== '') ??
  null;

const isSwitchedOn = (value: unknown): boolean => {
  const text = String(value ?? '').toLowerCase();
  return text !== '' && text !== '0' && text !== 'false' && text !== 'no' && text !== 'off';
};

/** The variable in our own environment that outranks the stored login; null when there is none. Its value is not kept. */
export const overrideInEnvironment = (host: MacHost): string | null => overrideIn(host.environment);

/** What in a settings file outranks the stored login: a variable of its `env` block or a helper that prints a key. */
export const overrideInSettings = (text: string): string | null => {
  const settings = parseJsonObject(text);
  if (settings === null) return null;
  const variable = isJsonObject(settings.env) ? overrideIn(settings.env) : null;
  if (variable !== null) return variable;
  return typeof settings.apiKeyHelper === 'string' && settings.apiKeyHelper.trim() !== '' ? 'apiKeyHelper' : null;
};

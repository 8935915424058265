import type { ClaudeCodeSettings, KeyHelper } from './claude-code-settings';
import {
  type ClaudeCodeVariable,
  type ProviderSwitch,
  providerSwitches,
  type VariableStates,
} from './claude-code-variables';

/** Where something is said: the environment or a settings file, as the end of a sentence. */
export interface SettingsSource extends ClaudeCodeSettings {
  /** "set in /Users/alice/.claude/settings.json" */
  readonly where: string;
  readonly path: string;
  readonly isManaged: boolean;
}

/** The profile that Anthropic's own configuration folder names as the active one. */
export interface ActiveProfile {
  readonly kind: 'federation' | 'user';
  readonly path: string;
}

/** What is used instead of the stored login. */
export type Override =
  | { readonly kind: 'gateway'; readonly where: string }
  | { readonly kind: 'provider'; readonly name: ProviderSwitch; readonly where: string }
  | { readonly kind: 'variable'; readonly name: ClaudeCodeVariable; readonly where: string }
  | { readonly kind: 'key-helper'; readonly helper: KeyHelper; readonly where: string }
  | { readonly kind: 'federation-profile'; readonly path: string }
  /** CLAUDE_CODE_SIMPLE: no stored login is looked at, and nothing else is set. */
  | { readonly kind: 'no-login-wanted'; readonly where: string };

type Setting = { readonly isOn: boolean; readonly where: string };

/**
 * The first of Claude Code's ways to authenticate that is there, in the order that its documentation gives
 * (code.claude.com/docs/en/authentication, "Authentication precedence"); null when the stored login counts.
 *
 * @param environment the variables of our own process: those of a shell are not seen from here.
 * @param settings the weakest first; each overrules the environment and those before it.
 */
export const overrideOf = (
  environment: VariableStates,
  settings: readonly SettingsSource[],
  profile: ActiveProfile | null,
): Override | null => {
  const inForce = mergeVariables(environment, settings);
  const whereOn = (name: ClaudeCodeVariable): string | null => {
    const setting = inForce.get(name);
    return setting?.isOn ? setting.where : null;
  };
  const variable = (name: ClaudeCodeVariable): Override | null => {
    const where = whereOn(name);
    return where === null ? null : { kind: 'variable', name, where };
  };
  const gateway = settings.find(({ isManaged, forcesGateway }) => isManaged && forcesGateway);
  const helper = settings.findLast(({ keyHelper }) => keyHelper !== null);
  const simple = whereOn('CLAUDE_CODE_SIMPLE');
  const beforeOauth =
    (gateway && { kind: 'gateway' as const, where: gateway.where }) ??
    providerOf(whereOn) ??
    variable('ANTHROPIC_AUTH_TOKEN') ??
    variable('ANTHROPIC_API_KEY') ??
    (helper?.keyHelper ? { kind: 'key-helper' as const, helper: helper.keyHelper, where: helper.where } : null);
  if (beforeOauth) return beforeOauth;
  if (simple !== null) return { kind: 'no-login-wanted', where: simple };
  return (
    variable('CLAUDE_CODE_OAUTH_TOKEN') ??
    variable('ANTHROPIC_PROFILE') ??
    (whereOn('ANTHROPIC_ORGANIZATION_ID') === null ? null : variable('ANTHROPIC_FEDERATION_RULE_ID')) ??
    (profile?.kind === 'federation' ? { kind: 'federation-profile', path: profile.path } : null)
  );
};

const providerOf = (whereOn: (name: ClaudeCodeVariable) => string | null): Override | null => {
  for (const name of Object.keys(providerSwitches) as ProviderSwitch[]) {
    const where = whereOn(name);
    if (where !== null) return { kind: 'provider', name, where };
  }
  return null;
};

/** Where another program runs Claude Code and manages its credentials, the files' variables do not count. */
const mergeVariables = (environment: VariableStates, settings: readonly SettingsSource[]) => {
  const merged = new Map<ClaudeCodeVariable, Setting>();
  const add = (states: VariableStates, where: string) => {
    for (const [name, isOn] of states) merged.set(name, { isOn, where });
  };
  add(environment, 'set in the environment');
  if (environment.get('CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST')) return merged;
  for (const { variables, where } of settings) add(variables, where);
  return merged;
};

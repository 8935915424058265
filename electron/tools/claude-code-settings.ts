import { type VariableStates, variableStates } from './claude-code-variables';
import { isJsonObject, parseJsonObject } from './json-object';

/** What a command that prints a key asks for it, as far as its own words tell. */
export type KeyHelper = 'asks-keychain' | 'asks-one-password' | 'other';

/** What of a settings file decides which credential is used; nothing that it holds is kept. */
export interface ClaudeCodeSettings {
  readonly variables: VariableStates;
  readonly keyHelper: KeyHelper | null;
  /** An administrator has every login go through the organisation's gateway. */
  readonly forcesGateway: boolean;
}

/** @returns null for what is no settings file. */
export const parseClaudeCodeSettings = (text: string): ClaudeCodeSettings | null => {
  const settings = parseJsonObject(text);
  if (settings === null) return null;
  const { env, apiKeyHelper, forceLoginMethod } = settings;
  return {
    variables: variableStates(isJsonObject(env) ? env : {}),
    keyHelper: typeof apiKeyHelper === 'string' ? keyHelperOf(apiKeyHelper) : null,
    forcesGateway: forceLoginMethod === 'gateway',
  };
};

const keyHelperOf = (command: string): KeyHelper | null => {
  if (command.trim() === '') return null;
  if (/\bsecurity\s+(?:-\S+\s+)*find-(?:generic|internet)-password\b/.test(command)) return 'asks-keychain';
  return /(?:^|[\s/;|&(])op\s+(?:read|item|run)\b/.test(command) ? 'asks-one-password' : 'other';
};

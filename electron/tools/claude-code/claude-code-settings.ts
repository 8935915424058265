import { isJsonObject, type JsonObject, parseJsonObject } from '../../core/text/json';
import { bytesFormat, textFormat } from '../common/file-format';
import { largestPropertyListBytes, parsePropertyList } from '../formats/property-list';
import { type VariableStates, variableStates } from './claude-code-variables';

/** What a command that prints a key asks for it, as far as its own words tell. */
export type KeyHelper = 'asks-keychain' | 'asks-one-password' | 'other';

/** What of a settings file decides which credential is used; nothing that it holds is kept. */
export interface ClaudeCodeSettings {
  readonly variables: VariableStates;
  readonly keyHelper: KeyHelper | null;
  /** An administrator has every login go through the organisation's gateway. */
  readonly forcesGateway: boolean;
}

/** @returns null for what is no settings file, or one that Claude Code would refuse. */
export const parseClaudeCodeSettings = (text: string): ClaudeCodeSettings | null => settingsIn(parseJsonObject(text));

/** The same for what a configuration profile of an administrator sets, which lies in a property list. */
export const parseManagedPreferences = (bytes: Buffer): ClaudeCodeSettings | null =>
  settingsIn(parsePropertyList(bytes));

const settingsIn = (settings: JsonObject | null): ClaudeCodeSettings | null => {
  if (settings === null) return null;
  const { env, apiKeyHelper, forceLoginMethod } = settings;
  if ((env !== undefined && !isJsonObject(env)) || isOtherThanText(apiKeyHelper)) return null;
  return {
    variables: variableStates(isJsonObject(env) ? env : {}),
    keyHelper: typeof apiKeyHelper === 'string' ? keyHelperOf(apiKeyHelper) : null,
    forcesGateway: forceLoginMethod === 'gateway',
  };
};

const isOtherThanText = (value: unknown): boolean => value !== undefined && typeof value !== 'string';

const keyHelperOf = (command: string): KeyHelper | null => {
  if (command.trim() === '') return null;
  if (/\bsecurity\s+(?:-\S+\s+)*find-(?:generic|internet)-password\b/.test(command)) return 'asks-keychain';
  return /(?:^|[\s/;|&(])op\s+(?:read|item|run)\b/.test(command) ? 'asks-one-password' : 'other';
};

export const claudeCodeSettingsFormat = textFormat({
  name: 'claude-code-settings',
  syntax: 'json',
  largestBytes: 1024 * 1024,
  parse: parseClaudeCodeSettings,
});

export const managedPreferencesFormat = bytesFormat({
  name: 'claude-code-preferences',
  syntax: 'plist',
  largestBytes: largestPropertyListBytes,
  parse: parseManagedPreferences,
});

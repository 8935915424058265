import { measured, type OverridesFact } from '../../core/diagnosis/facts';
import type { Check, Finding } from '../../system/checks/check';
import type { ToolDoors } from '../../system/doors';
import { createProfileReader } from '../claude-code/anthropic-profile';
import { createClaudeCodeFiles } from '../claude-code/claude-code-files';
import { ownFolder } from '../claude-code/claude-code-folders';
import { tellOverride } from '../claude-code/claude-code-override-told';
import { overrideOf } from '../claude-code/claude-code-overrides';
import { claudeCodePlaces } from '../claude-code/claude-code-places';
import { variableStates } from '../claude-code/claude-code-variables';
import type { UnreadFile } from '../claude-code/unread-file';
import { overridingSettings, winnerOf } from './overriding-settings';

/**
 * Which variables and settings decide whose login Claude Code uses, which of them wins and why. Those of this process and
 * of the settings files; what only a shell exports is not seen by a program that the desktop has started.
 */
export const createVariablesCheck = (doors: ToolDoors): Check => ({
  id: 'variables',
  hosts: [],
  async run() {
    const { host } = doors;
    const { userSettingsFile } = claudeCodePlaces(host, ownFolder(host));
    const [settings, { profile, unread }] = await Promise.all([
      createClaudeCodeFiles(doors).settings(userSettingsFile),
      createProfileReader(doors)(),
    ]);
    const environment = variableStates(host.environment);
    const override = overrideOf(environment, settings.sources, profile);
    const overrides: OverridesFact = {
      settings: overridingSettings(environment, settings.sources, profile),
      wins: winnerOf(override),
      reason: override === null ? 'Nothing overrules the stored login.' : tellOverride(override).reason,
    };
    const lookedAt = `the variables of this process, ${userSettingsFile} and the managed settings`;
    return { lookedAt, facts: { overrides: measured(overrides) }, ...tell(overrides, [...settings.unread, ...unread]) };
  },
});

const tell = (
  { settings, reason }: OverridesFact,
  unread: readonly UnreadFile[],
): Pick<Finding, 'result' | 'sentence'> => {
  const unseen = unread.map(({ path, reason: why }) => `${path} cannot be read: ${why}`).join('; ');
  if (settings.length < 2) {
    if (unseen === '') return { result: 'fine', sentence: reason };
    return { result: 'not-possible', sentence: `Could not look: ${unseen}. As far as can be seen: ${reason}` };
  }
  const all = settings.map(({ name, where }) => `${name} (${where})`).join(', ');
  const notAll = unseen === '' ? '' : ` Not all could be looked at: ${unseen}.`;
  return { result: 'problem', sentence: `Several compete: ${all}. ${reason}${notAll}` };
};

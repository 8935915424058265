import { measured, type OverridesFact } from '../../core/diagnosis/facts';
import type { Check, Finding } from '../../system/checks/check';
import type { MacDoors } from '../../system/doors';
import { createProfileReader } from '../anthropic-profile';
import { createClaudeCodeFiles } from '../claude-code-files';
import { ownFolder } from '../claude-code-folders';
import { tellOverride } from '../claude-code-override-told';
import { overrideOf } from '../claude-code-overrides';
import { claudeCodePlaces } from '../claude-code-places';
import type { UnreadFile } from '../claude-code-sighting';
import { variableStates } from '../claude-code-variables';
import { overridingSettings, winnerOf } from './overriding-settings';

/**
 * Which variables and settings decide whose login Claude Code uses, which of them wins and why. Those of this process and
 * of the settings files; what only a shell exports is not seen by a program that the desktop has started.
 */
export const createVariablesCheck = (doors: MacDoors): Check => ({
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
  if (unread.length > 0)
    return { result: 'not-possible', sentence: [reason, ...unread.map(({ reason: why }) => why)].join(' ') };
  if (settings.length < 2) return { result: 'fine', sentence: reason };
  const all = settings.map(({ name, where }) => `${name} (${where})`).join(', ');
  return { result: 'problem', sentence: `Several compete: ${all}. ${reason}` };
};

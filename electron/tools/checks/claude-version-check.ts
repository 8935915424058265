import { measured, notMeasured } from '../../core/diagnosis/facts';
import type { Check } from '../../system/checks/check';
import type { ToolDoors } from '../../system/doors';
import { findClaudeCopies } from './claude-copies';

/** Which copies of Claude Code there are and of which version. Reads files only: it runs none of them. */
export const createClaudeVersionCheck = (doors: ToolDoors): Check => ({
  id: 'claude-version',
  hosts: [],
  async run() {
    const { copies, unread } = await findClaudeCopies(doors);
    const list = copies.map(({ path, version }) => `${path} (${version ?? 'version not told'})`).join(', ');
    const lookedAt = copies.length === 0 ? 'the usual places of the program' : list;
    if (unread.length > 0) {
      const reason = unread.map(({ path, reason: why }) => `${path} could not be listed: ${why}`).join('; ');
      const known = copies.length === 0 ? '' : ` Found elsewhere: ${list}.`;
      const sentence = `Could not look: ${reason}.${known}`;
      return { lookedAt, result: 'not-possible', sentence, facts: { claudeCopies: notMeasured(reason) } };
    }
    const facts = { claudeCopies: measured(copies) };
    const [first] = copies;
    if (!first) return { lookedAt, result: 'fine', sentence: 'No Claude Code was found.', facts };
    if (first.version === null) {
      return { lookedAt, result: 'not-possible', sentence: `${first.path} does not tell its version.`, facts };
    }
    const several = copies.length === 1 ? '' : ` There are ${copies.length} copies: ${list}.`;
    return { lookedAt, result: 'fine', sentence: `Claude Code ${first.version} is installed.${several}`, facts };
  },
});

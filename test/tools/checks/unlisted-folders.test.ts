import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Check, Finding } from '../../../electron/system/checks/check';
import type { MacDoors } from '../../../electron/system/doors';
import { createClaudeVersionCheck } from '../../../electron/tools/checks/claude-version-check';
import { createEditorsCheck } from '../../../electron/tools/checks/editors-check';
import { createVariablesCheck } from '../../../electron/tools/checks/variables-check';
import { breakFolder } from '../../system/broken-folder';
import { macWithDoors, twoKeychains } from '../../system/simulated-doors';

const home = '/Users/alice';

const run = async (
  create: (doors: MacDoors) => Check,
  { prepare }: { readonly prepare: (root: string) => void },
): Promise<Finding> => {
  const at = await macWithDoors();
  prepare(at.mac.root);
  return create(at.doors()).run(new AbortController().signal);
};

describe('a folder that cannot be listed', () => {
  it('leaves the variables and settings unknown', async () => {
    const folder = '/Library/Application Support/ClaudeCode/managed-settings.d';
    const found = await run(createVariablesCheck, { prepare: (root) => breakFolder(root + folder) });
    expect(found).toMatchObject({
      result: 'not-possible',
      sentence: expect.stringContaining(`Could not look: ${folder} cannot be read: macOS answered ELOOP.`),
    });
  });

  it('hides no variables that compete all the same', async () => {
    const folder = '/Library/Application Support/ClaudeCode/managed-settings.d';
    const at = await macWithDoors({
      ...twoKeychains,
      environment: { ANTHROPIC_API_KEY: 'x', CLAUDE_CODE_OAUTH_TOKEN: 'x' },
    });
    breakFolder(at.mac.root + folder);
    const found = await createVariablesCheck(at.doors()).run(new AbortController().signal);
    expect(found).toMatchObject({
      result: 'problem',
      sentence: expect.stringContaining('Not all could be looked at: '),
    });
  });

  it('does not say that there is no Claude Code', async () => {
    const folder = `${home}/Library/Application Support/Claude/claude-code`;
    const found = await run(createClaudeVersionCheck, { prepare: (root) => breakFolder(root + folder) });
    const reason = `${folder} could not be listed: macOS answered ELOOP`;
    expect(found).toMatchObject({
      result: 'not-possible',
      sentence: `Could not look: ${reason}.`,
      facts: { claudeCopies: { kind: 'not-measured', reason } },
    });
  });

  it('does not say of an editor that it has no extensions', async () => {
    const folder = `${home}/.vscode/extensions`;
    const found = await run(createEditorsCheck, {
      prepare: (root) => {
        mkdirSync(`${root}${home}/Library/Application Support/Code/User/globalStorage`, { recursive: true });
        breakFolder(root + folder);
      },
    });
    const extensionsUnread = `${folder} could not be listed: macOS answered ELOOP`;
    expect(found).toMatchObject({
      result: 'not-possible',
      sentence: `VS Code’s storage for extensions is present. Could not look at its extensions: ${extensionsUnread}.`,
      facts: { editors: { value: [{ extensionsUnread }] } },
    });
  });
});

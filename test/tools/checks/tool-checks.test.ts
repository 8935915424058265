import { chmodSync, chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FolderFact } from '../../../electron/core/diagnosis/facts';
import type { Check, Finding } from '../../../electron/system/checks/check';
import type { MacDoors } from '../../../electron/system/doors';
import { createClaudeVersionCheck } from '../../../electron/tools/checks/claude-version-check';
import { createEditorsCheck } from '../../../electron/tools/checks/editors-check';
import { createFoldersCheck } from '../../../electron/tools/checks/folders-check';
import { createVariablesCheck } from '../../../electron/tools/checks/variables-check';
import type { Scenario } from '../../simulator/parsing/scenario';
import { breakFolder } from '../../system/broken-folder';
import { macWithDoors, twoKeychains } from '../../system/simulated-doors';

const canary = 'CANARY-secret';
const home = '/Users/alice';

/** Runs a check on a Mac with these files, and proves that it shows no secret. */
const run = async (
  create: (doors: MacDoors) => Check,
  { prepare, ...changes }: Partial<Scenario> & { readonly prepare?: (root: string) => void } = {},
): Promise<Finding> => {
  const at = await macWithDoors({ ...twoKeychains, ...changes });
  prepare?.(at.mac.root);
  const found = await create(at.doors()).run(new AbortController().signal);
  expect(JSON.stringify(found)).not.toContain(canary);
  return found;
};

const put = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
};
const link = (path: string, target: string) => {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
};

describe('the variables', () => {
  it('that are not there leave the stored login alone', async () => {
    expect(await run(createVariablesCheck)).toMatchObject({
      result: 'fine',
      facts: { overrides: { value: { settings: [], wins: null, reason: 'Nothing overrules the stored login.' } } },
    });
  });

  it('that compete are all named with their places, and the one that wins with its reason', async () => {
    const found = await run(createVariablesCheck, {
      environment: { ANTHROPIC_API_KEY: canary, CLAUDE_CODE_OAUTH_TOKEN: canary },
      files: { '~/.claude/settings.json': { env: { ANTHROPIC_AUTH_TOKEN: canary }, apiKeyHelper: 'cat key' } },
    });
    const where = `set in ${home}/.claude/settings.json`;
    expect(found.result).toBe('problem');
    expect(found.facts.overrides).toMatchObject({
      value: {
        settings: [
          { name: 'ANTHROPIC_API_KEY', kind: 'key', where: 'set in the environment' },
          { name: 'CLAUDE_CODE_OAUTH_TOKEN', kind: 'token', where: 'set in the environment' },
          { name: 'ANTHROPIC_AUTH_TOKEN', kind: 'token', where },
          { name: 'apiKeyHelper', kind: 'helper', where },
        ],
        wins: 'ANTHROPIC_AUTH_TOKEN',
        reason: `It uses ANTHROPIC_AUTH_TOKEN, ${where}.`,
      },
    });
  });

  it('that are said twice are named twice', async () => {
    const found = await run(createVariablesCheck, {
      environment: { ANTHROPIC_API_KEY: canary },
      files: { '~/.claude/settings.json': { env: { ANTHROPIC_API_KEY: canary } } },
    });
    expect(found.sentence.match(/ANTHROPIC_API_KEY \(/g)).toHaveLength(2);
  });

  it('that switch to a provider win over all others', async () => {
    const environment = { CLAUDE_CODE_USE_BEDROCK: '1', ANTHROPIC_API_KEY: canary };
    expect((await run(createVariablesCheck, { environment })).facts.overrides).toMatchObject({
      value: { wins: 'CLAUDE_CODE_USE_BEDROCK', settings: [{ kind: 'key' }, { kind: 'provider-switch' }] },
    });
  });

  it('that do nothing by themselves are not among them', async () => {
    const environment = { CLAUDE_CODE_SIMPLE: '1', ANTHROPIC_ORGANIZATION_ID: canary };
    const { facts } = await run(createVariablesCheck, { environment });
    expect(facts.overrides).toMatchObject({ value: { settings: [], wins: null } });
  });

  it('in a file that cannot be read are not known', async () => {
    const found = await run(createVariablesCheck, { files: { '~/.claude/settings.json': `{"env": "${canary}` } });
    expect(found.result).toBe('not-possible');
    expect(found.sentence).toContain(`${home}/.claude/settings.json cannot be read: it is not the JSON`);
  });
});

describe('the installed Claude Code', () => {
  const copies = ({ facts }: Finding) => (facts.claudeCopies?.kind === 'known' ? facts.claudeCopies.value : null);
  const launcher = `${home}/.local/bin/claude`;
  const native = (root: string) => {
    put(`${root}${home}/.local/share/claude/versions/2.1.240`, '');
    link(root + launcher, `${root}${home}/.local/share/claude/versions/2.1.240`);
  };

  it('of the native installer tells its version by its path', async () => {
    const found = await run(createClaudeVersionCheck, { prepare: native });
    expect(copies(found)).toEqual([{ path: launcher, version: '2.1.240' }]);
    expect(found.sentence).toBe('Claude Code 2.1.240 is installed.');
  });

  it.each([
    ['/usr/local/lib/node_modules/@anthropic-ai/claude-code', '/usr/local/bin/claude', 'cli.js'],
    ['/opt/homebrew/lib/node_modules/@anthropic-ai/claude-code', '/opt/homebrew/bin/claude', 'bin/claude.exe'],
  ])('of npm in %s tells it in its manifest', async (folder, path, program) => {
    const found = await run(createClaudeVersionCheck, {
      prepare: (root) => {
        put(`${root}${folder}/${program}`, '');
        put(`${root}${folder}/package.json`, '{"name":"@anthropic-ai/claude-code","version":"2.1.9"}');
        link(root + path, `${root}${folder}/${program}`);
      },
    });
    expect(copies(found)).toEqual([{ path, version: '2.1.9' }]);
  });

  it('of Homebrew, the old local one and the app’s own are each found', async () => {
    const found = await run(createClaudeVersionCheck, {
      prepare: (root) => {
        put(`${root}/opt/homebrew/Caskroom/claude-code/2.1.100/claude`, '');
        link(`${root}/opt/homebrew/bin/claude`, `${root}/opt/homebrew/Caskroom/claude-code/2.1.100/claude`);
        put(`${root}${home}/.claude/local/claude`, '#!/bin/sh');
        put(
          `${root}${home}/.claude/local/node_modules/@anthropic-ai/claude-code/package.json`,
          '{"name":"@anthropic-ai/claude-code","version":"1.0.17"}',
        );
        put(`${root}${home}/Library/Application Support/Claude/claude-code/2.1.209/claude`, '');
      },
    });
    expect(copies(found)?.map(({ version }) => version)).toEqual(['2.1.100', '1.0.17', '2.1.209']);
  });

  it('that a shell would start first comes first', async () => {
    const withPath = (doors: MacDoors) =>
      createClaudeVersionCheck({ ...doors, host: { ...doors.host, environment: { PATH: `${home}/tools/:/usr/bin` } } });
    const found = await run(withPath, {
      prepare: (root) => {
        native(root);
        put(`${root}${home}/tools/claude`, '');
      },
    });
    expect(copies(found)).toEqual([
      { path: `${home}/tools/claude`, version: null },
      { path: launcher, version: '2.1.240' },
    ]);
    expect(found.result).toBe('not-possible');
  });

  it('that has two names is one copy, by the name that comes first', async () => {
    const found = await run(createClaudeVersionCheck, {
      prepare: (root) => {
        native(root);
        link(`${root}/usr/local/bin/claude`, `${root}${home}/.local/share/claude/versions/2.1.240`);
      },
    });
    expect(copies(found)).toEqual([{ path: '/usr/local/bin/claude', version: '2.1.240' }]);
  });

  it('is not told its version by another program’s manifest', async () => {
    const found = await run(createClaudeVersionCheck, {
      prepare: (root) => {
        put(`${root}/opt/homebrew/bin/claude`, '');
        put(`${root}/opt/homebrew/package.json`, '{"name":"something-else","version":"9.9.9"}');
      },
    });
    expect(copies(found)).toEqual([{ path: '/opt/homebrew/bin/claude', version: null }]);
  });

  it('is nowhere on a Mac without one', async () => {
    expect(await run(createClaudeVersionCheck)).toMatchObject({
      result: 'fine',
      sentence: 'No Claude Code was found.',
    });
  });
});

describe('the folders', () => {
  const folders = async (prepare: (root: string) => void) => {
    const found = await run(({ host }) => createFoldersCheck(host), {
      prepare,
      files: { '~/.claude/settings.json': {}, '~/.claude.json': {} },
    });
    const rows = found.facts.folders?.kind === 'known' ? found.facts.folders.value : [];
    const state = (path: string): FolderFact['state'] | undefined => rows.find((row) => row.path === path)?.state;
    return { found, state };
  };

  it('that are there and the user’s own are fine, and those that are missing no trouble', async () => {
    const { found, state } = await folders(() => {});
    expect(found.result).toBe('fine');
    expect([state(`${home}/.claude`), state(`${home}/.docker`)]).toEqual(['fine', 'missing']);
  });

  it.each([
    [`${home}/.claude`, 0o300, 'not-readable'],
    [`${home}/.claude`, 0o500, 'not-writable'],
    [`${home}/.claude/settings.json`, 0o200, 'not-readable'],
    [`${home}/.claude.json`, 0o400, 'not-writable'],
  ] as const)('of which %s has the mode %i cannot be used', async (path, mode, expected) => {
    const { found, state } = await folders((root) => chmodSync(root + path, mode));
    expect(state(path)).toBe(expected);
    expect(found).toMatchObject({ result: 'problem', sentence: expect.stringContaining(path) });
  });

  it('that belong to somebody else are told', async (context) => {
    if (process.getuid?.() !== 0) return context.skip('only root can give a file away');
    const { state } = await folders((root) => chownSync(`${root}${home}/.claude.json`, 4242, 4242));
    expect(state(`${home}/.claude.json`)).toBe('owned-by-another-user');
  });
});

describe('the editors', () => {
  const support = `${home}/Library/Application Support`;

  it('that are not here are no trouble', async () => {
    expect(await run(createEditorsCheck)).toMatchObject({ result: 'fine', facts: { editors: { value: [] } } });
  });

  it('that macOS does not let be seen are not told to be away', async () => {
    const prepare = (root: string) => breakFolder(`${root}${support}`);
    expect(await run(createEditorsCheck, { prepare })).toMatchObject({
      ...{ result: 'not-possible', sentence: expect.stringContaining('Support/Code') },
      facts: { editors: { kind: 'not-measured' } },
    });
  });

  it('are told with their extensions that have a login, of each the newest', async () => {
    const found = await run(createEditorsCheck, {
      prepare: (root) => {
        mkdirSync(`${root}${support}/Code/User/globalStorage`, { recursive: true });
        for (const name of [
          'anthropic.claude-code-2.1.99',
          'Anthropic.claude-code-2.1.240-darwin-arm64',
          'a.b-1.0.0',
        ]) {
          mkdirSync(`${root}${home}/.vscode/extensions/${name}`, { recursive: true });
        }
        put(`${root}${home}/.vscode/extensions/extensions.json`, '[]');
      },
    });
    expect(found).toMatchObject({
      result: 'fine',
      facts: {
        editors: {
          value: [
            {
              editor: 'vscode',
              storage: 'present',
              extensions: [{ id: 'anthropic.claude-code', version: '2.1.240' }],
              conflicting: [],
            },
          ],
        },
      },
    });
  });

  it('whose extensions are known to get in one another’s way have a problem', async () => {
    const found = await run(createEditorsCheck, {
      prepare: (root) => {
        mkdirSync(`${root}${support}/Cursor/User/globalStorage`, { recursive: true });
        for (const name of ['anthropic.claude-code-2.1.136', 'github.copilot-chat-0.37.4']) {
          mkdirSync(`${root}${home}/.cursor/extensions/${name}`, { recursive: true });
        }
      },
    });
    expect(found).toMatchObject({
      result: 'problem',
      facts: { editors: { value: [{ conflicting: ['anthropic.claude-code', 'github.copilot-chat'] }] } },
    });
  });

  it('without their storage have a problem', async () => {
    const prepare = (root: string) => mkdirSync(`${root}${support}/Code`, { recursive: true });
    expect(await run(createEditorsCheck, { prepare })).toMatchObject({
      result: 'problem',
      facts: { editors: { value: [{ storage: 'missing' }] } },
    });
  });
});

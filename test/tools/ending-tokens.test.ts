import { expect, it } from 'vitest';
import { createClaudeCode } from '../../electron/tools/claude-code/claude-code';
import type { CredentialTool, ToolContext } from '../../electron/tools/common/credential-tool';
import { createDocker } from '../../electron/tools/docker/docker';
import { createGitHubCli } from '../../electron/tools/gh/gh';
import { createGit } from '../../electron/tools/git/git';
import { canary, generic } from './one-keychain';
import { type Configuration, lookOnce } from './tool-on-mac';

type Create = (context: ToolContext) => CredentialTool;

const ghHosts = `github.com:\n    user: alice\n    users:\n        alice:\n`;
const written = { '~/.config/gh/hosts.yml': '2026-08-01T12:00:00Z' };

it.each<[string, Create, Configuration, object]>([
  [
    'gh’s file',
    createGitHubCli,
    {
      files: { '~/.config/gh/hosts.yml': `github.com:\n    oauth_token: ${canary}\n    user: alice\n` },
      fileTimes: written,
    },
    { writtenAt: '2026-08-01T12:00:00.000Z' },
  ],
  [
    'gh’s item',
    createGitHubCli,
    {
      files: { '~/.config/gh/hosts.yml': ghHosts },
      items: [{ ...generic('gh:github.com'), modifiedAt: '2026-08-02T12:00:00Z' }],
    },
    { writtenAt: '2026-08-02T12:00:00.000Z' },
  ],
  [
    'git’s store',
    createGit,
    {
      files: {
        '~/.gitconfig': '[credential]\n\thelper = store\n',
        '~/.git-credentials': `https://alice:${canary}@github.com\n`,
      },
    },
    { store: 'file' },
  ],
  [
    'Docker’s file',
    createDocker,
    { files: { '~/.docker/config.json': { auths: { 'ghcr.io': { auth: 'YTpi' } } } } },
    { store: 'file' },
  ],
  ['a setup-token', createClaudeCode, { environment: { CLAUDE_CODE_OAUTH_TOKEN: canary } }, { store: 'environment' }],
])('the end of a token in %s may be entered', async (_where, create, configuration, told) => {
  expect(await lookOnce(create, configuration)).toContainEqual(
    expect.objectContaining({ status: 'unknown', expiry: null, mayEnterEndDate: true, ...told }),
  );
});

it.each<[string, Create, Configuration]>([
  ['a key, which has none', createClaudeCode, { environment: { ANTHROPIC_API_KEY: canary } }],
  [
    'the login of gh that git only asks for',
    createGit,
    {
      files: {
        '~/.gitconfig': '[credential]\n\thelper = !gh auth git-credential\n',
        '~/.config/gh/hosts.yml': `github.com:\n    oauth_token: ${canary}\n`,
      },
    },
  ],
  ['a registry without a login', createDocker, { files: { '~/.docker/config.json': { auths: { 'ghcr.io': {} } } } }],
])('no end may be entered for %s', async (_what, create, configuration) => {
  for (const credential of await lookOnce(create, configuration)) expect(credential.mayEnterEndDate).toBeUndefined();
});

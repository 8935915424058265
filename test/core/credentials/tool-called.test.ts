import { describe, expect, it } from 'vitest';
import { toolCalled } from '../../../electron/core/credentials/tool-called';

const tools = [
  { id: 'claude-code', name: 'Claude Code' },
  { id: 'gh', name: 'GitHub CLI' },
  { id: 'onepassword', name: '1Password CLI' },
  { id: 'vscode', name: 'VS Code' },
  { id: 'docker', name: 'Docker' },
];

describe('the tool that somebody means', () => {
  it.each([
    ['claude-code', 'claude-code'],
    ['claude', 'claude-code'],
    ['Claude Code', 'claude-code'],
    ['github', 'gh'],
    ['GitHub CLI', 'gh'],
    ['op', 'onepassword'],
    ['1Password', 'onepassword'],
    ['code', 'vscode'],
    ['VS_Code', 'vscode'],
    ['DOCKER', 'docker'],
    [' docker\t', 'docker'],
    ['Claude \u00a0code', 'claude-code'],
  ])('%s is %s', (word, id) => {
    expect(toolCalled(tools, word)?.id).toBe(id);
  });

  it.each([
    ['cc', 'claude-code'],
    ['github-cli', 'gh'],
    ['1password', 'onepassword'],
    ['AWS CLI', 'aws'],
    ['google', 'gcloud'],
    ['az', 'azure'],
    ['k8s', 'kubectl'],
    ['Kubernetes', 'kubectl'],
    ['Xcode', 'codesign'],
    ['Xcode signing', 'codesign'],
    ['vs-code', 'vscode'],
    ['cursor-agent', 'cursor'],
    ['openai', 'codex'],
    ['GitHub Copilot', 'copilot'],
    ['credentials', 'git'],
  ])('%s is %s, whatever that is named', (word, id) => {
    expect(
      toolCalled(
        [
          { id: 'other', name: 'Other' },
          { id, name: `The ${id}` },
        ],
        word,
      )?.id,
    ).toBe(id);
  });

  it.each(['', 'constructor', 'xcode', 'dockers'])('“%s” is none of these', (word) => {
    expect(toolCalled(tools, word)).toBeUndefined();
  });
});

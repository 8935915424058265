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
  ])('%s is %s', (word, id) => {
    expect(toolCalled(tools, word)?.id).toBe(id);
  });

  it.each(['', 'constructor', 'xcode', 'dockers'])('“%s” is none of these', (word) => {
    expect(toolCalled(tools, word)).toBeUndefined();
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { createClaudeCode } from '../../../electron/tools/claude-code/claude-code';
import { type ToolOnMac, toolOnMac } from '../tool-on-mac';

const files = '/Library/Application Support/ClaudeCode';
const forAll = '/Library/Managed Preferences/com.anthropic.claudecode.plist';
const forAlice = '/Library/Managed Preferences/alice/com.anthropic.claudecode.plist';
const using = (variable: string) => ({ env: { [variable]: 'x' } });
const profileUsing = (variable: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>env</key>
  <dict><key>${variable}</key><string>x</string></dict>
</dict>
</plist>
`;

let mac: ToolOnMac;
const reasonWith = async (written: Record<string, unknown>) => {
  mac = await toolOnMac(createClaudeCode, {
    files: { '~/.claude/settings.json': using('ANTHROPIC_API_KEY'), ...written },
  });
  return (await mac.look()).map(({ reason }) => reason).join('\n');
};
afterEach(() => mac.dispose());

describe("an administrator's settings of Claude Code", () => {
  it('overrule those of the user, and a later one of several files an earlier one', async () => {
    const reason = await reasonWith({
      [`${files}/managed-settings.json`]: { apiKeyHelper: '/bin/key', env: { ANTHROPIC_API_KEY: '' } },
      [`${files}/managed-settings.d/10-first.json`]: { apiKeyHelper: '/bin/first' },
      [`${files}/managed-settings.d/20-second.json`]: { apiKeyHelper: '/bin/second' },
    });
    expect(reason).toContain(`apiKeyHelper, set in ${files}/managed-settings.d/20-second.json`);
  });

  it('are none in files that are hidden or no JSON by name', async () => {
    const reason = await reasonWith({
      [`${files}/managed-settings.d/.hidden.json`]: using('CLAUDE_CODE_USE_BEDROCK'),
      [`${files}/managed-settings.d/old.json.bak`]: using('CLAUDE_CODE_USE_BEDROCK'),
    });
    expect(reason).toContain('ANTHROPIC_API_KEY');
  });

  it('come from a configuration profile where there is one, and then not from files', async () => {
    const file = { [`${files}/managed-settings.json`]: using('CLAUDE_CODE_USE_BEDROCK') };
    expect(await reasonWith(file)).toContain('CLAUDE_CODE_USE_BEDROCK');
    await mac.dispose();
    const reason = await reasonWith({ ...file, [forAll]: profileUsing('ANTHROPIC_AUTH_TOKEN') });
    expect(reason).toContain(`ANTHROPIC_AUTH_TOKEN, set in ${forAll}`);
  });

  it('come from the profile for the user before the one for all', async () => {
    const reason = await reasonWith({
      [forAll]: profileUsing('CLAUDE_CODE_USE_BEDROCK'),
      [forAlice]: profileUsing('ANTHROPIC_AUTH_TOKEN'),
    });
    expect(reason).toContain(`ANTHROPIC_AUTH_TOKEN, set in ${forAlice}`);
  });
});

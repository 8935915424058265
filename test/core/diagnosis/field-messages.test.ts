import { describe, expect, it } from 'vitest';
import { matchMessage } from '../../../electron/core/diagnosis/messages/match-message';
import { fieldMessages } from './field-messages';

const rows = fieldMessages.map(([text, cause, ...tools]) => ({ text, cause, tools }));

describe('a text of a public report', () => {
  it.each(rows)('is read as what it is: $text', ({ text, cause, tools }) => {
    const found = matchMessage(text);
    expect(found.kind === 'recognised' ? found.causes[0] : null).toBe(cause);
    if (tools.length > 0) expect(found).toMatchObject({ tools });
  });
});

describe('whose line it is', () => {
  it('counts more than where it stands: a tool’s own words before the network and before other programs', () => {
    const refused = 'Error: connect ECONNREFUSED 127.0.0.1:3845';
    const login = 'Not logged in · Please run /login';
    for (const text of [`${refused}\n${login}`, `${login}\n${refused}`]) {
      expect(matchMessage(text)).toMatchObject({ id: 'claude-not-logged-in', tools: ['claude-code'] });
    }
  });

  it('keeps an MCP server’s login apart from the one of Claude Code', () => {
    const foreign = 'MCP server "docs": Token expired without refresh token';
    expect(matchMessage(foreign)).toMatchObject({ id: 'mcp-login' });
    expect(matchMessage(`${foreign}\nFailed to save OAuth tokens`)).toMatchObject({ id: 'claude-not-stored' });
    expect(matchMessage(`${foreign}\nSession expired`)).toMatchObject({ id: 'session-expired' });
  });

  it('takes what a line proves after such words for the reason, and not what another line proves', () => {
    expect(matchMessage('Login failed: getaddrinfo ENOTFOUND claude.ai')).toMatchObject({ id: 'name-not-found' });
    expect(matchMessage('telemetry: getaddrinfo ENOTFOUND t.example.com\nLogin failed for sam')).toMatchObject({
      id: 'authentication-failed',
    });
  });

  it('names the program of this Mac, and the variables, that a text names', () => {
    expect(matchMessage('dial unix /Users/sam/.orbstack/run/docker.sock: connect: connection refused')).toMatchObject({
      program: 'orbstack',
    });
    expect(matchMessage('Auth conflict: Both CLAUDE_CODE_OAUTH_TOKEN and apiKeyHelper are set')).toMatchObject({
      variables: ['CLAUDE_CODE_OAUTH_TOKEN', 'apiKeyHelper'],
    });
  });
});

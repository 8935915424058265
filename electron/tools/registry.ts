import type { MacDoors } from '../system/doors';
import { createClaudeCode } from './claude-code';
import type { CredentialTool } from './credential-tool';

/** The tools, by identifier. Another one is a file beside this and a line in each of these two lists. */
export type ToolId = 'claude-code';

type Registry = { readonly [Id in ToolId]: CredentialTool & { readonly id: Id } };

export const createCredentialTools = (doors: MacDoors): Registry => ({
  'claude-code': createClaudeCode(doors),
});

import { type ComparableText, comparableText } from './comparable-text';
import { findWords } from './find-words';

/** What can compete with Claude Code's login, by the names that a message calls it by. */
const names = [
  'ANTHROPIC_API_KEY',
  'ANTHROPIC_AUTH_TOKEN',
  'CLAUDE_CODE_OAUTH_TOKEN',
  'apiKeyHelper',
  'CLAUDE_CODE_USE_BEDROCK',
  'CLAUDE_CODE_USE_VERTEX',
  'CLAUDE_CODE_USE_FOUNDRY',
] as const;

/** Those that a text names, in this order. */
export const variablesIn = (text: ComparableText): readonly string[] =>
  names.filter((name) => findWords(text, { parts: [comparableText(name).letters] }).length > 0);

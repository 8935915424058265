import type { ToolId } from '../../electron/tools/registry';
import { type RowId, toolRows } from '../../electron/tools/rows/tool-rows';

/** A row has one secret; these two have a file of which more is known. */
export type PlainRowId = Exclude<RowId, 'slack' | 'firebase'>;

/**
 * The secrets that the tools' own files and keychain items can hold, each by a name of ours. A tool of the registry that is
 * not here does not compile; one of whose secrets no fixture has fails many-logins.test.ts.
 */
export const secretFields = {
  'claude-code': [
    ...['item-access', 'item-refresh', 'item-mcp', 'item-api-key', 'access', 'refresh', 'mcp-access', 'mcp-refresh'],
    ...['mcp-client', 'device', 'plugin', 'primary-key', 'approved-key', 'mcp-variable', 'settings-key'],
    ...['settings-token', 'helper', 'ide-lock', 'profile-client', 'profile-token'],
  ],
  gh: ['host-token', 'user-token', 'item', 'active-item'],
  git: ['stored', 'other-store', 'header', 'rewritten-url', 'helper', 'item', 'manager-item'],
  docker: ['auth', 'identity', 'registry', 'password', 'header', 'item', 'access-item', 'refresh-item'],
  aws: [
    ...['key-id', 'key', 'session-token', 'config-key', 'process-argument', 'sso-access', 'sso-refresh', 'sso-client'],
    ...['role-key-id', 'role-key', 'role-token', 'login-key', 'login-token', 'login-refresh', 'login-id', 'login-dpop'],
  ],
  'aws-vault': ['item', 'session-item', 'key-file'],
  gcloud: [
    ...['default-client', 'default-refresh', 'stored-refresh', 'access', 'id', 'reauthentication', 'legacy-refresh'],
  ],
  azure: ['access', 'refresh', 'id', 'principal', 'item'],
  kubectl: [
    ...['token', 'token-file', 'password', 'key', 'plugin-argument', 'plugin-variable', 'provider-access'],
    ...['provider-refresh', 'provider-client'],
  ],
  npm: ['token', 'auth', 'password', 'old-auth'],
  yarn: ['token', 'identity', 'scope-token', 'registry-token'],
  pnpm: ['token', 'auth-token', 'helper'],
  onepassword: ['account-key', 'user-auth', 'device'],
  codesign: ['keychain-password', 'key-password'],
  notarytool: ['item', 'key-file'],
  fastlane: ['cookie', 'item', 'match-item', 'keychain-item', 'api-key'],
  vscode: ['item', 'tunnel', 'stored'],
  cursor: ['item', 'access-item', 'refresh-item', 'stored', 'agent'],
  'electron-apps': ['item', 'keytar-item'],
  codex: ['head', 'claims', 'signature', 'refresh', 'id', 'api-key', 'item'],
  gemini: ['access', 'refresh', 'id', 'dotenv', 'item', 'key-item', 'encrypted'],
  copilot: ['token', 'editor', 'item'],
  ...(Object.fromEntries(toolRows.map(({ id }) => [id, ['secret']])) as unknown as Record<
    PlainRowId,
    readonly ['secret']
  >),
  slack: ['access', 'refresh', 'app-item'],
  firebase: ['access', 'refresh', 'id', 'other-refresh'],
} as const satisfies Readonly<Record<ToolId, readonly string[]>>;

export type SecretField<Tool extends ToolId> = (typeof secretFields)[Tool][number];

/** Begins every secret that is on the disk or in a keychain, and stands nowhere else. */
const storedMark = 'CANARY-hRq3ZkWv';
/** Begins every secret in a variable: a child has those of its parent, whatever that does with them. */
const inheritedMark = 'FINCHES-mTx8LpJd';

/** The secret of that field, in words that no program has by chance. */
export const secretOf = <Tool extends ToolId>(tool: Tool, field: SecretField<Tool>): string =>
  `${storedMark}-${tool}-${field}`;

export const variableSecret = (variable: string): string => `${inheritedMark}-${variable}`;

/** The mark as it is and as programs write secrets: in base64, wherever in the bytes it begins, and in hexadecimal. */
const formsOf = (mark: string): readonly string[] => {
  const inBase64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), Buffer.from(mark)]).toString('base64');
    // Without the characters that also depend on the bytes around it.
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + mark.length) * 8) / 6));
  });
  const inHexadecimal = Buffer.from(mark).toString('hex');
  return [mark, ...inBase64, inHexadecimal, inHexadecimal.toUpperCase()];
};

/** By any of these a secret of the disk or of a keychain is recognised, whichever it is. */
export const storedTraces: readonly string[] = formsOf(storedMark);
/** The same of one in a variable. */
export const inheritedTraces: readonly string[] = formsOf(inheritedMark);

/** What of a secret stands in the text, each with what is around it; empty where there is none. */
export const secretsIn = (text: string): readonly string[] =>
  [...storedTraces, ...inheritedTraces].flatMap((trace) => {
    const at = text.indexOf(trace);
    return at < 0 ? [] : [text.slice(Math.max(0, at - 40), at + trace.length + 40)];
  });

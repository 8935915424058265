import type { RowFormat, ToolRow } from './tool-row';

const kiroLogins: RowFormat = {
  syntax: 'sqlite',
  table: 'auth_kv',
  columns: ['key', 'value'],
  logins: [
    {
      each: '*',
      only: /^(?:kirocli|codewhisperer):([\w-]+):token$/,
      tokens: ['access_token'],
      renewal: 'refresh_token',
      end: ['expires_at', 'text'],
    },
  ],
};

/** Agents and assistants. Each line's source stands in docs/tools.md. */
export const assistantRows = [
  {
    id: 'antigravity',
    name: 'Antigravity CLI',
    programs: ['agy'],
    traces: ['~/.gemini/antigravity-cli'],
    item: { names: ['gemini'], account: 'antigravity', symptom: 'keyringAuth: timed out after 1s' },
    files: [{ path: '~/.gemini/antigravity-cli/antigravity-oauth-token' }],
    symptom: 'You are not logged into Antigravity.',
  },
  {
    id: 'droid',
    name: 'Factory droid',
    traces: ['{FACTORY_HOME_OVERRIDE|~}/.factory'],
    variables: ['FACTORY_API_KEY'],
    item: { names: ['Factory CLI'], account: 'auth-encryption-key-security-cli', isKey: true },
    files: [
      { path: '{FACTORY_HOME_OVERRIDE|~}/.factory/auth.v2.file' },
      { path: '{FACTORY_HOME_OVERRIDE|~}/.factory/auth.v2.loginkeychain', means: 'isEncrypted' },
    ],
  },
  {
    id: 'kiro',
    name: 'Kiro and Amazon Q',
    programs: ['kiro-cli'],
    traces: ['~/Library/Application Support/kiro-cli', '~/Library/Application Support/amazon-q'],
    variables: ['KIRO_API_KEY'],
    item: {
      names: ['codewhisperer:odic:token', 'codewhisperer:social:token'],
      symptom: 'SecKeychainItemModifyContent: User interaction is not allowed',
    },
    files: [
      { path: '~/Library/Application Support/kiro-cli/data.sqlite3', format: kiroLogins },
      { path: '~/Library/Application Support/amazon-q/data.sqlite3', format: kiroLogins },
      { path: '~/Library/Application Support/kiro-cli/data.sqlite3-wal', means: 'hides' },
      { path: '~/.aws/sso/cache/kiro-auth-token.json', means: 'hides' },
    ],
    symptom: 'Not logged in',
  },
  {
    id: 'opencode',
    name: 'opencode',
    traces: ['{XDG_DATA_HOME|~/.local/share}/opencode'],
    variables: ['OPENCODE_AUTH_CONTENT'],
    files: [
      {
        path: '{XDG_DATA_HOME|~/.local/share}/opencode/auth.json',
        format: {
          syntax: 'json',
          logins: [
            {
              each: '*',
              account: '#',
              tokens: ['access', 'key', 'token'],
              renewal: 'refresh',
              end: ['expires', 'milliseconds'],
            },
          ],
        },
      },
    ],
  },
  {
    id: 'amp',
    name: 'Amp',
    traces: ['{XDG_DATA_HOME|~/.local/share}/amp'],
    variables: ['AMP_API_KEY'],
    files: [
      {
        path: '{XDG_DATA_HOME|~/.local/share}/amp/secrets.json',
        format: { syntax: 'json', logins: [{ tokens: ['*'] }] },
      },
    ],
    symptom: 'No API key found. Starting login flow...',
  },
] as const satisfies readonly ToolRow[];

import { codexItemAccount, createCodex } from '../../../electron/tools/editors/codex';
import { canary, generic } from '../one-keychain';
import type { StoreTable } from './store-row';

const folder = '/Users/alice/.codex';
const file = { [`${folder}/auth.json`]: { tokens: { access_token: canary, refresh_token: canary } } };
const emptyFile = { [`${folder}/auth.json`]: { OPENAI_API_KEY: null, tokens: null } };
const nothing = { [`${folder}/history.jsonl`]: '' };
const chosen = (store: string, mcp = '') => ({
  [`${folder}/config.toml`]: `cli_auth_credentials_store = "${store}"\n${mcp}`,
});
const managed = (store: string) => ({ '/etc/codex/managed_config.toml': `cli_auth_credentials_store = "${store}"\n` });
const item = generic('Codex Auth', codexItemAccount(folder));
const older = generic('Codex CLI Auth', codexItemAccount(folder));
const others = generic('Codex Auth', codexItemAccount('/Users/alice/work'));
const mcpItem = generic('Codex MCP Credentials', 'docs|0123456789abcdef');
const mcpFile = { [`${folder}/.credentials.json`]: { x: canary } };
const unsearched = [{ tool: 'Security.framework' }, { tool: 'security', when: 'find-generic-password', exit: 77 }];
const profile = { '/Library/Managed Preferences/com.openai.codex.plist': '<plist/>' };

/** Sources: openai/codex `codex-rs/login/src/auth/storage.rs`, `codex-rs/config/src/types.rs`; #4857, #11875, #14704. */
export const codexStores: StoreTable = {
  tool: 'codex',
  create: createCodex,
  rows: [
    ['nothing of it', {}, ['none unknown unknown'], 'kept', 'kept', 'kept'],
    ['no store has anything', { files: nothing }, ['none unknown signed-out'], 'kept', 'kept', 'kept'],
    ['the file', { files: file }, ['file survives unknown'], 'kept', 'kept', 'kept'],
    [
      'the item, and no word of which is used',
      { files: nothing, items: [item] },
      ['login-keychain breaks unknown'],
      'kept',
      'lost',
      'lost',
    ],
    [
      'an item of an older version',
      { files: nothing, items: [older] },
      ['login-keychain breaks unknown'],
      'kept',
      'lost',
      'lost',
    ],
    [
      'the item beside an empty file',
      { files: emptyFile, items: [item] },
      ['login-keychain breaks unknown'],
      'kept',
      'lost',
      'lost',
    ],
    [
      'both, and no word of which is used',
      { files: file, items: [item] },
      ['file unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'the file, and keychains that cannot be searched',
      { files: file, items: [item], faults: unsearched },
      ['file unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'no file, and keychains that cannot be searched',
      { files: nothing, faults: unsearched },
      ['unknown unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'an item of another folder',
      { files: nothing, items: [others] },
      ['unknown unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'an item of another folder beside its own',
      { files: nothing, items: [others, item] },
      ['login-keychain breaks unknown'],
      'kept',
      'lost',
      'lost',
    ],
    [
      'an administrator’s profile and nothing else',
      { files: { ...nothing, ...profile } },
      ['unknown unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'file: both',
      { files: { ...file, ...chosen('file') }, items: [item] },
      ['file survives unknown'],
      'kept',
      'kept',
      'kept',
    ],
    [
      'file: the item only',
      { files: chosen('file'), items: [others] },
      ['unknown unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    ['file: nothing', { files: chosen('file') }, ['none unknown signed-out'], 'kept', 'kept', 'kept'],
    [
      'file: a file that cannot be read',
      { files: { ...chosen('file'), [`${folder}/auth.json`]: '{' } },
      ['file unknown unreadable'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'keyring: the item',
      { files: chosen('keyring'), items: [item] },
      ['login-keychain breaks unknown'],
      'kept',
      'lost',
      'lost',
    ],
    [
      'keyring: the file only',
      { files: { ...file, ...chosen('keyring') } },
      ['none unknown signed-out'],
      'kept',
      'kept',
      'kept',
    ],
    [
      'keyring: keychains that cannot be searched',
      { files: chosen('keyring'), faults: unsearched },
      ['unknown unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'auto: the item',
      { files: chosen('auto'), items: [item] },
      ['login-keychain breaks unknown'],
      'kept',
      'lost',
      'lost',
    ],
    [
      'auto: both',
      { files: { ...file, ...chosen('auto') }, items: [item] },
      ['login-keychain unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    ['auto: the file', { files: { ...file, ...chosen('auto') } }, ['file survives unknown'], 'kept', 'kept', 'kept'],
    [
      'ephemeral',
      { files: { ...file, ...chosen('ephemeral') }, items: [item] },
      ['none unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'an administrator has it use the keychain',
      { files: { ...file, ...chosen('file'), ...managed('keyring') }, items: [item] },
      ['login-keychain breaks unknown'],
      'kept',
      'lost',
      'lost',
    ],
    [
      'an administrator has it use the file',
      { files: { ...file, ...chosen('keyring'), ...managed('file') }, items: [item] },
      ['file survives unknown'],
      'kept',
      'kept',
      'kept',
    ],
    [
      'an administrator’s file that cannot be read',
      { files: { ...file, '/etc/codex/managed_config.toml': '=' } },
      ['unknown unknown unreadable'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'a token in the environment',
      { files: file, environment: { CODEX_ACCESS_TOKEN: canary }, items: [item] },
      ['environment survives unknown'],
      'kept',
      'kept',
      'kept',
    ],
    [
      'logins of MCP servers in the keychain',
      { files: file, items: [mcpItem] },
      ['file survives unknown', 'MCP servers: login-keychain breaks unknown'],
      'kept',
      'lost',
      'lost',
    ],
    [
      'the same with a file beside them',
      { files: { ...file, ...mcpFile }, items: [mcpItem] },
      ['file survives unknown', 'MCP servers: login-keychain unknown unknown'],
      'untold',
      'untold',
      'untold',
    ],
    [
      'logins of MCP servers in a file',
      { files: { ...file, ...mcpFile } },
      ['file survives unknown', 'MCP servers: file survives unknown'],
      'kept',
      'kept',
      'kept',
    ],
    [
      'MCP servers: file, with an item left over',
      { files: { ...file, ...mcpFile, ...chosen('file', 'mcp_oauth_credentials_store = "file"') }, items: [mcpItem] },
      ['file survives unknown', 'MCP servers: file survives unknown'],
      'kept',
      'kept',
      'kept',
    ],
    [
      'MCP servers: keyring, with a file left over',
      { files: { ...file, ...mcpFile, ...chosen('file', 'mcp_oauth_credentials_store = "keyring"') } },
      ['file survives unknown'],
      'kept',
      'kept',
      'kept',
    ],
  ],
};

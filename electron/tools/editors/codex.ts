import { createHash } from 'node:crypto';
import { realMacPath } from '../../system/files/real-path';
import { toMacPath } from '../../system/mac/mac-path';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isAnyThere, isInstalled } from '../common/executables';
import { rememberSettingsFile } from '../common/settings-file';
import { codexAuthFormat, codexStoreFormat } from './codex-auth';
import { type CodexItems, type CodexSighting, codexCredentials } from './codex-credential';

/** Older versions had the second of them. */
const services = ['Codex Auth', 'Codex CLI Auth'] as const;
const mcpService = 'Codex MCP Credentials';

/** OpenAI Codex's login: in `auth.json`, or in the keychain, as its configuration says or its version has it. */
export const createCodex = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'codex' } => {
  const { host } = doors;
  const { CODEX_HOME, CODEX_ACCESS_TOKEN, CODEX_API_KEY, OPENAI_API_KEY } = host.environment;
  const folder = CODEX_HOME ? toMacPath(host, CODEX_HOME) : `${host.homeFolder}/.codex`;
  const variable = CODEX_ACCESS_TOKEN ? 'CODEX_ACCESS_TOKEN' : null;
  const openAiKey = OPENAI_API_KEY ? 'OPENAI_API_KEY' : null;
  const alternative = CODEX_API_KEY ? 'CODEX_API_KEY' : openAiKey;
  const readConfig = rememberSettingsFile(doors, `${folder}/config.toml`, codexStoreFormat);
  const readManaged = rememberSettingsFile(doors, '/etc/codex/managed_config.toml', codexStoreFormat);
  const readFile = rememberSettingsFile(doors, `${folder}/auth.json`, codexAuthFormat);
  const mcpFile = `${folder}/.credentials.json`;
  /** A configuration profile, whose settings lie in it in base64 (codex-rs/config, managed preferences). */
  const profiles = [`/${host.userName}`, ''].map(
    (user) => `/Library/Managed Preferences${user}/com.openai.codex.plist`,
  );

  /** The item of this folder, else any of another one's, which a shell with another CODEX_HOME uses. */
  const findItems = async (): Promise<CodexItems> => {
    const real = await realMacPath(host, folder);
    if (real.kind === 'unreadable')
      return {
        own: { kind: 'unknown', reason: `${folder} cannot be seen: macOS answered ${real.code}.` },
        others: false,
      };
    // Of a folder that is not there it takes the name as it stands.
    const account = codexItemAccount(real.kind === 'real' ? real.path : folder);
    for (const service of services) {
      const any = await items.find({ class: 'generic', service });
      if (any.kind === 'unknown') return { own: any, others: false };
      if (any.kind === 'none') continue;
      if (any.account === account) return { own: any, others: false };
      const own = await items.find({ class: 'generic', service, account });
      return { own, others: own.kind === 'none' };
    }
    return { own: { kind: 'none' }, others: false };
  };

  const look = async (): Promise<CodexSighting> => {
    const [config, managed, file] = await Promise.all([readConfig(), readManaged(), readFile()]);
    const isConfigured = config.kind !== 'none' || file.kind !== 'none';
    const installed = isConfigured || (await isInstalled(doors, 'codex', [folder]));
    const nothing = { own: { kind: 'none' }, others: false } as const;
    const mayAsk = installed && variable === null;
    const [found, mcpItem, hasMcpFile, hasProfile] = await Promise.all([
      mayAsk ? findItems() : nothing,
      installed ? items.find({ class: 'generic', service: mcpService }) : nothing.own,
      isAnyThere(doors, [mcpFile]),
      isAnyThere(doors, profiles),
    ]);
    const mcp = { item: mcpItem, file: hasMcpFile ? mcpFile : null };
    return { installed, variable, alternative, config, managed, hasProfile, file, items: found, mcp };
  };

  return {
    id: 'codex',
    name: 'OpenAI Codex',
    async look() {
      const sighting = await look();
      return (now) => codexCredentials(sighting, now);
    },
  };
};

/** The item's account carries a hash of the configuration folder without links in it (codex-rs/login, storage.rs). */
export const codexItemAccount = (realFolder: string): string =>
  `cli|${createHash('sha256').update(realFolder, 'utf8').digest('hex').slice(0, 16)}`;

import { createHash } from 'node:crypto';
import { toMacPath } from '../system/mac-path';
import { realMacPath } from '../system/real-path';
import { parseCodexAuth, parseCodexStore } from './codex-auth';
import { type CodexSighting, codexCredential } from './codex-credential';
import type { CredentialTool, ToolContext } from './credential-tool';
import { isInstalled } from './executables';
import type { ItemAnswer } from './item-lookup';
import { rememberSettingsFile } from './settings-file';

const limitBytes = 1024 * 1024;

/** OpenAI Codex's login: in `auth.json`, or in the keychain where its configuration says so. */
export const createCodex = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'codex' } => {
  const { host } = doors;
  const { CODEX_HOME, CODEX_ACCESS_TOKEN, CODEX_API_KEY, OPENAI_API_KEY } = host.environment;
  const folder = CODEX_HOME ? toMacPath(host, CODEX_HOME) : `${host.homeFolder}/.codex`;
  const variable = CODEX_ACCESS_TOKEN ? 'CODEX_ACCESS_TOKEN' : null;
  const openAiKey = OPENAI_API_KEY ? 'OPENAI_API_KEY' : null;
  const alternative = CODEX_API_KEY ? 'CODEX_API_KEY' : openAiKey;
  const readConfig = rememberSettingsFile(doors, `${folder}/config.toml`, limitBytes, parseCodexStore);
  const readFile = rememberSettingsFile(doors, `${folder}/auth.json`, limitBytes, parseCodexAuth);

  const findItem = async (): Promise<ItemAnswer> =>
    items.find({ class: 'generic', service: 'Codex Auth', account: codexItemAccount(await realMacPath(host, folder)) });

  const look = async (): Promise<CodexSighting> => {
    const [config, file] = await Promise.all([readConfig(), readFile()]);
    const asksKeychain = config.kind === 'parsed' && (config.value === 'keyring' || config.value === 'auto');
    const item: ItemAnswer = asksKeychain ? await findItem() : { kind: 'none' };
    const isConfigured = config.kind !== 'none' || file.kind !== 'none';
    return {
      installed: isConfigured || (await isInstalled(doors, 'codex', [folder])),
      variable,
      alternative,
      config,
      file,
      item,
    };
  };

  return {
    id: 'codex',
    name: 'OpenAI Codex',
    folders: () => [folder],
    async look() {
      const sighting = await look();
      return (now) => [codexCredential(sighting, now)];
    },
  };
};

/** The item's account carries a hash of the configuration folder without links in it (codex-rs/login, storage.rs). */
export const codexItemAccount = (realFolder: string): string =>
  `cli|${createHash('sha256').update(realFolder, 'utf8').digest('hex').slice(0, 16)}`;

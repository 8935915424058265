import { toMacPath } from '../../system/mac/mac-path';
import type { CredentialTool, ToolContext } from '../common/credential-tool';
import { isInstalled } from '../common/executables';
import { rememberSettingsFile, type SettingsFile } from '../common/settings-file';
import { type GeminiSighting, geminiCredentials } from './gemini-credential';
import {
  type GeminiVariable,
  geminiAccountFormat,
  geminiDotenvFormat,
  geminiLoginFormat,
  geminiMeansFormat,
  geminiVariable,
} from './gemini-settings';

/** Gemini CLI's Google login and API key: in files, or in the keychain where a variable says so. */
export const createGemini = ({ doors, items }: ToolContext): CredentialTool & { readonly id: 'gemini' } => {
  const { host } = doors;
  const { environment, homeFolder } = host;
  const home = environment.GEMINI_CLI_HOME ? toMacPath(host, environment.GEMINI_CLI_HOME) : homeFolder;
  const folder = `${home}/.gemini`;
  const readLogin = rememberSettingsFile(doors, `${folder}/oauth_creds.json`, geminiLoginFormat);
  const readMeans = rememberSettingsFile(doors, `${folder}/settings.json`, geminiMeansFormat);
  const readAccount = rememberSettingsFile(doors, `${folder}/google_accounts.json`, geminiAccountFormat);
  const readDotenvs = [`${folder}/.env`, `${homeFolder}/.env`].map((path) =>
    rememberSettingsFile(doors, path, geminiDotenvFormat),
  );
  const encryptedFile = `${folder}/gemini-credentials.json`;

  /** Only the first of them that is there is read by Gemini CLI. */
  const readDotenv = async (): Promise<SettingsFile<GeminiVariable | null> | null> => {
    for (const read of readDotenvs) {
      const file = await read();
      if (file.kind !== 'none') return file;
    }
    return null;
  };
  const variableOf = (dotenv: SettingsFile<GeminiVariable | null> | null): GeminiSighting['variable'] => {
    const own = geminiVariable(environment);
    if (own !== null) return { name: own, path: null };
    return dotenv?.kind === 'parsed' && dotenv.value !== null ? { name: dotenv.value, path: dotenv.path } : null;
  };

  const look = async (): Promise<GeminiSighting> => {
    const [file, means, account, dotenv, encrypted, item, keyItem] = await Promise.all([
      readLogin(),
      readMeans(),
      readAccount(),
      readDotenv(),
      doors.fileFingerprint(encryptedFile),
      items.find({ class: 'generic', service: 'gemini-cli-oauth', account: 'main-account' }),
      items.find({ class: 'generic', service: 'gemini-cli-api-key', account: 'default-api-key' }),
    ]);
    const isConfigured = file.kind !== 'none' || item.kind === 'found' || keyItem.kind === 'found';
    const { GEMINI_FORCE_FILE_STORAGE, GEMINI_FORCE_ENCRYPTED_FILE_STORAGE } = environment;
    const prefersKeychain = GEMINI_FORCE_ENCRYPTED_FILE_STORAGE === 'true' ? 'keychain' : null;
    const installed = isConfigured || (await isInstalled(doors, 'gemini', [folder]));
    return {
      installed,
      unreadable: [means, account, dotenv].flatMap((other) => (other?.kind === 'unreadable' ? [other] : [])),
      account: account.kind === 'parsed' ? account.value : null,
      means: means.kind === 'parsed' ? means.value : null,
      file,
      // Where nothing of it is here, a keychain that cannot be searched says nothing.
      item: installed ? item : { kind: 'none' },
      keyItem,
      // The key may be there for other programs.
      variable: installed ? variableOf(dotenv) : null,
      encryptedFile: { path: encryptedFile, isThere: encrypted !== null },
      prefers: GEMINI_FORCE_FILE_STORAGE === 'true' ? 'encrypted-file' : prefersKeychain,
    };
  };

  return {
    id: 'gemini',
    name: 'Gemini CLI',
    async look() {
      const sighting = await look();
      return (now) => geminiCredentials(sighting, now);
    },
  };
};

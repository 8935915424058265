import { type LoginTimes, loginStatus } from '../../core/credentials/login-status';
import type { Credential } from '../../core/words/credential';
import {
  forAccount,
  fromEnvironment,
  notFound,
  searchFailed,
  signedOut,
  unreadableBeside,
  unreadableFile,
  withVerdict,
} from '../common/common-credentials';
import type { ItemAnswer } from '../common/item-lookup';
import type { SettingsFile } from '../common/settings-file';
import { keptInItemOr } from '../common/verdict';
import type { GeminiMeans } from './gemini-settings';

export interface GeminiSighting {
  readonly installed: boolean;
  /** Files beside the login that are there and cannot be read. */
  readonly unreadable: readonly Extract<SettingsFile<unknown>, { kind: 'unreadable' }>[];
  readonly account: string | null;
  readonly means: GeminiMeans;
  readonly file: SettingsFile<LoginTimes | null>;
  readonly item: ItemAnswer;
  readonly keyItem: ItemAnswer;
  /** The variable that holds an API key, and the file that sets it; null for the environment of this process. */
  readonly variable: { readonly name: string; readonly path: string | null } | null;
  /** The file in which Gemini CLI stores what it cannot put into a keychain. */
  readonly encryptedFile: { readonly path: string; readonly isThere: boolean };
  /** What variables say of the store. */
  readonly prefers: 'keychain' | 'encrypted-file' | null;
}

const title = { tool: 'gemini', name: 'Gemini CLI' } as const;
const loginSymptom = 'Code Assist login required.';
const keySymptom = 'Please set an Auth method in your settings.json or specify GEMINI_API_KEY';

/** @param now milliseconds since 1970. */
export const geminiCredentials = (sighting: GeminiSighting, now: number): readonly Credential[] =>
  sighting.installed
    ? [...sighting.unreadable.map((file) => unreadableBeside(title, file)), ...loginsOf(sighting, now)]
    : [notFound(title)];

const loginsOf = (sighting: GeminiSighting, now: number): readonly Credential[] => {
  const [login, key] = [googleLogin(sighting, now), apiKey(sighting)];
  const found = { 'google-login': login, 'api-key': key };
  const chosen = sighting.means === null ? null : found[sighting.means];
  if (chosen) return [chosen];
  const all = [login, key].filter((credential) => credential !== null);
  if (all.length > 0) return all;
  return [signedOut(title, `${sighting.file.path} holds no login. Start gemini and sign in.`)];
};

const googleLogin = (sighting: GeminiSighting, now: number): Credential | null => {
  const { file, item, encryptedFile, prefers, account } = sighting;
  const told = { ...forAccount(account), symptom: loginSymptom };
  const stored = file.kind === 'parsed' ? file.value : null;
  if (prefers === 'encrypted-file' && encryptedFile.isThere) return { ...inEncryptedFile(encryptedFile.path), ...told };
  if (item.kind === 'found' && prefers !== 'encrypted-file') {
    const beside = stored && prefers !== 'keychain' ? file.path : encryptedFile.isThere ? encryptedFile.path : null;
    return { ...inKeychain('gemini-cli-oauth', item, beside, loginSymptom), ...told };
  }
  if (file.kind === 'unreadable') return { ...unreadableFile(title, file), ...forAccount(account) };
  if (stored) return { ...inFile(file.path, stored, now), ...told };
  if (encryptedFile.isThere) return { ...inEncryptedFile(encryptedFile.path), ...told };
  return item.kind === 'unknown' ? { ...searchFailed(title, item.reason), ...told } : null;
};

const apiKey = ({ keyItem, variable, encryptedFile }: GeminiSighting): Credential | null => {
  const told = { account: 'API key', symptom: keySymptom };
  if (variable?.path === null) return { ...fromEnvironment(title, variable.name), ...told };
  if (variable)
    return {
      ...fromEnvironment(title, variable.name),
      ...told,
      store: 'file',
      reason: `It uses the ${variable.name} that ${variable.path} sets, which no lock guards; no end date on disk.`,
    };
  if (keyItem.kind !== 'found') return null;
  return {
    ...inKeychain('gemini-cli-api-key', keyItem, encryptedFile.isThere ? encryptedFile.path : null, keySymptom),
    ...told,
  };
};

const unknownEnd = { status: 'unknown', expiry: null } as const;

const inFile = (path: string, times: LoginTimes, now: number): Credential => ({
  ...title,
  installed: true,
  store: 'file',
  overSsh: 'survives',
  ...loginStatus(times, now),
  reason: `It uses ${path}, which no lock guards.`,
});

const inEncryptedFile = (path: string): Credential => ({
  ...title,
  installed: true,
  store: 'file',
  overSsh: 'survives',
  ...unknownEnd,
  reason: `It uses ${path}, which is encrypted but guarded by no lock of the keychain; its end cannot be told.`,
});

const inKeychain = (
  service: string,
  item: Extract<ItemAnswer, { kind: 'found' }>,
  fileBeside: string | null,
  symptom: string,
): Credential => {
  const standIn = fileBeside && ` or ${fileBeside}; which of them a remote shell uses, its variables decide`;
  return withVerdict(title, keptInItemOr(service, item, symptom, standIn));
};

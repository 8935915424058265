import { loginStatus } from '../core/login-status';
import type { Credential } from '../core/snapshot';
import type { CodexLogin, CodexStore } from './codex-auth';
import { fromEnvironment, notFound, searchFailed, signedOut, unreadableFile, withVerdict } from './common-credentials';
import type { ItemAnswer } from './item-lookup';
import type { SettingsFile } from './settings-file';
import { keptInItemOr } from './verdict';

export interface CodexSighting {
  readonly installed: boolean;
  /** The variable that outranks what is stored. */
  readonly variable: string | null;
  /** A variable that some of its commands prefer to what is stored. */
  readonly alternative: string | null;
  readonly config: SettingsFile<CodexStore>;
  readonly file: SettingsFile<CodexLogin>;
  readonly item: ItemAnswer;
}

const title = { tool: 'codex', name: 'OpenAI Codex' } as const;
const lockedSymptom = 'failed to load CLI auth from keyring: User interaction is not allowed.';
const signedOutSymptom = 'Not logged in';

/** @param now milliseconds since 1970. */
export const codexCredential = (sighting: CodexSighting, now: number): Credential => {
  const credential = storedCredential(sighting, now);
  const { alternative } = sighting;
  if (alternative === null || !credential.installed || credential.store === 'environment') return credential;
  return { ...credential, reason: `${credential.reason} ${alternative} is set and may be used in its place.` };
};

const storedCredential = (sighting: CodexSighting, now: number): Credential => {
  const { installed, variable, config, file, item } = sighting;
  if (variable !== null) return { ...fromEnvironment(title, variable), symptom: signedOutSymptom };
  if (!installed) return notFound(title);
  if (config.kind === 'unreadable') return unreadableFile(title, config);
  const store = config.kind === 'parsed' ? config.value : 'file';
  if (store === 'ephemeral')
    return {
      ...signedOut(title, `It keeps no login: ${config.path} has it hold one in memory only.`),
      status: 'unknown',
    };
  if (store === 'file') return inFile(file, now);
  if (item.kind === 'none') return store === 'auto' ? inFile(file, now) : nothingStored('the keychain');
  const isBeside = store === 'auto' && file.kind === 'parsed' && file.value.kind !== 'signed-out';
  if (item.kind === 'unknown') return searchFailed(title, item.reason);
  return inKeychain(item, isBeside ? file.path : null);
};

const inFile = (file: SettingsFile<CodexLogin>, now: number): Credential => {
  if (file.kind === 'unreadable') return unreadableFile(title, file);
  if (file.kind === 'none' || file.value.kind === 'signed-out') return nothingStored(file.path);
  const isApiKey = file.value.kind === 'api-key';
  const status = file.value.kind === 'chatgpt' ? loginStatus(file.value.times, now) : unknownEnd;
  return {
    ...title,
    installed: true,
    store: 'file',
    overSsh: 'survives',
    ...status,
    reason: `It uses ${isApiKey ? 'the API key in ' : ''}${file.path}, which no lock guards${status.expiry ? '' : '; no end date on disk'}.`,
    symptom: signedOutSymptom,
  };
};

const unknownEnd = { status: 'unknown', expiry: null } as const;

const inKeychain = (item: Extract<ItemAnswer, { kind: 'found' }>, fileBeside: string | null): Credential => {
  const standIn = fileBeside && `; while that is locked it falls back to ${fileBeside}, which may be out of date`;
  return withVerdict(title, keptInItemOr('Codex Auth', item, lockedSymptom, standIn));
};

const nothingStored = (place: string): Credential => ({
  ...signedOut(title, `There is no login in ${place}. Run codex login.`),
  symptom: signedOutSymptom,
});

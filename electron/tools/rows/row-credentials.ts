import { loginStatus } from '../../core/credentials/login-status';
import { signInCommands } from '../../core/credentials/signing-in';
import type { Credential } from '../../core/words/credential';
import {
  forAccount,
  fromEnvironment,
  greatestCredentialCount,
  notFound,
  searchFailed,
  shownName,
  signedOut,
  unreadableConfiguration,
  unreadableFile,
  withVerdict,
} from '../common/common-credentials';
import type { ItemAnswer } from '../common/item-lookup';
import type { SettingsFile } from '../common/settings-file';
import { keptInFile, keptInItemOr } from '../common/verdict';
import { loginWithoutEnd, type RowLogin } from './row-logins';
import type { RowFile, ToolRow } from './tool-row';

type Stored = Extract<RowLogin, { kind: 'stored' }>;
type InItem = Extract<RowLogin, { kind: 'in-item' }>;

export interface SeenFile extends Pick<RowFile, 'isShared' | 'means'> {
  readonly file: SettingsFile<readonly RowLogin[]>;
}

/** The item that was found, or looked for last. */
export interface SeenItem {
  readonly name: string;
  readonly answer: ItemAnswer;
}

/** What was seen of a row's tool. */
export interface RowSighting {
  readonly installed: boolean;
  /** A variable that counts where nothing is stored. */
  readonly standIn: string | null;
  /** In the row's order. */
  readonly files: readonly SeenFile[];
  /** Null where it uses none. */
  readonly item: SeenItem | null;
  /** Of the logins whose items a file names. */
  readonly named: readonly { readonly login: InItem; readonly answer: ItemAnswer }[];
}

/** @param now milliseconds since 1970. */
export const rowCredentials = (row: ToolRow, sighting: RowSighting, now: number): readonly Credential[] => {
  const { installed, standIn } = sighting;
  if (!installed) return [notFound(titleOf(row))];
  const found = storedCredentials(row, sighting, now).slice(0, greatestCredentialCount);
  if (found.length > 0) return found;
  return [standIn === null ? nothingStored(row, sighting) : withSymptom(row, fromEnvironment(titleOf(row), standIn))];
};

const titleOf = ({ id, name }: ToolRow) => ({ tool: id, name });

const withSymptom = ({ symptom }: ToolRow, credential: Credential): Credential =>
  symptom === undefined ? credential : { ...credential, symptom };

/** The first file of that meaning which says so. */
const fileThat = (files: readonly SeenFile[], means: RowFile['means']): string | undefined =>
  files.find((one) => one.means === means && one.file.kind === 'parsed' && one.file.value.length > 0)?.file.path;

const storedCredentials = (row: ToolRow, sighting: RowSighting, now: number): readonly Credential[] => {
  const { files, item, named } = sighting;
  const elsewhere = fileThat(files, 'elsewhere');
  if (elsewhere !== undefined)
    return [notTold(row, `${elsewhere} has another program keep its login, and Latchkey does not ask it.`)];
  const stored = storedIn(files);
  const encrypted = fileThat(files, 'isEncrypted');
  const inFile = stored.logins.map((login) => fileCredential(row, login, stored.path, now));
  // Without the keychain its key lies in a file as well.
  if (encrypted !== undefined && item === null) inFile.push(fileCredential(row, loginWithoutEnd, encrypted, now));
  const inItem = item === null ? null : itemCredential(row, item, encrypted, stored.path);
  const isApart = row.item?.isApart === true;
  return [
    ...(inItem === null || isApart ? inFile : []),
    ...(inItem === null ? [] : [inItem]),
    ...named.flatMap((one) => namedCredential(row, one) ?? []),
    ...files.flatMap(({ file, means }) => {
      if (file.kind !== 'unreadable') return [];
      return [means === undefined ? unreadableFile(titleOf(row), file) : unreadableConfiguration(titleOf(row), file)];
    }),
  ];
};

/** The first file that holds a login is the one that is used; an empty path where none does. */
const storedIn = (files: readonly SeenFile[]): { readonly path: string; readonly logins: readonly Stored[] } => {
  for (const { file, means } of files) {
    if (file.kind !== 'parsed' || means !== undefined) continue;
    const logins = file.value.filter((login) => login.kind === 'stored');
    if (logins.length > 0) return { path: file.path, logins };
  }
  return { path: '', logins: [] };
};

const fileCredential = (row: ToolRow, { account, isEndless, times }: Stored, path: string, now: number): Credential => {
  if (times === null) {
    const broken = unreadableFile(titleOf(row), { path, reason: 'a login in it holds values of the wrong kind' });
    return { ...broken, ...forAccount(account) };
  }
  const { does, ...verdict } = keptInFile(path);
  return withSymptom(row, {
    ...titleOf(row),
    ...forAccount(account),
    installed: true,
    ...verdict,
    ...(isEndless ? { status: 'valid', expiry: null } : loginStatus(times, now)),
    reason: `It ${does}${isEndless ? '; the login has no end' : ''}.`,
  });
};

/**
 * @param filePath of a login beside it; empty where there is none.
 * @returns null where no item has a part in it: what is in files is told alone.
 */
const itemCredential = (
  row: ToolRow,
  { answer, name }: SeenItem,
  encrypted: string | undefined,
  filePath: string,
): Credential | null => {
  const { isApart, isKey, label, sharedWith } = row.item ?? {};
  if (isKey && encrypted === undefined) return null;
  const beside = isApart ? '' : filePath;
  if (answer.kind === 'none') {
    if (encrypted === undefined || beside !== '') return null;
    return notTold(row, `${encrypted} is encrypted, and its key "${name}" is in no keychain that was read.`);
  }
  if (answer.kind === 'unknown') {
    const failed = withSymptom(row, searchFailed(titleOf(row), answer.reason));
    if (beside === '') return { ...failed, ...forAccount(isApart ? (label ?? null) : null) };
    const { does, ...verdict } = keptInFile(beside);
    const reason = `It ${does}, unless an item "${name}" is in the keychain, which could not be told. ${answer.reason}`;
    return { ...failed, ...verdict, overSsh: 'unknown', reason };
  }
  const key = encrypted === undefined ? '' : `, the key of ${encrypted}`;
  const others = sharedWith && `, unless that is one of ${sharedWith}, which uses the same name`;
  const standIn = others ?? (beside === '' ? null : `${key}; ${beside} may stand in while that is locked`);
  const verdict = keptInItemOr(name, answer, symptomOfItem(row), standIn);
  return {
    ...withVerdict(titleOf(row), standIn === null ? { ...verdict, does: verdict.does + key } : verdict),
    ...forAccount(label === 'account' ? shownName(answer.account) : (label ?? null)),
  };
};

/** Where a tool's own words are not known, macOS has some. */
const symptomOfItem = ({ item, symptom }: ToolRow): string =>
  item?.symptom ?? symptom ?? 'User interaction is not allowed.';

const namedCredential = (row: ToolRow, { answer, login }: RowSighting['named'][number]): Credential | null => {
  if (answer.kind === 'none') return null;
  const told =
    answer.kind === 'found'
      ? withVerdict(titleOf(row), keptInItemOr(login.service, answer, symptomOfItem(row), null))
      : withSymptom(row, searchFailed(titleOf(row), answer.reason));
  return { ...told, ...forAccount(login.account) };
};

/** Signed out only where every store was read that it can use. */
const nothingStored = (row: ToolRow, { files, item, named }: RowSighting): Credential => {
  const paths = files.filter(({ means }) => means === undefined).map(({ file }) => file.path);
  const usesKeychain = item !== null || named.length > 0;
  const nothing = `There is no login in ${[...paths, ...(usesKeychain ? ['the keychain'] : [])].join(' or ')}`;
  const hiding = fileThat(files, 'hides');
  if (hiding !== undefined) return notTold(row, `${nothing}; ${hiding} may hold one, which Latchkey does not read.`);
  const others = row.item?.others;
  if (others !== undefined) return notTold(row, `${nothing}; ${others}.`);
  const command = signInCommands[row.id];
  return withSymptom(row, signedOut(titleOf(row), `${nothing}.${command === undefined ? '' : ` Run ${command}.`}`));
};

const notTold = (row: ToolRow, reason: string): Credential =>
  withSymptom(row, { ...signedOut(titleOf(row), reason), store: 'unknown', status: 'unknown' });

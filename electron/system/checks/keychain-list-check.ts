import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { type DiagnosisFacts, measured, notMeasured } from '../../core/diagnosis/facts';
import type { MacDoors, SecurityOutcome } from '../doors';
import { type MacHost, onDisk } from '../host';
import type { Check, Finding } from './check';
import { errorCode } from './network/bounded-step';

type FileState = 'readable' | 'missing' | 'not-readable' | 'damaged';
type Facts = Required<
  Pick<DiagnosisFacts, 'searchList' | 'defaultKeychain' | 'loginKeychainFile' | 'loginKeychainPath'>
>;

/** Whether programs find the login keychain: its file, its place on the search list, the default. It opens no keychain. */
export const createKeychainListCheck = ({ host, security }: MacDoors): Check => ({
  id: 'keychain-list',
  hosts: [],
  async run() {
    const [list, byDefault, login] = await Promise.all([
      security.listKeychains(),
      security.defaultKeychain(),
      security.loginKeychain(),
    ]);
    const loginPath = login.ok ? login.value : `${host.homeFolder}/Library/Keychains/login.keychain-db`;
    const [file, searchList, defaultKeychain] = await Promise.all([
      readKeychainFile(host, loginPath),
      searchListOf(host, list, loginPath),
      defaultOf(host, byDefault),
    ]);
    const facts: Facts = {
      loginKeychainPath: login.ok ? measured(loginPath) : notMeasured(clauseOf(login.reason)),
      loginKeychainFile: measured(file),
      searchList,
      defaultKeychain,
    };
    return { lookedAt: loginPath, facts, ...tell(loginPath, facts) };
  },
});

/** A keychain's file begins with the letters `kych`; macOS cannot use one that does not. */
const readKeychainFile = async (host: MacHost, path: string): Promise<FileState> => {
  let file: FileHandle | undefined;
  try {
    // Not to wait where the path is a pipe that nobody writes to.
    file = await open(onDisk(host, path), constants.O_RDONLY | constants.O_NONBLOCK);
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.toString('latin1') === 'kych' ? 'readable' : 'damaged';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT') return 'missing';
    return code === 'EISDIR' ? 'damaged' : 'not-readable';
  } finally {
    await file?.close().catch(() => {});
  }
};

const searchListOf = async (
  host: MacHost,
  list: SecurityOutcome<readonly string[]>,
  loginPath: string,
): Promise<Facts['searchList']> => {
  if (!list.ok) return notMeasured(clauseOf(list.reason));
  const states = await Promise.all(list.value.map((path) => readKeychainFile(host, path)));
  const missing = list.value.filter((_, index) => states[index] === 'missing');
  return measured({ hasLogin: list.value.includes(loginPath), missing });
};

const defaultOf = async (host: MacHost, byDefault: SecurityOutcome<string>): Promise<Facts['defaultKeychain']> => {
  if (!byDefault.ok) {
    return byDefault.code === 'no-default-keychain' ? measured('not-set') : notMeasured(clauseOf(byDefault.reason));
  }
  const state = await readKeychainFile(host, byDefault.value);
  if (state === 'readable') return measured('present');
  return measured(state === 'missing' ? 'missing' : 'not-readable');
};

const clauseOf = (sentence: string): string => sentence.replace(/\.$/, '');

const fileClause = {
  missing: 'is not there',
  'not-readable': 'cannot be read',
  damaged: 'is damaged',
} as const;

const tell = (
  path: string,
  { loginKeychainFile, searchList, defaultKeychain }: Facts,
): Pick<Finding, 'result' | 'sentence'> => {
  const file = loginKeychainFile.kind === 'known' ? loginKeychainFile.value : 'readable';
  if (file !== 'readable')
    return { result: 'problem', sentence: `The login keychain’s file ${path} ${fileClause[file]}.` };
  if (searchList.kind === 'known' && !searchList.value.hasLogin) {
    return {
      result: 'problem',
      sentence: 'The login keychain is not on the search list, so programs do not look in it.',
    };
  }
  if (defaultKeychain.kind === 'known' && defaultKeychain.value !== 'present') {
    const clause =
      defaultKeychain.value === 'not-set'
        ? 'No keychain is the default one'
        : `The default keychain is ${defaultKeychain.value.replaceAll('-', ' ')}`;
    return { result: 'problem', sentence: `${clause}, so new logins have no place.` };
  }
  for (const fact of [searchList, defaultKeychain]) {
    if (fact.kind === 'not-measured') return { result: 'not-possible', sentence: `${fact.reason}.` };
  }
  const missing = searchList.kind === 'known' ? searchList.value.missing : [];
  const extra = missing.length === 0 ? '' : ` The search list also names what is not there: ${missing.join(', ')}.`;
  return {
    result: 'fine',
    sentence: `The login keychain’s file is there and is searched, and a default is set.${extra}`,
  };
};

import { type DiagnosisFacts, measured, notMeasured } from '../../core/diagnosis/facts';
import { midSentence } from '../../core/text/mid-sentence';
import type { MacDoors } from '../doors';
import { readPlaces } from '../files/bounded-file';
import type { SecurityOutcome } from '../keychain/security';
import type { MacHost } from '../mac/host';
import type { Check, Finding } from './check';

type FileState = 'readable' | 'missing' | 'not-readable' | 'damaged';
type Facts = Required<
  Pick<DiagnosisFacts, 'searchList' | 'defaultKeychain' | 'loginKeychainFile' | 'loginKeychainPath'>
>;

/** Whether programs find the login keychain: its file, its place on the search list, the default. It opens no keychain. */
export const createKeychainListCheck = ({ host, security, readSecuritySession }: MacDoors): Check => ({
  id: 'keychain-list',
  hosts: [],
  async run() {
    const [list, byDefault, login, session] = await Promise.all([
      security.listKeychains(),
      security.defaultKeychain(),
      security.loginKeychain(),
      readSecuritySession(),
    ]);
    // There the tool speaks of the system's keychains, and what it says of the user's is nothing.
    const isInitial = session.ok && session.value.initial;
    const loginPath = login.ok && !isInitial ? login.value : `${host.homeFolder}/Library/Keychains/login.keychain-db`;
    const [file, searchList, defaultKeychain] = await Promise.all([
      readKeychainFile(host, loginPath),
      isInitial ? ofTheSystem : searchListOf(host, list, loginPath),
      isInitial ? ofTheSystem : defaultOf(host, byDefault),
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

const ofTheSystem = notMeasured(
  'This session is the system’s, where programs search the system’s keychains and not the login keychain',
);

/** A keychain's file begins with the letters `kych`; macOS cannot use one that does not. */
const readKeychainFile = async (host: MacHost, path: string): Promise<FileState> => {
  const file = await readPlaces(host, path, async (read) => Buffer.from(await read(0, 4)).toString('latin1'));
  switch (file.kind) {
    case 'read':
      return file.value === 'kych' ? 'readable' : 'damaged';
    case 'not-a-file':
      return 'damaged';
    case 'failed':
      return file.code === 'ENOENT' ? 'missing' : 'not-readable';
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
  { loginKeychainPath, loginKeychainFile, searchList, defaultKeychain }: Facts,
): Pick<Finding, 'result' | 'sentence'> => {
  // Of the usual place, where the tool did not say which one it is, nothing is claimed.
  const isPathKnown = loginKeychainPath.kind === 'known';
  const file = isPathKnown && loginKeychainFile.kind === 'known' ? loginKeychainFile.value : 'readable';
  if (file !== 'readable')
    return { result: 'problem', sentence: `The login keychain’s file ${path} ${fileClause[file]}.` };
  if (isPathKnown && searchList.kind === 'known' && !searchList.value.hasLogin) {
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
  for (const fact of [loginKeychainPath, searchList, defaultKeychain]) {
    if (fact.kind === 'not-measured')
      return { result: 'not-possible', sentence: `Could not look: ${midSentence(fact.reason)}.` };
  }
  const missing = searchList.kind === 'known' ? searchList.value.missing : [];
  const extra = missing.length === 0 ? '' : ` The search list also names what is not there: ${missing.join(', ')}.`;
  return {
    result: 'fine',
    sentence: `The login keychain’s file is there and is searched, and a default is set.${extra}`,
  };
};

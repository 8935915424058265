import { failure, type Outcome, success } from '../../core/outcome';
import { settingsFormat } from '../common/file-format';
import { readYaml } from '../formats/read-yaml';

export interface GhUser {
  readonly name: string;
  /** A token of this user lies in the file itself. */
  readonly hasToken: boolean;
}

/** A host of gh's `hosts.yml`, without its tokens. */
export interface GhHost {
  readonly host: string;
  readonly activeUser: string | null;
  readonly users: readonly GhUser[];
  /** A token of the active user lies in the file itself. */
  readonly hasToken: boolean;
}

/**
 * Reads gh's `hosts.yml` and keeps names and whether there are tokens. Every scalar is taken as a text, as gh does: a user
 * may be called 123. What the YAML parser would say of an error is dropped: it quotes the text.
 */
export const parseGhHosts = (text: string): Outcome<readonly GhHost[]> => {
  const notOfGh = failure('garbled', 'it is not the YAML that gh writes');
  if (text.trim() === '') return success([]);
  const read = readYaml(text, { schema: 'failsafe', mapAsMap: true });
  const root = read.ok ? read.value : null;
  if (!(root instanceof Map)) return notOfGh;
  const hosts: GhHost[] = [];
  for (const [host, entry] of root) {
    const parsed = isName(host) ? hostOf(host, entry) : null;
    if (parsed === null) return notOfGh;
    hosts.push(parsed);
  }
  return success(hosts);
};

const hostOf = (host: string, entry: unknown): GhHost | null => {
  if (entry === '') return { host, activeUser: null, users: [], hasToken: false };
  if (!(entry instanceof Map)) return null;
  const [activeUser, hasToken, users] = [textOf(entry.get('user')), hasText(entry), usersOf(entry.get('users'))];
  if (activeUser === undefined || hasToken === null || users === null) return null;
  const isListed = activeUser === null || users.some(({ name }) => name === activeUser);
  // Versions before 2.40 wrote the one user and no list.
  return { host, activeUser, hasToken, users: isListed ? users : [{ name: activeUser, hasToken }, ...users] };
};

const usersOf = (listed: unknown): readonly GhUser[] | null => {
  if (listed === undefined || listed === '') return [];
  if (!(listed instanceof Map)) return null;
  const users: GhUser[] = [];
  for (const [name, entry] of listed) {
    const hasToken = entry === '' ? false : entry instanceof Map ? hasText(entry) : null;
    if (!isName(name) || hasToken === null) return null;
    users.push({ name, hasToken });
  }
  return users;
};

const isName = (value: unknown): value is string => typeof value === 'string' && value !== '' && value.length <= 253;

const hasText = (entry: Map<unknown, unknown>): boolean | null => {
  const token = textOf(entry.get('oauth_token'));
  return token === undefined ? null : token !== null;
};

/** Null: nothing is there. Undefined: something that is no text. */
const textOf = (value: unknown): string | null | undefined => {
  if (value === undefined || value === '') return null;
  return typeof value === 'string' ? value : undefined;
};

export const ghHostsFormat = settingsFormat({
  name: 'gh-hosts',
  syntax: 'yaml',
  largestBytes: 64 * 1024,
  parse: parseGhHosts,
});

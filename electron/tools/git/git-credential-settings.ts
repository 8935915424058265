import { failure, type Outcome, success } from '../../core/outcome';
import { settingsFormat } from '../common/file-format';
import { parseGitConfig } from './git-config';
import { type GitHelper, parseGitHelper } from './git-helper';
import { type GitUrl, parseGitUrl } from './git-url';

/** What git-credential-manager is told about its store. */
type ManagerOption = 'credentialstore' | 'namespace' | 'plaintextstorepath';

/** A line of a git configuration file that matters for logins, in the file's order. It has no secret. */
export type GitCredentialSetting =
  | { readonly kind: 'helper'; readonly url: GitUrl | null; readonly helper: GitHelper }
  | { readonly kind: 'option'; readonly url: GitUrl | null; readonly option: ManagerOption; readonly value: string }
  /** `condition`: null for `include`; else what `includeIf` asks, for a person. */
  | { readonly kind: 'include'; readonly path: string; readonly condition: string | null };

const options: readonly string[] = ['credentialstore', 'namespace', 'plaintextstorepath'] satisfies ManagerOption[];

/** Reads a git configuration file and keeps what says where logins lie. */
export const parseGitCredentialSettings = (text: string): Outcome<readonly GitCredentialSetting[]> => {
  const settings = parseGitConfig(text, ['credential', 'include', 'includeif']);
  if (settings === null) return failure('garbled', 'it is not the configuration that git reads');
  return success(
    settings.flatMap(({ section, subsection, name, value }): readonly GitCredentialSetting[] => {
      if (value === null) return [];
      if (section === 'credential') return credentialSetting(subsection, name, value);
      if (name !== 'path' || value === '') return [];
      if (section === 'include') return subsection === null ? [{ kind: 'include', path: value, condition: null }] : [];
      return subsection === null ? [] : [{ kind: 'include', path: value, condition: conditionOf(subsection) }];
    }),
  );
};

/** @param name in lower case. */
export const credentialSetting = (
  subsection: string | null,
  name: string,
  value: string,
): readonly GitCredentialSetting[] => {
  const url = subsection === null ? null : parseGitUrl(subsection);
  if (subsection !== null && url === null) return [];
  if (name === 'helper') return [{ kind: 'helper', url, helper: parseGitHelper(value) }];
  if (!options.includes(name) || value.length > 1024) return [];
  return [{ kind: 'option', url, option: name as ManagerOption, value }];
};

/** Only a folder is quoted: the URL of a remote may hold a token. */
const conditionOf = (condition: string): string => {
  const folder = /^gitdir(?:\/i)?:(.{1,200})$/i.exec(condition)?.[1];
  if (folder !== undefined) return `repositories in ${folder}`;
  if (/^onbranch:/i.test(condition)) return 'some branches';
  return /^hasconfig:/i.test(condition) ? 'repositories with some remotes' : 'some repositories';
};

export const gitConfigFormat = settingsFormat({
  name: 'git-config',
  syntax: 'lines',
  largestBytes: 256 * 1024,
  parse: parseGitCredentialSettings,
});

import { failure, type Outcome, success } from '../../core/outcome';
import { settingsFormat } from '../common/file-format';
import { type GitUrl, parseGitUrl } from './git-url';

const hostsLimit = 1000;

/**
 * Reads the file of `git credential-store` (a URL with name and password in each line) and keeps the hosts. Lines that
 * git would pass over are passed over.
 */
export const parseGitStore = (text: string): Outcome<readonly GitUrl[]> => {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const hosts = new Map<string, GitUrl>();
  for (const line of lines) {
    // Name and password are looked at for being there; neither can have a slash, which git writes as %2F.
    const parts = /^([a-z][a-z0-9+.-]*:\/\/)[^/:@\s]*:[^/@\s]+@([a-z0-9._:[\]-]{1,253})(?:\/|\s*$)/i.exec(line);
    const url = parts ? parseGitUrl(`${parts[1]}${parts[2]}`) : null;
    if (url && hosts.size < hostsLimit) hosts.set(`${url.protocol} ${url.host}`, url);
  }
  return lines.length > 0 && hosts.size === 0
    ? failure('garbled', 'it is not the list of URLs that git writes')
    : success([...hosts.values()]);
};

export const gitStoreFormat = settingsFormat({
  name: 'git-store',
  syntax: 'lines',
  largestBytes: 256 * 1024,
  parse: parseGitStore,
});

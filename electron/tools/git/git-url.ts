/** What `credential.<url>` is for, without a user name or password that the URL may hold. Null: any. */
export interface GitUrl {
  readonly protocol: string | null;
  readonly host: string;
  /** With its slash at the beginning and none at the end; '' for the whole host. */
  readonly path: string;
}

/** @returns null for what git would ignore. A part alone ("example.com") is a pattern too (git's credential.c). */
export const parseGitUrl = (text: string): GitUrl | null => {
  if (text.length > 2000) return null;
  const parts = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/]*@)?([a-z0-9*._:[\]-]*)(\/[^?#\s]*)?$/i.exec(text);
  if (!parts) return null;
  const [, protocol, host = '', path = ''] = parts;
  if (host === '' && protocol === undefined) return null;
  const scheme = protocol?.toLowerCase() ?? null;
  const usualPort = scheme === 'https' ? /:443$/ : scheme === 'http' ? /:80$/ : /$^/;
  return { protocol: scheme, host: host.toLowerCase().replace(usualPort, ''), path: path.replace(/\/+$/, '') };
};

/** "github.com", "https://example.com/team" */
export const formatGitUrl = ({ protocol, host, path }: GitUrl): string =>
  `${protocol === null || protocol === 'https' ? '' : `${protocol}://`}${host}${path}`;

/** Whether what is set for `pattern` counts for `target`. A `*` stands for one part of a host's name. */
export const coversGitUrl = (pattern: GitUrl, target: GitUrl): boolean => {
  if (pattern.protocol !== null && target.protocol !== null && pattern.protocol !== target.protocol) return false;
  const isBelow = pattern.path === '' || target.path === pattern.path || target.path.startsWith(`${pattern.path}/`);
  if (!isBelow) return false;
  if (pattern.host === '') return true;
  const [patternParts, targetParts] = [pattern.host.split('.'), target.host.split('.')];
  return (
    patternParts.length === targetParts.length &&
    patternParts.every((part, index) => part === '*' || part === targetParts[index])
  );
};

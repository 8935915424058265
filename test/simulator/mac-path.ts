import { posix } from 'node:path';
import type { Field } from './parsing/scenario-field';

/** `~` and `~/…` become the user's home folder. */
export const expandHome = (path: string, home: string): string =>
  path === '~' ? home : path.startsWith('~/') ? `${home}${path.slice(1)}` : path;

/** A macOS path as a scenario names it: below `~` or absolute, and never out of the simulated Mac. */
export const absolutePath = (field: Field, home: string): string => {
  const path = expandHome(field.text(), home);
  if (!path.startsWith('/')) return field.complain('must be an absolute path or begin with "~/"');
  if (path.split('/').includes('..')) return field.complain('must not contain ".."');
  return posix.normalize(path);
};

/** A keychain may also be named as `security` takes it: a bare name lies in ~/Library/Keychains. */
export const keychainPath = (field: Field, home: string): string =>
  field.text().includes('/') ? absolutePath(field, home) : `${home}/Library/Keychains/${field.text()}`;

/** `/dev/ttys001` and `ttys001` are the same terminal; the short form is kept. `??` is how `ps` writes none. */
export const ttyName = (tty: string | null): string | null => {
  const name = tty?.replace(/^\/dev\//, '') ?? '';
  return /^\W*$/.test(name) ? null : name;
};

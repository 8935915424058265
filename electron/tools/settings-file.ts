import type { Outcome } from '../core/outcome';
import { readBoundedFile } from '../system/bounded-file';
import type { MacDoors } from '../system/doors';
import { rememberFiles, rememberUntilFileChanges } from './remembered-files';

/** What a text file of a tool says. `modifiedAt`: milliseconds since 1970. */
export type SettingsFile<Value> =
  | { readonly kind: 'none'; readonly path: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string }
  | { readonly kind: 'parsed'; readonly path: string; readonly modifiedAt: number; readonly value: Value };

/** Keeps no secret of the text; its reasons quote none of it. */
type Parse<Value> = (text: string) => Outcome<Value>;

/** Reads and parses a text file of a tool, again only when it has changed. The text goes no further than `parse`. */
export const rememberSettingsFile = <Value>(
  doors: MacDoors,
  path: string,
  limitBytes: number,
  parse: Parse<Value>,
): (() => Promise<SettingsFile<Value>>) =>
  rememberUntilFileChanges(doors, path, () => readSettingsFile(doors, path, limitBytes, parse));

/** The same for files whose paths only a look tells. */
export const rememberSettingsFiles = <Value>(
  doors: MacDoors,
  limitBytes: number,
  parse: Parse<Value>,
): ((path: string) => Promise<SettingsFile<Value>>) =>
  rememberFiles(doors, (path) => readSettingsFile(doors, path, limitBytes, parse));

const readSettingsFile = async <Value>(
  { host }: MacDoors,
  path: string,
  limitBytes: number,
  parse: Parse<Value>,
): Promise<SettingsFile<Value>> => {
  const file = await readBoundedFile(host, path, limitBytes);
  if (file.kind !== 'text') return { ...file, path };
  const { text, modifiedAt } = file;
  const parsed = notText(text) ?? parse(text);
  return parsed.ok
    ? { kind: 'parsed', path, modifiedAt, value: parsed.value }
    : { kind: 'unreadable', path, reason: parsed.reason };
};

/**
 * The programs behind these files stumble over a byte order mark as well. A byte that is no UTF-8 does not stop them: a
 * name in git's configuration may be in Latin-1.
 */
const notText = (text: string) => {
  if (text.startsWith('\uFEFF')) return { ok: false, code: 'bom', reason: 'it begins with a byte order mark' } as const;
  if (text.includes('\0')) return { ok: false, code: 'binary', reason: 'it is not text' } as const;
  return null;
};

import type { Outcome } from '../../core/outcome';
import type { ToolDoors } from '../../system/doors';
import type { FileFormat } from './file-format';
import { readInFormat } from './read-in-format';
import { rememberFiles, rememberUntilFileChanges } from './remembered-files';

/** What a text file of a tool says. `modifiedAt`: milliseconds since 1970. */
export type SettingsFile<Value> =
  | { readonly kind: 'none'; readonly path: string }
  | { readonly kind: 'unreadable'; readonly path: string; readonly reason: string }
  | { readonly kind: 'parsed'; readonly path: string; readonly modifiedAt: number; readonly value: Value };

/** Keeps no secret of the text; its reasons quote none of it. */
type SettingsFormat<Value> = FileFormat<Outcome<Value>>;

/** Reads and parses a text file of a tool, again only when it has changed. The text goes no further than the parser. */
export const rememberSettingsFile = <Value>(
  doors: ToolDoors,
  path: string,
  format: SettingsFormat<Value>,
): (() => Promise<SettingsFile<Value>>) =>
  rememberUntilFileChanges(doors, path, () => readSettingsFile(doors, path, format));

/** The same for files whose paths only a look tells. */
export const rememberSettingsFiles = <Value>(
  doors: ToolDoors,
  format: SettingsFormat<Value>,
): ((path: string) => Promise<SettingsFile<Value>>) =>
  rememberFiles(doors, (path) => readSettingsFile(doors, path, format));

const readSettingsFile = async <Value>(
  { host }: ToolDoors,
  path: string,
  format: SettingsFormat<Value>,
): Promise<SettingsFile<Value>> => {
  const file = await readInFormat(host, path, format);
  if (file.kind !== 'parsed') return { ...file, path };
  const { value: parsed, modifiedAt } = file;
  return parsed.ok
    ? { kind: 'parsed', path, modifiedAt, value: parsed.value }
    : { kind: 'unreadable', path, reason: parsed.reason };
};

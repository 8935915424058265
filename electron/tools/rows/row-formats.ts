import { failure, type Outcome, success } from '../../core/outcome';
import { type JsonObject, parseJson, parseJsonObject } from '../../core/text/json';
import { bytesFormat, type FileFormat, settingsFormat } from '../common/file-format';
import { parseIniSections } from '../formats/ini-sections';
import { readTextColumns } from '../formats/sqlite-table';
import { wrong } from '../formats/stored-values';
import { parseTomlSettings } from '../formats/toml-settings';
import { parseYamlSettings } from '../formats/yaml-settings';
import { loginsAt, loginWithoutEnd, type RowLogin } from './row-logins';
import type { LoginPlace, RowFormat, ToolRow } from './tool-row';
import { toolRows } from './tool-rows';

export type RowFileFormat = FileFormat<Outcome<readonly RowLogin[]>>;

/** What is larger holds conversations, not logins. */
const largestBytes = { text: 256 * 1024, database: 4096 * 1024 };

/** How a file of a row is read; null where only its being there counts. Of one file there is one format. */
export const rowFormat = (row: ToolRow, number: number): RowFileFormat | null => {
  const format = row.files?.[number]?.format;
  if (format === undefined) return null;
  const name = `row-${row.id}-${number}`;
  switch (format.syntax) {
    case 'lines':
      return settingsFormat({ name, syntax: 'lines', largestBytes: largestBytes.text, parse: linesParser(format) });
    case 'sqlite':
      return bytesFormat({ name, syntax: 'binary', largestBytes: largestBytes.database, parse: tableParser(format) });
    case 'json':
    case 'yaml':
    case 'toml':
    case 'ini': {
      const { syntax, logins } = format;
      const parse = (text: string) => loginsIn(settingsParsers[syntax](text), logins);
      return settingsFormat({
        name,
        syntax: syntax === 'ini' ? 'lines' : syntax,
        largestBytes: largestBytes.text,
        parse,
      });
    }
  }
};

const linesParser =
  ({ line = /\S/ }: Extract<RowFormat, { syntax: 'lines' }>) =>
  (text: string): Outcome<readonly RowLogin[]> =>
    success(text.split('\n').some((one) => line.test(one)) ? [loginWithoutEnd] : []);

const tableParser =
  ({ table, columns: [name, value], logins }: Extract<RowFormat, { syntax: 'sqlite' }>) =>
  (content: Buffer): Outcome<readonly RowLogin[]> => {
    const rows = readTextColumns(content, table, [name, value]);
    if (rows === null) return failure('no-table', 'it is not the database that it should be');
    const entries = rows.map((row) => [row[name] ?? '', parseJson(row[value] ?? '')] as const);
    return loginsIn(success(Object.fromEntries(entries)), logins);
  };

const settingsParsers = {
  json: (text: string): Outcome<JsonObject> => {
    const settings = parseJsonObject(text);
    return settings === null ? failure('garbled', 'it is not the JSON that it should be') : success(settings);
  },
  yaml: parseYamlSettings,
  toml: parseTomlSettings,
  ini: (text: string): Outcome<JsonObject> => {
    const sections = parseIniSections(text, { kept: iniNames });
    if (sections === null) return failure('garbled', 'it is not the list of settings it should be');
    return success(Object.fromEntries([...sections].map(([name, values]) => [name, Object.fromEntries(values)])));
  },
};

/** No row needs more of such a file. */
const iniNames = ['url', 'username'];

const loginsIn = (settings: Outcome<JsonObject>, places: readonly LoginPlace[]): Outcome<readonly RowLogin[]> => {
  if (!settings.ok) return settings;
  const logins: RowLogin[] = [];
  for (const place of places) {
    const found = loginsAt(settings.value, place);
    if (found === wrong) return failure('wrong-kind', 'it holds values of the wrong kind');
    logins.push(...found);
  }
  return success(logins);
};

/** Of every file of every row. */
export const rowFormats: readonly RowFileFormat[] = toolRows.flatMap((row: ToolRow) =>
  (row.files ?? []).flatMap((_, number) => rowFormat(row, number) ?? []),
);

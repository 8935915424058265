import type { DescribeCredentials, ToolContext } from '../common/credential-tool';
import { isAnyThere } from '../common/executables';
import type { ItemQuery } from '../common/item-lookup';
import { rememberSettingsFile, type SettingsFile } from '../common/settings-file';
import { type RowSighting, rowCredentials, type SeenFile, type SeenItem } from './row-credentials';
import { rowFormat } from './row-formats';
import { itemQueries, usesKeychain } from './row-items';
import { loginWithoutEnd, type RowLogin } from './row-logins';
import { rowPath, setVariable } from './row-path';
import type { ToolRow } from './tool-row';

/** Reads what a row's tool has stored; loaded with the first tool of which something is there. */
export const createRowReading = (
  row: ToolRow,
  { doors, items }: ToolContext,
): ((isHere: boolean) => Promise<DescribeCredentials>) => {
  const { host } = doors;
  const standIn = setVariable(host, row.standIns);
  const mayAskKeychain = usesKeychain(row, host);
  const queries = itemQueries(row, host);

  const lookFor = async (path: string): Promise<SettingsFile<readonly RowLogin[]>> =>
    (await isAnyThere(doors, [path]))
      ? { kind: 'parsed', path, modifiedAt: 0, value: [loginWithoutEnd] }
      : { kind: 'none', path };

  const readers = (row.files ?? []).map(({ format: _, path: written, ...file }, number) => {
    const path = rowPath(host, written);
    const format = rowFormat(row, number);
    const read = format === null ? () => lookFor(path) : rememberSettingsFile(doors, path, format);
    return async (): Promise<SeenFile> => ({ ...file, file: await read() });
  });

  const findItem = async (): Promise<SeenItem | null> => {
    let found: SeenItem | null = null;
    for (const query of queries) {
      const answer = await items.find(query);
      found = { name: nameOf(query), answer };
      // Where one could not be asked for, neither can another.
      if (answer.kind !== 'none') break;
    }
    return found;
  };

  const findNamed = (files: readonly SeenFile[]): Promise<RowSighting['named']> => {
    const named = files.flatMap(({ file }) =>
      file.kind === 'parsed' && mayAskKeychain ? file.value.filter((login) => login.kind === 'in-item') : [],
    );
    return Promise.all(named.map(async (login) => ({ login, answer: await items.find(queryOf(login)) })));
  };

  const look = async (isHere: boolean): Promise<RowSighting> => {
    const files = await Promise.all(readers.map((read) => read()));
    if (!isHere && !files.some(isTrace)) return { installed: false, standIn, files: [], item: null, named: [] };
    const [item, named] = await Promise.all([findItem(), findNamed(files)]);
    return { installed: true, standIn, files, item, named };
  };

  return async (isHere) => {
    const sighting = await look(isHere);
    return (now) => rowCredentials(row, sighting, now);
  };
};

/** Whether a file shows that the tool is here. */
const isTrace = ({ file, isShared, means }: SeenFile): boolean => {
  if (file.kind === 'none') return false;
  if (file.kind === 'parsed' && file.value.length > 0) return true;
  return !isShared && (file.kind === 'unreadable' || means === undefined);
};

const nameOf = (query: ItemQuery): string => (query.class === 'generic' ? query.service : query.server);

const queryOf = ({ itemAccount, service }: Extract<RowLogin, { kind: 'in-item' }>): ItemQuery => ({
  class: 'generic',
  service,
  ...(itemAccount === null ? {} : { account: itemAccount }),
});

import type { MacHost } from '../../system/mac/host';
import type { ItemQuery } from '../common/item-lookup';
import { setVariable } from './row-path';
import type { ToolRow } from './tool-row';

/** Whether the tool asks the keychain at all, by what this process's environment tells. */
export const usesKeychain = ({ withoutItem }: Pick<ToolRow, 'withoutItem'>, host: MacHost): boolean =>
  setVariable(host, withoutItem) === null;

/** What the row's own item may be called. */
export const itemQueries = (row: ToolRow, host: MacHost): readonly ItemQuery[] => {
  if (row.item === undefined || !usesKeychain(row, host)) return [];
  const { account, class: itemClass, names } = row.item;
  const whose = account === undefined ? {} : { account: account.replace('$USER', host.userName) };
  return names.map((name) =>
    itemClass === 'internet'
      ? { class: 'internet', server: name, ...whose }
      : { class: 'generic', service: name, ...whose },
  );
};

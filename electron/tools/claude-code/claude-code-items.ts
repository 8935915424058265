import type { ItemLookup } from '../common/item-lookup';
import type { ServiceName } from './claude-code-places';
import type { FoundItem, ItemSighting } from './claude-code-sighting';

/**
 * Of the first service that has any item, the one that was written last. A service is first asked for without an account:
 * most names that are tried have no item, and one question is enough to know that.
 */
export const findClaudeCodeItem = async (
  items: ItemLookup,
  services: readonly ServiceName[],
  accounts: readonly string[],
): Promise<ItemSighting> => {
  for (const { service, mayBeAnothers } of services) {
    const any = await items.find({ class: 'generic', service });
    if (any.kind === 'unknown') return any;
    if (any.kind === 'none') continue;
    let newest: FoundItem | null = null;
    for (const account of accounts) {
      const found = await items.find({ class: 'generic', service, account });
      if (found.kind === 'unknown') return found;
      if (found.kind === 'none' || (newest && (newest.modifiedAt ?? 0) >= (found.modifiedAt ?? 0))) continue;
      newest = { ...found, service, account, mayBeAnothers };
    }
    if (newest) return newest;
  }
  return { kind: 'none' };
};

import { assistantRows } from './assistant-rows';
import { fileRows } from './file-rows';
import { keychainRows } from './keychain-rows';

/** Every tool that is a row. Another one is an entry in one of these lists. */
export const toolRows = [...fileRows, ...keychainRows, ...assistantRows] as const;

export type RowId = (typeof toolRows)[number]['id'];

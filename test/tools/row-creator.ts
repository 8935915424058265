import type { CredentialTool, ToolContext } from '../../electron/tools/common/credential-tool';
import { createRowTool } from '../../electron/tools/rows/row-tool';
import type { ToolRow } from '../../electron/tools/rows/tool-row';
import { type RowId, toolRows } from '../../electron/tools/rows/tool-rows';

/** How the tool of that row is made, for whatever takes any tool. */
export const rowCreator = (id: RowId): ((context: ToolContext) => CredentialTool) => {
  const row: ToolRow | undefined = toolRows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`There is no row ${id}.`);
  return (context) => createRowTool(row, context);
};

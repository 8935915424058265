import { describe } from 'vitest';
import { createCredentialTools, type ToolId } from '../../electron/tools/registry';
import { toolRows } from '../../electron/tools/rows/tool-rows';
import { describeTool } from './describe-tool';
import { loginsOf } from './many-logins';

const rowIds: ReadonlySet<string> = new Set(toolRows.map(({ id }) => id));
/** Only the security tool tells of its keys, which lie in no store that answers within this process. */
const ids = (Object.keys(loginsOf) as ToolId[]).filter((id) => id !== 'codesign');

describe.each(ids)('%s', (id) => {
  describeTool({
    create: ({ doors }) => createCredentialTools(doors)[id],
    logins: loginsOf[id],
    isRow: rowIds.has(id),
  });
});

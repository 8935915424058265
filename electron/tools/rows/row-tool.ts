import { fromEnvironment, notFound } from '../common/common-credentials';
import type { CredentialTool, DescribeCredentials, ToolContext } from '../common/credential-tool';
import { executablePlaces, isAnyThere } from '../common/executables';
import { itemQueries } from './row-items';
import { rowPath, setVariable } from './row-path';
import type { ToolRow } from './tool-row';

/**
 * The tool that a row describes. Where nothing of it is on this Mac a look asks for files and listings only, starts no child and
 * loads no reader.
 */
export const createRowTool = <Row extends ToolRow>(
  row: Row,
  context: ToolContext,
): CredentialTool & { readonly id: Row['id'] } => {
  const { doors, items } = context;
  const { host } = doors;
  const title = { tool: row.id, name: row.name };
  const variable = setVariable(host, row.variables);
  const queries = itemQueries(row, host);
  const files = (row.files ?? []).map(({ path }) => rowPath(host, path));
  const traces = (row.traces ?? []).map((path) => rowPath(host, path));
  const programs = (row.programs ?? [row.id]).flatMap((name) => executablePlaces(host, name));
  let reading: Promise<(isHere: boolean) => Promise<DescribeCredentials>> | null = null;

  const hasTrace = async (): Promise<boolean> => {
    if (await isAnyThere(doors, [...traces, ...programs])) return true;
    for (const query of queries) if (await items.isListed(query)) return true;
    return false;
  };
  /** One that macOS does not let be seen is there as well. */
  const hasFile = async (): Promise<boolean> =>
    (await Promise.all(files.map((path) => doors.fileFingerprint(path)))).some((fingerprint) => fingerprint !== null);

  return {
    id: row.id,
    name: row.name,
    async look() {
      if (variable !== null) {
        const symptom = row.symptom === undefined ? {} : { symptom: row.symptom };
        return () => [{ ...fromEnvironment(title, variable), ...symptom }];
      }
      const isHere = await hasTrace();
      if (!isHere && !(await hasFile())) return () => [notFound(title)];
      reading ??= import('./row-reading').then(({ createRowReading }) => createRowReading(row, context));
      return (await reading)(isHere);
    },
  };
};

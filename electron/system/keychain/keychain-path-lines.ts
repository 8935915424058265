import { failure, type Outcome, success } from '../../core/outcome';

/** A path ends with its line, and the next one begins: a path may hold line breaks and quotation marks of its own. */
const betweenPaths = /"[ \t]*\n[ \t]*(?="\/)/;

/**
 * Reads what `list-keychains`, `default-keychain` and `login-keychain` print: one line `    "/path"` per keychain, the path
 * as it is, without any escapes (SecurityTool `keychain_list.c`).
 */
export const parseKeychainPaths = (stdout: string): Outcome<readonly string[], 'garbled'> => {
  const printed = stdout.trim();
  if (printed === '') return success([]);
  if (!printed.startsWith('"/') || !printed.endsWith('"') || printed === '"/' || printed.includes('\0')) {
    return failure('garbled', 'The security tool named a keychain without a path.');
  }
  return success(
    printed
      .slice(0, -1)
      .split(betweenPaths)
      .map((path) => path.replace(/^"/, '')),
  );
};

/** As above, where exactly one is expected. */
export const parseOneKeychainPath = (stdout: string): Outcome<string, 'garbled'> => {
  const paths = parseKeychainPaths(stdout);
  if (!paths.ok) return paths;
  const [path] = paths.value;
  return path !== undefined && paths.value.length === 1
    ? success(path)
    : failure('garbled', `The security tool named ${paths.value.length} keychains where there is one.`);
};

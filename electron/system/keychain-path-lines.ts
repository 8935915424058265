import { failure, type Outcome, success } from '../core/outcome';
import { parseQuotedValue } from './quoted-value';

/** Reads what `list-keychains`, `default-keychain` and `login-keychain` print: one line `    "/path"` per keychain. */
export const parseKeychainPaths = (stdout: string): Outcome<readonly string[], 'garbled'> => {
  const paths: string[] = [];
  for (const line of stdout.split('\n')) {
    if (line.trim() === '') continue;
    const value = parseQuotedValue(line.trim());
    if (!value.ok) return value;
    if (value.value === null || !value.value.startsWith('/') || value.value.includes('\0')) {
      return failure('garbled', 'The security tool named a keychain without a path.');
    }
    paths.push(value.value);
  }
  return success(paths);
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

import type { MacHost } from '../../system/mac/host';
import { toMacPath } from '../../system/mac/mac-path';
import type { RowPath } from './tool-row';

/** The macOS path that a row's path means for this user. */
export const rowPath = (host: MacHost, path: RowPath): string => {
  const chosen = path.replace(/\{([^}]*)\}/, (_, choices: string) => {
    for (const choice of choices.split('|')) {
      const [, variable, rest = ''] = /^([A-Z][A-Z0-9_]*)(\/.*)?$/.exec(choice) ?? [];
      if (variable === undefined) return choice;
      const value = host.environment[variable];
      if (value) return toMacPath(host, value) + rest;
    }
    return '~';
  });
  return chosen.replace(/^~(?=\/|$)/, host.homeFolder);
};

/** The first of those variables that is set; `NAME*` is any that begins so, `NAME=value` only counts with that value. */
export const setVariable = ({ environment }: MacHost, names: readonly string[] = []): string | null => {
  for (const name of names) {
    const [variable = '', value] = name.split('=');
    if (name.endsWith('*')) {
      const found = Object.keys(environment).find((one) => one.startsWith(name.slice(0, -1)) && environment[one]);
      if (found !== undefined) return found;
    } else if (value === undefined ? environment[variable] : environment[variable]?.toLowerCase() === value) {
      return name;
    }
  }
  return null;
};

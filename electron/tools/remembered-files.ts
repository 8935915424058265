import type { MacDoors } from '../system/doors';
import { rememberUntilFileChanges } from './fingerprint-cache';

const mostRemembered = 500;

/** The same as remembering one file, for files whose paths only a look tells: each is read again only when it changes. */
export const rememberFiles = <Value>(
  doors: MacDoors,
  read: (macPath: string) => Promise<Value>,
): ((macPath: string) => Promise<Value>) => {
  const known = new Map<string, () => Promise<Value>>();
  return (macPath) => {
    const before = known.get(macPath);
    if (before) return before();
    if (known.size >= mostRemembered) known.clear();
    const remembered = rememberUntilFileChanges(doors, macPath, () => read(macPath));
    known.set(macPath, remembered);
    return remembered();
  };
};

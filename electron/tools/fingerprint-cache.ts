import type { MacDoors } from '../system/doors';

/** Reads something out of a file, and reads it again only when the file has changed. */
export const rememberUntilFileChanges = <Value>(
  doors: MacDoors,
  macPath: string,
  read: () => Promise<Value>,
): (() => Promise<Value>) => {
  let known: { readonly fingerprint: string; readonly value: Value } | null = null;
  return async () => {
    const fingerprint = await doors.fileFingerprint(macPath);
    if (known && fingerprint === known.fingerprint) return known.value;
    const value = await read();
    known = fingerprint === null ? null : { fingerprint, value };
    return value;
  };
};

import type * as BinaryPlist from 'bplist-parser';
import type * as XmlPlist from 'fast-plist';
import { isJsonObject, type JsonObject } from '../../core/text/json';
import { isTameBinaryPlist } from './binary-plist';
import { loadLibrary } from './load-library';

/** What configuration profiles hold is far smaller. */
export const largestPropertyListBytes = 1_048_576;

/**
 * Reads a property list, binary or XML.
 *
 * @returns null when it is no property list, is damaged, or holds no dictionary at its top.
 */
export const parsePropertyList = (bytes: Buffer): JsonObject | null => {
  if (bytes.length > largestPropertyListBytes) return null;
  try {
    if (isBinary(bytes) && !isTameBinaryPlist(bytes)) return null;
    const value: unknown = isBinary(bytes) ? parseBinary(bytes) : parseXml(bytes.toString());
    return isJsonObject(value) ? value : null;
  } catch {
    // Both libraries throw at what is damaged.
    return null;
  }
};

/**
 * The library tells the console of a damage and then guesses (https://github.com/joeferner/node-bplist-parser, `console.error`). For
 * this one call, which waits for nothing, its complaint is the end of it. May go when the library throws instead.
 */
const parseBinary = (bytes: Buffer): unknown => {
  const { error } = console;
  console.error = (complaint: unknown) => {
    throw new RangeError(String(complaint));
  };
  try {
    return loadLibrary<typeof BinaryPlist>('bplist-parser').parseBuffer(bytes)[0];
  } finally {
    console.error = error;
  }
};

const parseXml = (text: string): unknown => loadLibrary<typeof XmlPlist>('fast-plist').parse(completeXml(text));

const isBinary = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 8) === 'bplist00';

/** @throws RangeError where the end is missing: the XML parser would mend that silently, and half a list is none. */
const completeXml = (text: string): string => {
  if (!text.trimEnd().endsWith('</plist>')) throw new RangeError();
  return text;
};

import { parseBuffer } from 'bplist-parser';
import { parse as parseXml } from 'fast-plist';
import { isJsonObject, type JsonObject } from './json-object';

/** What configuration profiles hold is far smaller. */
const largestBytes = 1_048_576;

/**
 * Reads a property list, binary or XML.
 *
 * @returns null when it is no property list, is damaged, or holds no dictionary at its top.
 */
export const parsePropertyList = (bytes: Buffer): JsonObject | null => {
  if (bytes.length > largestBytes) return null;
  try {
    const value: unknown = isBinary(bytes) ? parseBuffer(bytes)[0] : parseXml(completeXml(bytes.toString()));
    return isJsonObject(value) ? value : null;
  } catch {
    // Both libraries throw at what is damaged.
    return null;
  }
};

const isBinary = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 8) === 'bplist00';

/** @throws RangeError where the end is missing: the XML parser would mend that silently, and half a list is none. */
const completeXml = (text: string): string => {
  if (!/<\/plist>\s*$/.test(text)) throw new RangeError();
  return text;
};

/** What a file of settings has is far less. */
const mostObjects = 32_768;
const deepest = 64;
/** Settings name a text more than once, but not the whole file over and over. */
const mostTimesItsSize = 4;

/**
 * Whether a binary property list is one that macOS could have written, so that what it holds is not more than what it is
 * long: no list within itself or in two places (CoreFoundation writes each of them anew, `CFBinaryPList.c`), no depth
 * without an end, no long text that ten thousand places name, and no length that is no number, of which the library
 * speaks on the console. It looks at each reference once.
 *
 * @throws RangeError outside of the file.
 */
export const isTameBinaryPlist = (bytes: Buffer): boolean => {
  const trailer = bytes.length - 32;
  const [offsetBytes, referenceBytes] = [bytes.readUInt8(trailer + 6), bytes.readUInt8(trailer + 7)];
  const [objects, top, table] = [8, 16, 24].map((place) => Number(bytes.readBigUInt64BE(trailer + place)));
  if (objects === undefined || top === undefined || table === undefined || objects > mostObjects) return false;
  const numberAt = (at: number, length: number): number => bytes.readUIntBE(at, length);

  let left = bytes.length * mostTimesItsSize;
  const lists = new Set<number>();
  const waiting: [object: number, depth: number][] = [[top, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [object, depth] = next;
    if (object >= objects || depth > deepest) return false;
    const at = numberAt(table + object * offsetBytes, offsetBytes);
    const shape = shapeAt(bytes, at);
    if (shape === null) return false;
    left -= 1 + shape.length * (shape.references > 0 ? referenceBytes * shape.references : shape.unitBytes);
    if (left < 0) return false;
    if (shape.references === 0) continue;
    if (lists.has(at)) return false;
    lists.add(at);
    for (let index = 0; index < shape.length * shape.references; index += 1)
      waiting.push([numberAt(shape.contentAt + index * referenceBytes, referenceBytes), depth + 1]);
  }
  return true;
};

interface Shape {
  readonly length: number;
  readonly contentAt: number;
  /** For each of its parts: none in a text, one in a list, two in a dictionary. */
  readonly references: 0 | 1 | 2;
  readonly unitBytes: number;
}

const [integer, date, data, ascii, utf16, list, dictionary] = [1, 3, 4, 5, 6, 10, 13];
const ofFixedLength: readonly number[] = [0, integer, 2, 8];

const shapeAt = (bytes: Buffer, at: number): Shape | null => {
  const [kind, info] = [bytes.readUInt8(at) >> 4, bytes.readUInt8(at) & 15];
  const fixed = { length: 1, contentAt: at + 1, references: 0, unitBytes: 1 } as const;
  if (kind === date) return info === 3 ? { ...fixed, unitBytes: 8 } : null;
  // No number has more than sixteen bytes.
  if (ofFixedLength.includes(kind)) return kind === integer && info > 4 ? null : { ...fixed, unitBytes: 16 };
  if (![data, ascii, utf16, list, dictionary].includes(kind)) return null;
  const counted = info < 15 ? { length: info, contentAt: at + 1 } : countAt(bytes, at + 1);
  if (counted === null) return null;
  const references = kind === list ? 1 : kind === dictionary ? 2 : 0;
  return { ...counted, references, unitBytes: kind === utf16 ? 2 : 1 };
};

/** A length that does not fit into four bits follows as an integer. */
const countAt = (bytes: Buffer, at: number): { readonly length: number; readonly contentAt: number } | null => {
  const marker = bytes.readUInt8(at);
  if (marker >> 4 !== integer || (marker & 15) > 2) return null;
  const length = 2 ** (marker & 15);
  return { length: bytes.readUIntBE(at + 1, length), contentAt: at + 1 + length };
};

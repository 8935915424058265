import { interestingNumbers, interestingValues, interestingWords } from './interesting';

/** One change, as numbers that mean something for whatever it is done to. */
export type Edit = readonly [what: number, where: number, how: number];

const pick = <Item>(items: readonly Item[], number: number): Item | undefined => items[number % items.length];

/** A place in something so long, ends included. */
const placeIn = (length: number, where: number): number => where % (length + 1);

/** So much at a stretch: mostly little. */
const spanOf = (how: number): number => (how % 7 === 0 ? how % 97 : how % 9) + 1;

const mostCharacters = 20_000;

type TextEdit = (text: string, where: number, how: number, others: readonly string[]) => string;

const cut = (text: string, from: number, length: number, instead: string): string =>
  text.slice(0, from) + instead + text.slice(from + length);

/** Where a word, a number or a mark begins at or after the place, and how long it is. */
const tokenAt = (text: string, where: number): readonly [from: number, length: number] => {
  const tokens = /[\p{L}\p{N}_.+-]+|\s+|./gsu;
  tokens.lastIndex = placeIn(text.length, where);
  const found = tokens.exec(text);
  return found ? [found.index, found[0].length] : [text.length, 0];
};

const inLines = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
};

const textEdits: readonly TextEdit[] = [
  (text, where) => text.slice(0, placeIn(text.length, where)),
  (text, where, how) => cut(text, placeIn(text.length, where), spanOf(how), ''),
  (text, where, how) => {
    const at = placeIn(text.length, where);
    return cut(text, at, 0, text.slice(at, at + spanOf(how)));
  },
  (text, where, how) => cut(text, ...tokenAt(text, where), pick(interestingWords, how) ?? ''),
  (text, where, how) => cut(text, ...tokenAt(text, where), pick(interestingWords, how) ?? ''),
  (text, where, how) => cut(text, placeIn(text.length, where), 0, pick(interestingWords, how) ?? ''),
  (text, where) => cut(text, ...tokenAt(text, where), ''),
  (text, where, how) => cut(text, placeIn(text.length, where), 1, String.fromCharCode(how % 0x1_0000)),
  (text, where, how) => cut(text, placeIn(text.length, where), 1, String.fromCharCode(how % 0x80)),
  (text, where, how) =>
    inLines(text, (lines) => {
      const [line = ''] = lines.splice(where % lines.length, 1);
      lines.splice(placeIn(lines.length, how), 0, line);
    }),
  (text, where, how) => inLines(text, (lines) => lines.splice(where % lines.length, how % 3)),
  (text, where, how) => inLines(text, (lines) => lines.splice(placeIn(lines.length, how), 0, pick(lines, where) ?? '')),
  (text, where, how, others) => {
    const other = pick(others, how) ?? '';
    const from = placeIn(other.length, how >>> 3);
    return cut(text, placeIn(text.length, where), 0, other.slice(from, from + spanOf(where) * 8));
  },
  (text, where, how) => {
    const [from, length] = tokenAt(text, where);
    return cut(text, from, 0, text.slice(from, from + length).repeat(how % 60));
  },
];

export const editText = (text: string, edits: readonly Edit[], others: readonly string[]): string => {
  let edited = text;
  for (const [what, where, how] of edits) {
    const edit = textEdits[what % textEdits.length];
    edited = (edit?.(edited, where, how, others) ?? edited).slice(0, mostCharacters);
  }
  return edited;
};

type BytesEdit = (bytes: Buffer, where: number, how: number) => Buffer;

const put = (bytes: Buffer, at: number, content: Uint8Array): Buffer => {
  const changed = Buffer.from(bytes);
  changed.set(content.subarray(0, Math.max(0, bytes.length - at)), Math.min(at, bytes.length));
  return changed;
};

/** Half of them in the head, where the lengths and the addresses stand. */
const byteIn = (bytes: Buffer, where: number): number =>
  placeIn(where % 2 === 0 ? bytes.length : Math.min(bytes.length, 128), where >>> 1);

const wordOf = (how: number, size: 1 | 2 | 4): Uint8Array => {
  const word = Buffer.alloc(4);
  word.writeUInt32BE((pick(interestingNumbers, how) ?? 0) >>> 0);
  return word.subarray(4 - size);
};

const bytesEdits: readonly BytesEdit[] = [
  (bytes, where, how) => put(bytes, byteIn(bytes, where), Buffer.from([how & 0xff])),
  (bytes, where, how) => {
    const at = byteIn(bytes, where);
    return put(bytes, at, Buffer.from([(bytes[at] ?? 0) ^ (1 << (how % 8))]));
  },
  (bytes, where, how) => put(bytes, byteIn(bytes, where), wordOf(how, 1)),
  (bytes, where, how) => put(bytes, byteIn(bytes, where), wordOf(how, 2)),
  (bytes, where, how) => put(bytes, byteIn(bytes, where), wordOf(how, 4)),
  (bytes, where) => bytes.subarray(0, placeIn(bytes.length, where)),
  (bytes, where, how) => {
    const at = byteIn(bytes, where);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + spanOf(how))]);
  },
  (bytes, where, how) => {
    const at = byteIn(bytes, where);
    return Buffer.concat([bytes.subarray(0, at + spanOf(how)), bytes.subarray(at)]);
  },
  (bytes, where, how) => {
    const from = byteIn(bytes, how);
    return put(bytes, byteIn(bytes, where), bytes.subarray(from, from + spanOf(how) * 4));
  },
];

export const editBytes = (bytes: Buffer, edits: readonly Edit[]): Buffer =>
  edits.reduce<Buffer>(
    (edited, [what, where, how]) => bytesEdits[what % bytesEdits.length]?.(edited, where, how) ?? edited,
    bytes,
  );

interface Spot {
  readonly parent: Record<string, unknown> | unknown[];
  readonly key: string;
}

const mostSpots = 400;

/** What JSON writes: not the bytes of a buffer, nor the letters of a boxed text. */
const hasMembers = (value: unknown): value is object =>
  Array.isArray(value) ||
  (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype);

const spotsIn = (root: Spot): readonly Spot[] => {
  const spots: Spot[] = [root];
  for (let index = 0; index < spots.length && spots.length < mostSpots; index += 1) {
    const value = valueAt(spots[index]);
    if (!hasMembers(value)) continue;
    for (const key of Object.keys(value)) spots.push({ parent: value as Spot['parent'], key });
  }
  return spots;
};

const valueAt = (spot: Spot | undefined): unknown =>
  spot === undefined ? undefined : (Object.getOwnPropertyDescriptor(spot.parent, spot.key)?.value as unknown);

/** As `JSON.parse` would make it: `__proto__` is a member like any other. */
const define = ({ parent, key }: Spot, value: unknown): void => {
  Reflect.defineProperty(parent, key, { value, writable: true, enumerable: true, configurable: true });
};

type ValueEdit = (spot: Spot, how: number, spots: readonly Spot[]) => void;

const valueEdits = (values: readonly unknown[]): readonly ValueEdit[] => [
  (spot, how) => define(spot, structuredClone(pick(values, how))),
  (spot, how) => define(spot, structuredClone(pick(values, how))),
  (spot) => {
    if (Array.isArray(spot.parent)) spot.parent.splice(Number(spot.key), 1);
    else Reflect.deleteProperty(spot.parent, spot.key);
  },
  (spot, how, spots) => define(spot, structuredClone(valueAt(pick(spots, how)))),
  (spot) => define(spot, [valueAt(spot)]),
  (spot, how) => {
    const value = valueAt(spot);
    if (typeof value === 'string') define(spot, editText(value, [[how, how >>> 4, how >>> 2]], interestingWords));
    if (typeof value === 'number')
      define(spot, [-value, value + 1, value * 1000, value / 1000, String(value)][how % 5]);
  },
  (spot, how, spots) => {
    const target = valueAt(spot);
    const key = pick(interestingWords, how) ?? '';
    if (typeof target === 'object' && target !== null && !Array.isArray(target))
      define({ parent: target as Spot['parent'], key }, structuredClone(valueAt(pick(spots, how >>> 5))));
  },
  (spot, how) => {
    const { parent, key } = spot;
    if (Array.isArray(parent)) return;
    const value = valueAt(spot);
    Reflect.deleteProperty(parent, key);
    define({ parent, key: pick(interestingWords, how) ?? '' }, value);
  },
];

/** Changes a value out of JSON at its nodes. @param more values beyond those that JSON can write */
export const editValue = (value: unknown, edits: readonly Edit[], more: readonly unknown[] = []): unknown => {
  const root: Spot = { parent: { value: structuredClone(value) }, key: 'value' };
  const all = valueEdits([...interestingValues, ...more]);
  for (const [what, where, how] of edits) {
    const spots = spotsIn(root);
    const spot = spots[where % spots.length];
    if (spot && (spot === spots[0] ? what % all.length !== 7 : true)) all[what % all.length]?.(spot, how, spots);
  }
  return valueAt(root);
};

import { type ComparableText, statementAt } from './comparable-text';

/** How many letters a `*` may stand for: a path or a name, not half a log. */
const mostBetween = 400;

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** What is looked for: the parts between the stars of a text, letters and digits only. */
export interface Words {
  readonly parts: readonly string[];
  /** A number that means something with a minus sign before it and nothing without. */
  readonly isCode?: boolean;
  /** Its last word may go on: `AADSTS#`. */
  readonly goesOn?: boolean;
  /** A star stays within one statement. */
  readonly inOneStatement?: boolean;
}

/**
 * Where the parts stand in the text, whole words each, one after the other: from the begin of the first to the end of the
 * last. Each part is searched for once, and the places are gone through once, so the time grows with the text's length and
 * no faster.
 */
export const findWords = (text: ComparableText, words: Words): readonly Place[] => {
  const [first, ...others] = words.parts;
  if (first === undefined) return [];
  let reached = placesOf(text, first, words);
  for (const part of others) {
    if (reached.length === 0) return [];
    reached = following(text, reached, placesOf(text, part, words), words);
  }
  return reached;
};

const placesOf = (text: ComparableText, part: string, { isCode, goesOn }: Words): readonly Place[] => {
  const { letters, wordStarts, afterMinus } = text;
  const places: Place[] = [];
  const starts = isCode ? afterMinus : wordStarts;
  for (let start = letters.indexOf(part); start !== -1; start = letters.indexOf(part, start + 1)) {
    const end = start + part.length;
    if (!starts.has(start) || !(goesOn || wordStarts.has(end))) continue;
    if (!isCode || !isAmount(text, start, end)) places.push({ start, end });
  }
  return places;
};

const units = ['ms', 's', 'us', 'ns', 'bytes', 'kb', 'mb', 'px', 'percent'];
const amounts = ['offset', 'skew', 'delta', 'drift', 'balance', 'temperature', 'priority', 'adj'];

/** A number below zero that counts or measures something is no code. */
const isAmount = ({ letters, wordStarts }: ComparableText, start: number, end: number): boolean =>
  units.some((unit) => letters.startsWith(unit, end) && wordStarts.has(end + unit.length)) ||
  amounts.some((word) => letters.endsWith(word, start) && wordStarts.has(start - word.length));

/** Those that begin after one of the former, and near enough to it. */
const following = (
  text: ComparableText,
  former: readonly Place[],
  places: readonly Place[],
  { inOneStatement }: Words,
): readonly Place[] => {
  let next = 0;
  let nearest: Place | null = null;
  const found: Place[] = [];
  for (const { start, end } of places) {
    for (let place = former[next]; place && place.end <= start; place = former[next]) {
      nearest = place;
      next += 1;
    }
    if (nearest === null || start - nearest.end > mostBetween) continue;
    if (inOneStatement && statementAt(text, nearest.start) !== statementAt(text, start)) continue;
    found.push({ start: nearest.start, end });
  }
  return found;
};

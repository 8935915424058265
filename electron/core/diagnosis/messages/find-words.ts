import type { ComparableText } from './comparable-text';

/** How many letters a `*` may stand for: a path or a name, not half a log. */
const mostBetween = 400;

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Whether the parts stand in the text, whole words each, one after the other. Each part is searched for once, and the
 * places are gone through once, so the time grows with the text's length and no faster.
 */
export const hasWords = (text: ComparableText, parts: readonly string[]): boolean => {
  const [first, ...others] = parts;
  if (first === undefined) return false;
  let reached = placesOf(text, first);
  for (const part of others) {
    if (reached.length === 0) return false;
    reached = following(reached, placesOf(text, part));
  }
  return reached.length > 0;
};

const placesOf = ({ letters, wordStarts }: ComparableText, part: string): readonly Place[] => {
  const places: Place[] = [];
  for (let start = letters.indexOf(part); start !== -1; start = letters.indexOf(part, start + 1)) {
    const end = start + part.length;
    if (wordStarts.has(start) && wordStarts.has(end)) places.push({ start, end });
  }
  return places;
};

/** Those that begin after one of the former, and near enough to it. */
const following = (former: readonly Place[], places: readonly Place[]): readonly Place[] => {
  let next = 0;
  let nearestEnd: number | null = null;
  return places.filter(({ start }) => {
    for (let place = former[next]; place && place.end <= start; place = former[next]) {
      nearestEnd = place.end;
      next += 1;
    }
    return nearestEnd !== null && start - nearestEnd <= mostBetween;
  });
};

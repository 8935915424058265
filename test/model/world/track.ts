/** What a fact was, and since when: what is shown may lag behind it by a beat, and by no more. */
export interface Track<Value> {
  /** @param atMs on the clock that only runs, as are the times below. */
  set(value: Value, atMs: number): void;
  now(): Value;
  /** The values that it had at any time in this span, both ends included. */
  between(fromMs: number, toMs: number): readonly Value[];
}

/** More changes than there are in the longest time that something may lag, or a report count. */
const mostKept = 200;

export const createTrack = <Value>(first: Value): Track<Value> => {
  let entries: { readonly value: Value; readonly since: number }[] = [
    { value: first, since: Number.NEGATIVE_INFINITY },
  ];
  const last = () => entries[entries.length - 1] as { readonly value: Value; readonly since: number };
  return {
    set(value, atMs) {
      if (Object.is(last().value, value)) return;
      entries = [...entries.slice(1 - mostKept), { value, since: atMs }];
    },
    now: () => last().value,
    between: (fromMs, toMs) =>
      entries
        .filter(
          ({ since }, index) => since <= toMs && (entries[index + 1]?.since ?? Number.POSITIVE_INFINITY) >= fromMs,
        )
        .map(({ value }) => value),
  };
};

const minute = 60;
const hour = 60 * minute;
/** The idle timeouts that are offered, in seconds; null is never. */
const timeoutPresets: readonly (number | null)[] = [
  null,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  4 * hour,
  8 * hour,
];

/** What the picker offers: the usual lengths and, in its place among them, the present one if it is another. */
export const timeoutChoices = (presentSeconds: number | null): readonly (number | null)[] =>
  timeoutPresets.includes(presentSeconds)
    ? timeoutPresets
    : [...timeoutPresets, presentSeconds].sort((one, other) => (one ?? 0) - (other ?? 0));

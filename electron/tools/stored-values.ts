/** What a stored value is of the wrong kind for. */
export const wrong = 'wrong';
export type Wrong = typeof wrong;

/** The last moment that a Date can hold. */
const latestMs = 8.64e15;

/** @returns milliseconds since 1970; null when nothing is stored. */
export const storedMoment = (value: unknown, unit: 'seconds' | 'milliseconds'): number | null | Wrong => {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number' || !(value >= 0)) return wrong;
  const milliseconds = Math.round(unit === 'seconds' ? value * 1000 : value);
  return milliseconds <= latestMs ? milliseconds : wrong;
};

/** Whether a text is stored that is not blank; what it says is not kept. */
export const storedText = (value: unknown): boolean | Wrong => {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' ? value.trim() !== '' : wrong;
};

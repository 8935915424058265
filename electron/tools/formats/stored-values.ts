import { outsideMoment } from '../../core/time/outside-numbers';

/** What a stored value is of the wrong kind for. */
export const wrong = 'wrong';
export type Wrong = typeof wrong;

/** @returns milliseconds since 1970; null when nothing is stored. */
export const storedMoment = (value: unknown, unit: 'seconds' | 'milliseconds'): number | null | Wrong => {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'number') return wrong;
  return outsideMoment(unit === 'seconds' ? value * 1000 : value) ?? wrong;
};

/** Whether a text is stored that is not blank; what it says is not kept. */
export const storedText = (value: unknown): boolean | Wrong => {
  if (value === undefined || value === null) return false;
  return typeof value === 'string' ? value.trim() !== '' : wrong;
};

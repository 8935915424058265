import * as z from 'zod/mini';
import { isoTime } from './outside-numbers';

/** A time as Latchkey writes it: ISO 8601 in UTC with its milliseconds, so that two can be compared as texts: none before the year 0. */
export const moment = z.string().check(z.refine((text) => isSameMoment(text, text) && !text.startsWith('-')));

/** Whether a text is a time, and the very one that is written out in full: the 31st of February is a date to Date.parse. */
export const isSameMoment = (text: string, inFull: string): boolean => {
  const at = Date.parse(text);
  return Number.isFinite(at) && isoTime(at) === inFull;
};

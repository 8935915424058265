import * as z from 'zod/mini';
import { isoTime } from './outside-numbers';

const form = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A time as Latchkey writes it: ISO 8601 in UTC with its milliseconds, so that two can be compared as texts. */
export const moment = z.string().check(z.refine((text) => form.test(text) && isSameMoment(text, text)));

/** Whether a text is a time, and the very one that is written out in full: the 31st of February is a date to Date.parse. */
export const isSameMoment = (text: string, inFull: string): boolean => {
  const at = Date.parse(text);
  return Number.isFinite(at) && isoTime(at) === inFull;
};

import * as z from 'zod/mini';
import { failure, type Outcome, success } from '../outcome';
import { parseJson } from '../text/json';
import { isCalendarDay } from '../time/local-day';
import { outsideMoment } from '../time/outside-numbers';

const mostDates = 200;

/** A login or an account, as its credential calls it. */
export const ownerName = z.string().check(z.minLength(1), z.maxLength(512));

export const calendarDay = z.string().check(z.refine(isCalendarDay));

/** The day on which a token ends, as the user has entered it. Of the token itself nothing is kept. */
const enteredEndDate = z.strictObject({
  tool: ownerName,
  /** As in its credential; null for a tool's only login. */
  account: z.nullable(ownerName),
  endsOn: calendarDay,
  /** Milliseconds since 1970. */
  enteredAt: z.number().check(z.refine((ms) => outsideMoment(ms) !== null)),
});
export type EnteredEndDate = Readonly<z.infer<typeof enteredEndDate>>;

const endDatesFile = z.strictObject({
  schemaVersion: z.literal(1),
  endDates: z.array(enteredEndDate).check(z.maxLength(mostDates)),
});

/** Whose end date is meant, as a click names it. */
export type EndDateOwner = Pick<EnteredEndDate, 'tool' | 'account'>;

export const isOwnedBy = (date: EndDateOwner, { tool, account }: EndDateOwner): boolean =>
  date.tool === tool && date.account === account;

/** What the file holds after a date was entered or, with null, taken back. The newest are kept. */
export const changeEndDate = (
  dates: readonly EnteredEndDate[],
  owner: EndDateOwner,
  endsOn: string | null,
  enteredAt: number,
): readonly EnteredEndDate[] => {
  const others = dates.filter((date) => !isOwnedBy(date, owner));
  return endsOn === null
    ? others
    : [...others, { tool: owner.tool, account: owner.account, endsOn, enteredAt }].slice(-mostDates);
};

/** The text of the file. */
export const writeEndDates = (dates: readonly EnteredEndDate[]): string =>
  `${JSON.stringify({ schemaVersion: 1, endDates: dates }, null, 2)}\n`;

/** Reads the file as strictly as it is written; what is not ours is refused whole, with the reason as a clause. */
export const parseEndDates = (text: string): Outcome<readonly EnteredEndDate[], 'not-end-dates'> => {
  const file = endDatesFile.safeParse(parseJson(text));
  if (file.success) return success(file.data.endDates);
  const isInside = file.error.issues.every(({ path }) => path[0] === 'endDates');
  return failure(
    'not-end-dates',
    isInside ? 'it holds something that is no end date' : 'it is not the list that Latchkey writes',
  );
};

import { failure, type Outcome, success } from './outcome';

/** The day on which a token ends, as the user has entered it. Of the token itself nothing is kept. */
export interface EnteredEndDate {
  readonly tool: string;
  /** As in its credential; null for a tool's only login. */
  readonly account: string | null;
  /** YYYY-MM-DD */
  readonly endsOn: string;
  /** Milliseconds since 1970. */
  readonly enteredAt: number;
}

/** Whose end date is meant, as a click names it. */
export type EndDateOwner = Pick<EnteredEndDate, 'tool' | 'account'>;

export const isOwnedBy = (date: EndDateOwner, { tool, account }: EndDateOwner): boolean =>
  date.tool === tool && date.account === account;

const mostDates = 200;
const longestName = 512;
const earliestYear = 2000;
const latestYear = 2199;

/** A day of the calendar: `2027-02-29` is none. */
export const isCalendarDay = (value: unknown): value is string => {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const year = Number(value.slice(0, 4));
  const at = Date.parse(`${value}T00:00:00Z`);
  if (!Number.isFinite(at) || year < earliestYear || year > latestYear) return false;
  return new Date(at).toISOString().startsWith(value);
};

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
  const value = parseJson(text);
  if (!isRecord(value) || value.schemaVersion !== 1 || !hasOnly(value, ['schemaVersion', 'endDates']))
    return failure('not-end-dates', 'it is not the list that Latchkey writes');
  const { endDates } = value;
  if (!Array.isArray(endDates) || endDates.length > mostDates || !endDates.every(isEnteredEndDate))
    return failure('not-end-dates', 'it holds something that is no end date');
  return success(
    endDates.map(({ tool, account, endsOn, enteredAt }: EnteredEndDate) => ({ tool, account, endsOn, enteredAt })),
  );
};

const isEnteredEndDate = (value: unknown): value is EnteredEndDate =>
  isRecord(value) &&
  hasOnly(value, ['tool', 'account', 'endsOn', 'enteredAt']) &&
  isName(value.tool) &&
  (value.account === null || isName(value.account)) &&
  isCalendarDay(value.endsOn) &&
  typeof value.enteredAt === 'number' &&
  value.enteredAt >= 0 &&
  value.enteredAt <= 8.64e15;

const isName = (value: unknown): boolean =>
  typeof value === 'string' && value.length > 0 && value.length <= longestName;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const hasOnly = (value: object, names: readonly string[]): boolean =>
  Object.keys(value).every((name) => names.includes(name));

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

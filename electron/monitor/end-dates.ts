import { type EndDatesReading, tellEnd } from '../core/end-of-login';
import { changeEndDate, type EndDateOwner } from '../core/entered-end-dates';
import type { Outcome } from '../core/outcome';
import type { Credential } from '../core/snapshot';
import type { MacDoors } from '../system/doors';

/** The end dates that the user has entered, as the credentials' part of the monitor uses them. */
export interface EndDates {
  /** Reads the file again if it has changed. */
  read(): Promise<void>;
  /** @param now milliseconds since 1970 */
  tell(credential: Credential, now: number): Credential;
  /** Keeps the day, or with null forgets it. */
  set(owner: EndDateOwner, endsOn: string | null): Promise<Outcome<void>>;
}

export const createEndDates = ({ endDates: file, host, fileFingerprint }: MacDoors): EndDates => {
  let reading: EndDatesReading = { kind: 'read', dates: [] };
  let fingerprint: string | null = null;
  let changing: Promise<unknown> = Promise.resolve();

  const read = async () => {
    const found = await fileFingerprint(file.path);
    if (found !== null && found === fingerprint) return;
    reading = await file.read();
    fingerprint = found;
  };

  const change = async (owner: EndDateOwner, endsOn: string | null): Promise<Outcome<void>> => {
    const present = await file.read();
    const dates = changeEndDate(present.kind === 'read' ? present.dates : [], owner, endsOn, host.now());
    const written = await file.write(dates);
    if (written.ok) reading = { kind: 'read', dates };
    return written;
  };

  return {
    read,
    tell: (credential, now) => tellEnd(credential, reading, lastSecondOf, now),
    set(owner, endsOn) {
      // One after the other: each writes the whole list.
      const done = changing.then(() => change(owner, endsOn));
      changing = done;
      return done;
    },
  };
};

/** Of a day (YYYY-MM-DD) where this Mac is, also where it has 23 or 25 hours. Milliseconds since 1970. */
const lastSecondOf = (day: string): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime() - 1000;
};

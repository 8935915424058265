import { type EndDatesReading, tellEnd } from '../../core/credentials/end-of-login';
import { changeEndDate, type EndDateOwner } from '../../core/credentials/entered-end-dates';
import { createInTurn } from '../../core/in-turn';
import type { Outcome } from '../../core/outcome';
import { nameOfError } from '../../core/text/name-of-error';
import type { Credential } from '../../core/words/credential';
import type { MacDoors } from '../../system/doors';
import { rememberUntilFileChanges } from '../../tools/common/remembered-files';

/** The end dates that the user has entered, as the credentials' part of the monitor uses them. */
export interface EndDates {
  /** Reads the file again if it has changed. */
  read(): Promise<void>;
  /** @param now milliseconds since 1970 */
  tell(credential: Credential, now: number): Credential;
  /** Keeps the day, or with null forgets it. */
  set(owner: EndDateOwner, endsOn: string | null): Promise<Outcome<void>>;
}

export const createEndDates = (doors: MacDoors): EndDates => {
  const { endDates: file, host } = doors;
  const readIfChanged = rememberUntilFileChanges(doors, file.path, file.read);
  let reading: EndDatesReading = { kind: 'read', dates: [] };
  /** One after the other: each writes the whole list. */
  const inTurn = createInTurn();

  const read = async () => {
    reading = await readIfChanged().catch(
      (error: unknown): EndDatesReading => ({ kind: 'unreadable', path: file.path, reason: nameOfError(error) }),
    );
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
    set: (owner, endsOn) => inTurn.run(() => change(owner, endsOn)),
  };
};

/** Of a day (YYYY-MM-DD) where this Mac is, also where it has 23 or 25 hours. Milliseconds since 1970. */
const lastSecondOf = (day: string): number => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return new Date(year, month - 1, date + 1).getTime() - 1000;
};

import { nextClockTime } from '../../../electron/core/hold/hold-times';
import { endOfLength } from '../../../electron/core/hold/keep-unlocked-choice';
import { type Outcome, success } from '../../../electron/core/outcome';
import { capitalised } from '../../../electron/core/text/mid-sentence';
import type { LocalNow } from '../../../electron/core/time/format-moment';
import type { HoldEnd } from '../../../electron/core/words/hold';

export type HoldChoice = 'one-hour' | 'four-hours' | 'tonight' | 'back' | 'time';

export const holdChoices: readonly HoldChoice[] = ['one-hour', 'four-hours', 'tonight', 'back', 'time'];

const phrases: Readonly<Record<HoldChoice, string>> = {
  'one-hour': 'for 1 hour',
  'four-hours': 'for 4 hours',
  tonight: 'until tonight',
  back: 'until I’m back',
  time: 'until a time',
};

export const phraseOf = (choice: HoldChoice): string => phrases[choice];

/** As it stands in the pop-up button. */
export const labelOf = (choice: HoldChoice): string => `${capitalised(phrases[choice])}${choice === 'time' ? '…' : ''}`;

interface Wish {
  readonly choice: HoldChoice;
  /** "18:30" */
  readonly clock: string;
  readonly minutesAway: number;
}

/** The end that a choice means now. */
export const endOf = ({ choice, clock, minutesAway }: Wish, now: LocalNow): Outcome<HoldEnd> => {
  switch (choice) {
    case 'one-hour':
      return success(endOfLength({ kind: 'hours', hours: 1 }, now));
    case 'four-hours':
      return success(endOfLength({ kind: 'hours', hours: 4 }, now));
    case 'tonight':
      return success(endOfLength({ kind: 'tonight' }, now));
    case 'back':
      return success(endOfLength({ kind: 'back', afterMinutesAway: minutesAway }, now));
    case 'time': {
      const next = nextClockTime(clock, now);
      return next.ok ? success({ kind: 'at', at: next.value }) : next;
    }
  }
};

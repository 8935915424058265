import type * as z from 'zod/mini';
import type { LocalNow } from '../time/format-moment';
import type { HoldEnd } from '../words/hold';
import type { HoldRequest } from './hold-request';
import { inHours, tonight } from './hold-times';
import type { keepUnlockedChoice, keepUnlockedLength } from './keep-unlocked-schema';

// The schemas stand in a file of their own: the page says these words, and takes no parser with it for that.
export type KeepUnlockedLength = Readonly<z.infer<typeof keepUnlockedLength>>;
export type KeepUnlockedChoice = Readonly<z.infer<typeof keepUnlockedChoice>>;

export const defaultKeepUnlockedChoice: KeepUnlockedChoice = {
  length: { kind: 'hours', hours: 4 },
  keepAwake: false,
  lockAtEnd: false,
};

/** "Until I'm Back": whoever unlocks the screen sooner has not been away. */
export const usualMinutesAway = 15;

/** Those that the menu offers, in its order; "Until…" asks for a time on a page of its own. */
export const offeredLengths: readonly KeepUnlockedLength[] = [
  { kind: 'hours', hours: 1 },
  { kind: 'hours', hours: 4 },
  { kind: 'tonight' },
  { kind: 'back', afterMinutesAway: usualMinutesAway },
];

/** "4 Hours", "Until Tonight": as it stands in a menu, and after "Keep Unlocked" on a button. */
export const lengthTitle = (length: KeepUnlockedLength): string => {
  switch (length.kind) {
    case 'hours':
      return length.hours === 1 ? '1 Hour' : `${length.hours} Hours`;
    case 'tonight':
      return 'Until Tonight';
    case 'back':
      return 'Until I’m Back';
  }
};

/** "Keep Unlocked 4 Hours", "Unlock and Keep Unlocked 4 Hours" where the system's dialog comes first. */
export const keepUnlockedTitle = ({ length }: KeepUnlockedChoice, isLocked: boolean): string =>
  `${isLocked ? 'Unlock and Keep Unlocked' : 'Keep Unlocked'} ${lengthTitle(length)}`;

/** What the choice asks for now. */
export const keepUnlockedRequest = (
  { length, keepAwake, lockAtEnd }: KeepUnlockedChoice,
  keychainPath: string,
  now: LocalNow,
): HoldRequest => ({
  keychainPaths: [keychainPath],
  end: endOfLength(length, now),
  keepAwake,
  relock: lockAtEnd ? 'always' : 'as-before',
});

/** When a length that begins now ends. */
export const endOfLength = (length: KeepUnlockedLength, now: LocalNow): HoldEnd => {
  switch (length.kind) {
    case 'hours':
      return { kind: 'at', at: inHours(length.hours, now.nowMs) };
    case 'tonight':
      return { kind: 'at', at: tonight(now) };
    case 'back':
      return { kind: 'back', afterMinutesAway: length.afterMinutesAway };
  }
};

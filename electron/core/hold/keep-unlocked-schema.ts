import * as z from 'zod/mini';
import { longestMinutesAway } from './hold-times';

/** How long "Keep Unlocked" lasts, as it is chosen and remembered. A time of the day is a choice of one day: it is not. */
export const keepUnlockedLength = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('hours'), hours: z.int().check(z.gte(1), z.lte(24)) }),
  z.strictObject({ kind: z.literal('tonight') }),
  /** Until the screen is unlocked after it was locked for at least so long. */
  z.strictObject({ kind: z.literal('back'), afterMinutesAway: z.int().check(z.gte(1), z.lte(longestMinutesAway)) }),
]);

/** What the button does: the last choice of its menu. */
export const keepUnlockedChoice = z.strictObject({
  length: keepUnlockedLength,
  /** The app keeps the Mac from sleeping meanwhile, while it is on power. */
  keepAwake: z.boolean(),
  /** Locks the keychain at the end, also where it was unlocked before. */
  lockAtEnd: z.boolean(),
});

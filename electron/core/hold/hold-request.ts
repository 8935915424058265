import * as z from 'zod/mini';
import { keychainPath } from '../keychain/keychain-path';
import { failure, type Outcome, success } from '../outcome';
import { moment } from '../time/moment';
import type { HoldEnd } from '../words/hold';
import { longestHoldMs, longestMinutesAway } from './hold-times';

/** One hold keeps so many keychains at most. */
export const mostKeychains = 100;

/** When a hold ends by itself. */
export const holdEnd = z.discriminatedUnion('kind', [
  /** At this time; how far away that may be depends on the moment, so the action says it. */
  z.strictObject({ kind: z.literal('at'), at: moment }),
  /** When the screen is unlocked after it was locked for at least so long. */
  z.strictObject({ kind: z.literal('back'), afterMinutesAway: z.int().check(z.gte(1), z.lte(longestMinutesAway)) }),
  /** Never: a click ends it. */
  z.strictObject({ kind: z.literal('open') }),
]) satisfies z.ZodMiniType<HoldEnd>;

/** What somebody asks for with "Keep unlocked until…". */
export const holdRequest = z.strictObject({
  /** macOS paths. Default: the login keychain. */
  keychainPaths: z.exactOptional(z.readonly(z.array(keychainPath).check(z.minLength(1), z.maxLength(mostKeychains)))),
  end: holdEnd,
  /** The app keeps the Mac from sleeping while it is on power. The command line cannot. */
  keepAwake: z.boolean(),
  /** Whether a keychain is locked at the end: where it was locked before, or in any case. */
  relock: z.enum(['as-before', 'always']),
});

export type HoldRequest = Readonly<z.infer<typeof holdRequest>>;

/** Whether a hold can be what is asked for. @param now milliseconds since 1970 */
export const checkHoldRequest = ({ keychainPaths, end }: HoldRequest, now: number): Outcome<void> => {
  if (keychainPaths && (keychainPaths.length === 0 || keychainPaths.length > mostKeychains))
    return failure('no-keychain', 'Name the keychains that are to stay unlocked.');
  if (end.kind === 'at') {
    const untilMs = Date.parse(end.at);
    if (!Number.isFinite(untilMs)) return failure('end-out-of-range', 'That is no time.');
    if (untilMs <= now) return failure('end-out-of-range', 'That time has passed. Choose a later one.');
    if (untilMs - now > longestHoldMs)
      return failure('end-out-of-range', 'That is more than a month away. Change the auto-lock settings instead.');
  }
  if (end.kind === 'back') {
    const { afterMinutesAway: minutes } = end;
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > longestMinutesAway)
      return failure('end-out-of-range', 'Choose between one minute and a day of being away.');
  }
  return success(undefined);
};

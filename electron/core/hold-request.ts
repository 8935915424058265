import { type HoldRequest, longestHoldMs, longestMinutesAway } from './hold';
import { failure, type Outcome, success } from './outcome';

/** One hold keeps so many keychains at most. */
export const mostKeychains = 100;

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

import { type LoginsSummary, loginsSummary } from '../credentials/logins-summary';
import type { LocalNow } from '../time/format-moment';
import { type PlaceRows, placeRows } from '../verdict/place-words';
import { type StateWords, stateWords } from '../verdict/state-words';
import { loginKeychain } from '../words/login-keychain';
import type { MonitorState } from './monitor-state';
import { type OfferedActions, offeredActions } from './offered-actions';

/** What the popover says first, in words: the page draws it and knows no rule of its own. */
export interface FirstPage {
  readonly head: StateWords;
  readonly actions: OfferedActions;
  readonly places: PlaceRows;
  readonly logins: LoginsSummary;
}

/** @returns null as long as nobody has looked. */
export const firstPage = (
  { snapshot, pending }: Pick<MonitorState, 'snapshot' | 'pending'>,
  now: LocalNow,
): FirstPage | null => {
  if (snapshot === null) return null;
  const { keychains, hold, credentials, awaited = [], unread = [] } = snapshot;
  return {
    head: stateWords({ keychain: loginKeychain(keychains), hold, awaited, unread }, now),
    actions: offeredActions(snapshot, pending),
    places: placeRows(snapshot),
    logins: loginsSummary(
      credentials,
      { isAwaited: awaited.includes('credentials'), isUnread: unread.some(({ part }) => part === 'credentials') },
      now,
    ),
  };
};

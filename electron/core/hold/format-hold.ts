import { formatAutoLockSettings } from '../auto-lock/format-auto-lock';
import { formatOutsideText, keychainName } from '../text/format-outside-text';
import { formatDay, type LocalNow } from '../time/format-moment';
import type { HoldEnd, HoldFacts } from '../words/hold';
import type { HoldRequest } from './hold-request';

/** "the login keychain", "the keychains login and work" */
const keychainsPhrase = (paths: readonly string[]): string => {
  const names = paths.map((path) => formatOutsideText(keychainName(path)));
  const last = names.at(-1) ?? '';
  return names.length < 2 ? `the ${last} keychain` : `the keychains ${names.slice(0, -1).join(', ')} and ${last}`;
};

/** "until 18:30", "until tomorrow 09:00", "until you are back", "until you end it" */
export const formatHoldEnd = (end: HoldEnd, now: LocalNow): string => {
  switch (end.kind) {
    case 'at':
      return `until ${formatDay(Date.parse(end.at), now).replace(/^(today|on) /, '')}`;
    case 'back':
      return `until you are back after ${end.afterMinutesAway} ${end.afterMinutesAway === 1 ? 'minute' : 'minutes'} or more`;
    case 'open':
      return 'until you end it';
  }
};

type Exposed = Pick<HoldFacts, 'end' | 'session'> & { readonly keychains: readonly { readonly path: string }[] };

/** What a hold exposes, in one line; also before it has begun. */
export const describeHoldExposure = ({ end, session, keychains }: Exposed, now: LocalNow): string => {
  const until = formatHoldEnd(end, now);
  const stays = keychains.length === 1 ? 'stays' : 'stay';
  const subject = keychainsPhrase(keychains.map(({ path }) => path));
  const who =
    session === 'desktop'
      ? "whoever reaches this desktop's session, here or through its tmux servers,"
      : 'whoever reaches this SSH login';
  const whose = keychains.length === 1 ? 'its' : 'their';
  return `${until.charAt(0).toUpperCase()}${until.slice(1)} ${subject} ${stays} unlocked through idle time and sleep: ${who} can use ${whose} logins.`;
};

/** What will be put back at a hold's end: "Then its settings are put back: no timeout, on sleep." */
export const describeHoldRestores = (
  { keychains }: Pick<HoldFacts, 'keychains'>,
  relock: HoldRequest['relock'] = 'as-before',
): string => {
  const isOne = keychains.length === 1;
  const parts = keychains.map(({ path, restores, wasLocked }) => {
    const asBefore = wasLocked ? ', and it is locked, as it was before' : '';
    const name = isOne ? '' : `${formatOutsideText(keychainName(path))}: `;
    return `${name}${formatAutoLockSettings(restores)}${relock === 'always' ? ', and it is locked' : asBefore}`;
  });
  return `Then ${isOne ? 'its' : 'their'} settings are put back: ${parts.join('; ')}.`;
};

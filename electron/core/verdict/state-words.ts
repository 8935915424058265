import { formatDay, type LocalNow } from '../time/format-moment';
import { formatTimeout } from '../time/format-timeout';
import type { Hold } from '../words/hold';
import type { Keychain, OwnForecast } from '../words/keychain';
import type { UnreadPart } from '../words/reading';
import type { Snapshot } from '../words/snapshot';
import { lockingOf, untilClause } from './locking';

/** The state of the keychain on top, and in one line what comes next. */
export interface StateWords {
  readonly title: string;
  readonly line: string;
}

interface Given {
  /** The keychain that the tools use; left out where there is none. */
  readonly keychain: Pick<Keychain, 'path' | 'lock' | 'forecast'> | undefined;
  readonly hold: Hold;
  readonly awaited?: Snapshot['awaited'];
  readonly unread?: readonly { readonly part: UnreadPart }[] | undefined;
}

/** "Unlocked until 18:00", "Then 15 min after last use, on sleep". */
export const stateWords = ({ keychain, hold, awaited, unread }: Given, now: LocalNow): StateWords => {
  if (keychain === undefined) {
    if (awaited?.includes('keychain-list')) return { title: 'Looking…', line: 'Nothing is asked for' };
    return unread?.some(({ part }) => part === 'keychain-list')
      ? { title: 'Keychains not known', line: 'Their list could not be read' }
      : { title: 'No keychain found', line: 'This user has no login keychain' };
  }
  const { lock, forecast } = keychain;
  switch (lock.state) {
    case 'unknown':
      return { title: 'Lock state unknown', line: 'The keychain could not be looked at' };
    case 'locked':
      return { title: 'Locked', line: lockedLine(lock.since, now) };
    case 'unlocked': {
      if (forecast.kind !== 'hold-end') return { title: 'Unlocked', line: lineOf(forecast) };
      const until = untilClause(lockingOf(keychain, true), hold.state === 'on' ? hold.end : null, now);
      return { title: `Unlocked${until}`, line: afterHold(keychain.path, hold, forecast.afterwards) };
    }
  }
};

const lockedLine = (since: string | undefined, now: LocalNow): string =>
  since === undefined
    ? 'Its logins are closed'
    : `Since ${formatDay(Date.parse(since), now).replace(/^(today|on) /, '')}`;

const lineOf = (forecast: OwnForecast): string => {
  switch (forecast.kind) {
    case 'after-idle':
      return `Locks ${idleWords(forecast)}`;
    case 'on-sleep':
      return 'Locks on sleep';
    case 'never':
      return 'Does not lock by itself';
    case 'unknown':
      return 'When it locks is not known';
  }
};

const idleWords = ({ idleTimeoutSeconds, alsoOnSleep }: Extract<OwnForecast, { kind: 'after-idle' }>): string =>
  `${formatTimeout(idleTimeoutSeconds)} after last use${alsoOnSleep ? ', on sleep' : ''}`;

const afterHold = (path: string, hold: Hold, afterwards: OwnForecast): string => {
  const held = hold.state === 'on' ? hold.keychains.find((one) => one.path === path) : undefined;
  if (hold.state === 'on' && (hold.relock === 'always' || held?.wasLocked)) return 'Then it locks';
  if (afterwards.kind === 'after-idle') return `Then ${idleWords(afterwards)}`;
  const line = lineOf(afterwards);
  return afterwards.kind === 'unknown' ? line : `Then it ${line.charAt(0).toLowerCase()}${line.slice(1)}`;
};

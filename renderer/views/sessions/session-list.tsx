import { useState } from 'react';
import { formatRemoteLogin, screenSharingSentence } from '../../../electron/core/sessions/format-session';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import type { LockState } from '../../../electron/core/words/keychain';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { PushButton } from '../../components/push-button';
import { Section } from '../../components/section';
import { UnreadParts } from '../../components/unread-line';
import { FreshLoginRow } from './fresh-login-row';
import { SessionRow } from './session-row';

/** More rows than this are folded up; those that run into a lock come first. */
const shownAtFirst = 8;
const importance: Readonly<Record<LockState, number>> = { locked: 0, unknown: 1, unlocked: 2 };

interface Props {
  readonly state: MonitorState;
  readonly snapshot: Pick<Snapshot, 'awaited' | 'sessions' | 'remoteAccess' | 'unread'>;
}

/** That no row is there says that nobody is here only where somebody has looked. */
const nobodySentence = (awaited: Snapshot['awaited'], unread: Snapshot['unread']): string => {
  if (awaited?.includes('sessions')) return 'Looking for remote sessions…';
  return unread?.some(({ part }) => part === 'sessions')
    ? 'Who is here from elsewhere could not be read.'
    : 'Nobody is here from elsewhere now.';
};

/** Who is here from elsewhere and what they see; at the end, what the next login will see. */
export const SessionList = ({ state, snapshot: { awaited, sessions, remoteAccess, unread } }: Props) => {
  const [showsAll, setShowsAll] = useState(false);
  const { remoteLogin, screenSharing, afterRestart } = remoteAccess;
  const present = sessions
    .filter(({ kind }) => kind !== 'fresh-ssh')
    .sort((one, other) => importance[one.sees] - importance[other.sees]);
  const next = sessions.filter(({ kind }) => kind === 'fresh-ssh');
  const folds = present.length > shownAtFirst + 1;
  const shown = folds && !showsAll ? present.slice(0, shownAtFirst) : present;
  return (
    <Section title="Remote sessions">
      <div className="group">
        <div className="group-words">
          {!awaited?.includes('remote-access') && <p>{formatRemoteLogin[remoteLogin]}</p>}
          <UnreadParts unread={unread} parts={['remote-access', 'power-settings']} />
          {screenSharing === 'on' && <p className="hint">{screenSharingSentence}</p>}
          {present.length === 0 && <p>{nobodySentence(awaited, unread)}</p>}
          <UnreadParts unread={unread} parts={['sessions', 'beacons']} />
        </div>
        {shown.length + next.length > 0 && (
          <ul className="rows" aria-label="Remote sessions">
            {shown.map((session) => (
              <SessionRow key={session.id} state={state} session={session} />
            ))}
            {next.map((session) => (
              <FreshLoginRow key={session.id} state={state} session={session} remoteLogin={remoteLogin} />
            ))}
          </ul>
        )}
        {afterRestart && (
          <div className="group-words">
            <p className="hint">{afterRestart.sentence}</p>
          </div>
        )}
        {folds && (
          <div className="group-line">
            <PushButton look="quiet" onPress={() => setShowsAll(!showsAll)}>
              {showsAll ? `Show the first ${shownAtFirst}` : `Show all ${present.length} sessions`}
            </PushButton>
          </div>
        )}
      </div>
    </Section>
  );
};

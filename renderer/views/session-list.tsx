import { useState } from 'react';
import { formatRemoteLogin } from '../../electron/core/format-session';
import type { LockState, RemoteAccess, RemoteSession } from '../../electron/core/snapshot';
import { PushButton } from '../components/push-button';
import { Section } from '../components/section';
import { SessionRow } from './session-row';

/** More rows than this are folded up; those that run into a lock come first. */
const shownAtFirst = 6;
const importance: Readonly<Record<LockState, number>> = { locked: 0, unknown: 1, unlocked: 2 };

interface Props {
  readonly sessions: readonly RemoteSession[];
  readonly remoteLogin: RemoteAccess['remoteLogin'];
}

/** Who is here from elsewhere and what they see; at the end, what the next login will see. */
export const SessionList = ({ sessions, remoteLogin }: Props) => {
  const [showsAll, setShowsAll] = useState(false);
  const present = sessions
    .filter(({ kind }) => kind !== 'fresh-ssh')
    .sort((one, other) => importance[one.sees] - importance[other.sees]);
  const next = sessions.filter(({ kind }) => kind === 'fresh-ssh');
  const folds = present.length > shownAtFirst + 1;
  const shown = folds && !showsAll ? present.slice(0, shownAtFirst) : present;
  return (
    <Section title="Remote sessions">
      <div className="group">
        <p className="group-line">{formatRemoteLogin[remoteLogin]}</p>
        {present.length === 0 && <p className="group-line">Nobody is here from elsewhere now.</p>}
        {shown.length + next.length > 0 && (
          <ul className="rows" aria-label="Remote sessions">
            {[...shown, ...next].map((session) => (
              <SessionRow key={session.id} session={session} />
            ))}
          </ul>
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

import { useState } from 'react';
import { formatRemoteLogin, screenSharingSentence } from '../../../electron/core/sessions/format-session';
import { namesApart } from '../../../electron/core/sessions/names-apart';
import { sessionTitle } from '../../../electron/core/sessions/session-title';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import type { LockState } from '../../../electron/core/words/keychain';
import type { RemoteSession } from '../../../electron/core/words/session';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { Group, GroupWords, Hint } from '../../components/boxes';
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

const titleWithTerminal = (session: RemoteSession, tty: string | undefined): string =>
  `${sessionTitle(session)}${tty === undefined ? '' : ` on ${tty}`}`;

/** Who is here from elsewhere and what they see; at the end, what the next login will see. */
export const SessionList = ({ state, snapshot: { awaited, sessions, remoteAccess, unread } }: Props) => {
  const [showsAll, setShowsAll] = useState(false);
  const { remoteLogin, screenSharing, afterRestart } = remoteAccess;
  const present = sessions
    .filter(({ kind }) => kind !== 'fresh-ssh')
    .sort((one, other) => importance[one.sees] - importance[other.sees]);
  const next = sessions.filter(({ kind }) => kind === 'fresh-ssh');
  const names = namesApart(present, titleWithTerminal);
  const folds = present.length > shownAtFirst + 1;
  const shown = folds && !showsAll ? present.slice(0, shownAtFirst) : present;
  return (
    <Section title="Remote sessions">
      <Group>
        <GroupWords>
          {!awaited?.includes('remote-access') && <p>{formatRemoteLogin[remoteLogin]}</p>}
          <UnreadParts unread={unread} parts={['remote-access', 'power-settings']} />
          {screenSharing === 'on' && <Hint>{screenSharingSentence}</Hint>}
          {present.length === 0 && <p>{nobodySentence(awaited, unread)}</p>}
          <UnreadParts unread={unread} parts={['sessions', 'beacons']} />
        </GroupWords>
        {shown.length + next.length > 0 && (
          <ul className="rows" aria-label="Remote sessions">
            {shown.map((session) => (
              <SessionRow key={session.id} state={state} session={session} calledApart={names.get(session.id)} />
            ))}
            {next.map((session) => (
              <FreshLoginRow key={session.id} state={state} session={session} remoteLogin={remoteLogin} />
            ))}
          </ul>
        )}
        {afterRestart && (
          <GroupWords>
            <Hint>{afterRestart.sentence}</Hint>
          </GroupWords>
        )}
        {folds && (
          <div className="group-line">
            <PushButton look="quiet" onPress={() => setShowsAll(!showsAll)}>
              {showsAll ? `Show the first ${shownAtFirst}` : `Show all ${present.length} sessions`}
            </PushButton>
          </div>
        )}
      </Group>
    </Section>
  );
};

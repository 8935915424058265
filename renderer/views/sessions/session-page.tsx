import type { AppState } from '../../../electron/contract/app-state';
import type { RemoteSession } from '../../../electron/core/words/session';
import type { Snapshot } from '../../../electron/core/words/snapshot';
import { Hint } from '../../components/boxes';
import { PageRow } from '../first/page-row';
import { NoticeBar } from '../page/notice-bar';
import { DesktopTmuxSection } from './desktop-tmux-section';
import { FreshLoginRow } from './fresh-login-row';
import { SessionRow } from './session-row';

interface Props {
  readonly state: AppState;
  readonly snapshot: Snapshot;
  /** Left out where it has ended meanwhile. */
  readonly session: RemoteSession | undefined;
}

/** One place: all that is known of it, and what helps it. */
export const SessionPage = ({ state, snapshot, session }: Props) => (
  <>
    <NoticeBar state={state} />
    {session === undefined ? (
      <Hint>This session has ended.</Hint>
    ) : (
      <ul className="group rows" aria-label="Remote session">
        {session.kind === 'fresh-ssh' ? (
          <FreshLoginRow state={state} session={session} remoteLogin={snapshot.remoteAccess.remoteLogin} />
        ) : (
          <SessionRow state={state} session={session} />
        )}
      </ul>
    )}
    <div className="group card">
      <PageRow name="All from elsewhere" words={`${snapshot.sessions.length}`} to={{ page: 'places' }} />
    </div>
    {session?.bornIn !== 'desktop' && <DesktopTmuxSection state={state} />}
  </>
);

import type { ReactNode } from 'react';
import { sessionTitle } from '../../../electron/core/sessions/session-title';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import type { RemoteSession } from '../../../electron/core/words/session';
import { LockWord } from '../../components/lock-word';
import { OutsideText } from '../../components/outside-text';
import { UnreadLine } from '../../components/unread-line';
import { HelpAction } from '../page/help-action';
import { SessionFacts } from './session-facts';

interface Props {
  readonly state: MonitorState;
  readonly session: RemoteSession;
  /** What this one row offers besides. */
  readonly children?: ReactNode;
}

/** One remote session: who, from where, born in, what it sees, how that is known, and the one thing that helps. */
export const SessionRow = ({ state, session, children }: Props) => {
  const { kind, sees, reason, verdict, help, exportedVariables = [] } = session;
  const title = sessionTitle(session);
  return (
    <li className="row session">
      <div className="row-words">
        <p className="row-title title-with-state">
          <span className="title-words">
            <OutsideText text={title} oneLine />
          </span>
          <LockWord state={sees} prefix={kind === 'fresh-ssh' ? 'will see' : 'sees'} />
        </p>
        <SessionFacts session={session} />
        <UnreadLine mark={session.unread} />
        <p className="hint">
          <OutsideText text={reason} />
        </p>
        {verdict !== undefined && (
          <p className="hint">
            <OutsideText text={verdict} />
          </p>
        )}
        {exportedVariables.length > 0 && (
          <p className="hint">
            A shell in it exports <OutsideText text={exportedVariables.join(', ')} />
          </p>
        )}
        {help && <HelpAction state={state} help={help} forWhom={title} oneLine />}
        {children}
      </div>
    </li>
  );
};

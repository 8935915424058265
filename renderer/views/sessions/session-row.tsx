import type { ReactNode } from 'react';
import { sessionTitle } from '../../../electron/core/sessions/session-title';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import type { RemoteSession } from '../../../electron/core/words/session';
import { Hint, RowWords } from '../../components/boxes';
import { LockWord } from '../../components/lock-word';
import { OutsideText } from '../../components/outside-text';
import { UnreadLine } from '../../components/unread-line';
import { HelpAction } from '../page/help-action';
import { SessionFacts } from './session-facts';

interface Props {
  readonly state: MonitorState;
  readonly session: RemoteSession;
  /** In a list: a name that no other row has; default: its title. */
  readonly calledApart?: string | undefined;
  /** What this one row offers besides. */
  readonly children?: ReactNode;
}

/** One remote session: who, from where, born in, what it sees, how that is known, and the one thing that helps. */
export const SessionRow = ({ state, session, calledApart, children }: Props) => {
  const { kind, sees, reason, verdict, help, exportedVariables = [] } = session;
  const title = sessionTitle(session);
  return (
    <li className="row session">
      <RowWords>
        <p className="row-title title-with-state">
          <span className="title-words">
            <OutsideText text={title} oneLine />
          </span>
          <LockWord state={sees} prefix={kind === 'fresh-ssh' ? 'will see' : 'sees'} />
        </p>
        <SessionFacts session={session} />
        <UnreadLine mark={session.unread} />
        <Hint>
          <OutsideText text={reason} />
        </Hint>
        {verdict !== undefined && (
          <Hint>
            <OutsideText text={verdict} />
          </Hint>
        )}
        {exportedVariables.length > 0 && (
          <Hint>
            A shell in it exports <OutsideText text={exportedVariables.join(', ')} />
          </Hint>
        )}
        {help && <HelpAction state={state} help={help} forWhom={calledApart ?? title} oneLine />}
        {children}
      </RowWords>
    </li>
  );
};

import { useId } from 'react';
import type { MonitorState } from '../../../electron/core/state/monitor-state';
import { pendingAction } from '../../../electron/core/state/pending-actions';
import { everything } from '../../../electron/core/words/pending';
import type { OnOff, RemoteSession } from '../../../electron/core/words/session';
import { Age } from '../../components/age';
import { Hint } from '../../components/boxes';
import { LockWord } from '../../components/lock-word';
import { OutsideText } from '../../components/outside-text';
import { PushButton } from '../../components/push-button';
import { requests } from '../../store/requests';
import { PendingLine } from '../page/pending-line';

import { SessionRow } from './session-row';

interface Props {
  readonly state: MonitorState;
  readonly session: RemoteSession;
  readonly remoteLogin: OnOff;
}

/** The login that does not exist yet: what it will see, and a login made to find out. */
export const FreshLoginRow = ({ state, session, remoteLogin }: Props) => {
  const hintId = useId();
  const action = pendingAction(state.pending, 'test-fresh-login', everything);
  const isOff = remoteLogin === 'off';
  return (
    <SessionRow state={state} session={session}>
      <div className="action-block">
        <PushButton onPress={requests.testFreshLogin} blocked={isOff || action !== undefined} describedBy={hintId}>
          Test a fresh login
        </PushButton>
        <Hint id={hintId}>
          {isOff
            ? 'There is nothing to test while Remote Login is off: System Settings › General › Sharing.'
            : 'Logs in to this Mac twice, with your SSH key, asks there and compares the two sessions.'}
        </Hint>
        <PendingLine action={action} />
        <TestResult state={state} session={session} />
      </div>
    </SessionRow>
  );
};

/** Nothing where the row itself tells what the test has found. */
const TestResult = ({ state: { freshLoginTest: test }, session }: Pick<Props, 'state' | 'session'>) =>
  test === null || (test.at === session.measuredAt && test.reason === session.reason) ? null : (
    <div className="test-result">
      <p className="title-with-state">
        <span>
          Tested <Age at={test.at} />
        </span>
        <LockWord state={test.sees} prefix="saw" />
      </p>
      <Hint>
        <OutsideText text={test.reason} />
      </Hint>
    </div>
  );
